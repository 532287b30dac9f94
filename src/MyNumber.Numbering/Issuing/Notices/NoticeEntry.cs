using System.Diagnostics;
using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Issuing.Notices;

/// <summary>What is printed on one notice of an individual number (個人番号通知書): addressee and number.</summary>
/// <remarks>Immutable. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class NoticeEntry
{
    /// <summary>Postal code (郵便番号) as printed, or empty.</summary>
    public string PostalCode { get; init; } = string.Empty;

    /// <summary>The four attributes; name and address make the addressee (宛名).</summary>
    public required FourAttributes Addressee { get; init; }

    /// <summary>The number.</summary>
    public required IndividualNumber Number { get; init; }

    /// <summary>The municipality that sends.</summary>
    public required LocalGovernmentCode Municipality { get; init; }

    /// <summary>The day of issue printed on the notice.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "NoticeEntry(***)";
}
