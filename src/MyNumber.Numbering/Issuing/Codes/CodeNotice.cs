namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>A written notice of the code that is owed to the person (住民票コード通知票, 住民基本台帳法30条の3③・30条の4).</summary>
/// <remarks>Immutable. No digit is in <see cref="ToString"/>.</remarks>
public sealed class CodeNotice
{
    internal CodeNotice(Guid person, ResidentRecordCode code, CodeEntryOutcome occasion, DateTimeOffset since)
    {
        Person = person;
        Code = code;
        Occasion = occasion;
        Since = since;
    }

    /// <summary>The municipality's handle of the person.</summary>
    public Guid Person { get; }

    /// <summary>The code that was written.</summary>
    public ResidentRecordCode Code { get; }

    /// <summary>Drawn, kept or changed.</summary>
    public CodeEntryOutcome Occasion { get; }

    /// <summary>When the code was written.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>The occasion; no digit.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"CodeNotice({Occasion})";
}
