namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>What never changes of an issue, in as few bytes as its fields need.</summary>
internal readonly struct PackedIssue(in NumberIssue issue)
{
    public Guid Request { get; } = issue.Request;

    public ResidentRecordCode Code { get; } = issue.Code;

    public IndividualNumber Number { get; } = issue.Number;

    public IndividualNumber Replaces { get; } = issue.Replaces;

    public long GeneratedAt { get; } = issue.GeneratedAt.ToUnixTimeMilliseconds();

    public LocalGovernmentCode Municipality { get; } = issue.Municipality;

    public int KeyVersion { get; } = issue.KeyVersion;

    public byte Counter { get; } = (byte)issue.Counter;

    public byte Reason { get; } = (byte)issue.Reason;
}
