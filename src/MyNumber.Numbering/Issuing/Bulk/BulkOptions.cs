using System.Collections.Frozen;
using MyNumber.Numbering.Issuing.Conversion;

namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>Settings of a bulk run.</summary>
/// <remarks>Immutable.</remarks>
public sealed class BulkOptions
{
    /// <summary>People per batch, and so per transaction; 1 to 100,000.</summary>
    public int BatchSize { get; init; } = 5_000;

    /// <summary>Eleven-digit values that are not issued.</summary>
    public FrozenSet<long> Excluded { get; init; } = ExcludedNumbers.Placeholders;
}
