using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Records;

/// <summary>Three records; their bytes and commitments were made by another program from the schema.</summary>
internal static class RecordVectors
{
    public const string ProvidedBytes =
        "30819902010104100193439c4e807abc8def0123456789ab020165020200ca160f6368696c642d616c6c6f77616e63651609" +
        "6e65772d636c61696d16096c6f63616c2d74617830141606696e636f6d65160a7461782d616d6f756e7402060193433ea87b" +
        "0a01000420000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0a010080060193433eadb08106" +
        "72756c652d37";

    public const string ProvidedCommitment = "6b25895ed2193b259bacf2ae98f17f675b0c8d1598ea4190e680186951d70387";

    public const string ProvidedLeaf = "ab97655b95e34dc5c8db2659e4951a96831d9a60d5a57ce9257848b49972acad";

    public const string RefusedBytes =
        "307d02010104100193439c4e807abc8def0123456789ab020165020200ca160f6368696c642d616c6c6f77616e636516096e" +
        "65772d636c61696d16096c6f63616c2d74617830081606696e636f6d6502060193433ea87b0a010304200001020304050607" +
        "08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0a0102";

    public const string RefusedCommitment = "1efd0744b53bfd50c8f50fee7443fe59693c680e31215f9edf28cee3b2d0ffeb";

    public const string CorrectedBytes =
        "3081c002010104100193439c4e807abc8def0123456789ab020165020200ca160f6368696c642d616c6c6f77616e63651609" +
        "6e65772d636c61696d16096c6f63616c2d74617830141606696e636f6d65160a7461782d616d6f756e7402060193433ea87b" +
        "0a01000420000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0a010180060193433eadb08106" +
        "72756c652d37a22502010104206b25895ed2193b259bacf2ae98f17f675b0c8d1598ea4190e680186951d70387";

    public const string CorrectedCommitment = "a28204fe623631286e570673ece4d9226826bda15d772ed89189894c2433b1e6";

    public static RecordSalt Salt { get; } = RecordSalt.FromBytes(Enumerable.Repeat((byte)0xA5, 32).ToArray());

    public static AccessRecord Provided { get; } = new()
    {
        Inquiry = new InquiryId(Guid.Parse("0193439c-4e80-7abc-8def-0123456789ab")),
        Inquirer = new AgencyId(101),
        Provider = new AgencyId(202),
        Affair = new AffairId("child-allowance"),
        Procedure = new ProcedureId("new-claim"),
        ItemSet = new ItemSetId("local-tax"),
        Items = [new ItemId("tax-amount"), new ItemId("income"), new ItemId("income")],
        RequestedAt = DateTimeOffset.FromUnixTimeMilliseconds(1_732_000_000_123).AddTicks(17).ToOffset(TimeSpan.FromHours(9)),
        ProvidedAt = DateTimeOffset.FromUnixTimeMilliseconds(1_732_000_001_456),
        Outcome = InquiryOutcome.Provided,
        Rule = new RuleId("rule-7"),
        MatrixVersion = Digest.FromBytes(Enumerable.Range(0, 32).Select(value => (byte)value).ToArray()),
    };

    public static AccessRecord Refused { get; } = Provided with
    {
        Items = [new ItemId("income")],
        ProvidedAt = null,
        Outcome = InquiryOutcome.RefusedByRule,
        Rule = default,
        NonDisclosure = NonDisclosure.NumberActArticle31Paragraph3,
    };

    public static AccessRecord Corrected { get; } = Provided with
    {
        NonDisclosure = NonDisclosure.PersonalInformationActArticle78Paragraph1,
        Correction = new RecordCorrection(1, Digest.FromBytes(Convert.FromHexString(ProvidedCommitment))),
    };
}
