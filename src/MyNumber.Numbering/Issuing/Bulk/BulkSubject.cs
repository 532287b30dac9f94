using System.Diagnostics;

namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>One person of a bulk run: a resident record code and the municipality that holds the record.</summary>
/// <remarks>Immutable. <see langword="default"/> is empty and is refused by a run.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct BulkSubject
{
    /// <summary>Names a person.</summary>
    /// <param name="code">The resident record code.</param>
    /// <param name="municipality">The municipality.</param>
    public BulkSubject(ResidentRecordCode code, LocalGovernmentCode municipality)
    {
        Code = code;
        Municipality = municipality;
    }

    /// <summary>The resident record code.</summary>
    public ResidentRecordCode Code { get; }

    /// <summary>The municipality.</summary>
    public LocalGovernmentCode Municipality { get; }

    /// <summary>A mask; no digit of the code.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "BulkSubject(***)";
}
