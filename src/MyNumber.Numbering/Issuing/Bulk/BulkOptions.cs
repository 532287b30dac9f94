using System.Collections.Frozen;
using MyNumber.Numbering.Issuing.Conversion;

namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>Settings of a bulk run.</summary>
/// <remarks>Immutable.</remarks>
public sealed class BulkOptions
{
    /// <summary>People per batch, and so per transaction; 1 to 100,000.</summary>
    public int BatchSize { get; init; } = 5_000;

    /// <summary>What happens at a person who cannot be numbered. Passing over is the default: the roll of a first run is older than the run, and people on it are numbered one by one
    /// meanwhile (a newborn, an arrival from abroad); one of them must not keep everybody behind waiting.</summary>
    public ObstacleRule Obstacles { get; init; } = ObstacleRule.PassOver;

    /// <summary>Told of each person who is passed over, one at a time, or <see langword="null"/>; what it throws ends the run.</summary>
    /// <remarks>Told before the place of the run moves past the person, so nobody is missed; after a crash, or when another process takes the run over, somebody may be told of again.
    /// Whoever was passed over is also whoever has a place on the roll and no issue under <see cref="BulkRequests.At"/>.</remarks>
    public Func<BulkPassedOver, CancellationToken, ValueTask>? OnPassedOver { get; init; }

    /// <summary>Eleven-digit values that are not issued.</summary>
    public FrozenSet<long> Excluded { get; init; } = ExcludedNumbers.Placeholders;
}
