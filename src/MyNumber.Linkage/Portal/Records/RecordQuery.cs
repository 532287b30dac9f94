using System.Diagnostics;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>What the portal asks the core: a person's provision records (情報提供等記録), by the portal's own code of the person.</summary>
/// <remarks>Immutable. The code is masked in every text.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record RecordQuery
{
    /// <summary>Most inquiries of a page. The ceiling is ours.</summary>
    public const int MostOnPage = 200;

    /// <summary>The portal's code of the person.</summary>
    public required AgencyCode Code { get; init; }

    /// <summary>The first moment of requests that are wanted; <see langword="null"/> for all that is kept.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment after them; <see langword="null"/> for now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where the last page ended; <see langword="null"/> for the first.</summary>
    public RecordCursor? After { get; init; }

    /// <summary>How many inquiries at most; an inquiry brings its corrections with it.</summary>
    public int Most { get; init; } = 50;

    /// <summary>The head that the person saw last, from which growth is to be proved; <see langword="null"/> when none was seen.</summary>
    public LogHead? LastSeen { get; init; }

    /// <summary>The page; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"record query, at most {Most}";
}
