using System.Diagnostics;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Links;

/// <summary>Where a link ended because it was wrong: two links of one person, or one of two people. Nothing is deleted.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows no code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LinkTombstone
{
    /// <summary>Makes a tombstone.</summary>
    /// <param name="link">The link that ends.</param>
    /// <param name="successor">The person's other link, which takes its resident record codes over; empty when it stood for two people, whose codes then belong to nobody until they are asked for again.</param>
    /// <param name="at">When; kept to the millisecond.</param>
    /// <exception cref="ArgumentException">The link is empty or its own successor.</exception>
    public LinkTombstone(LinkCode link, LinkCode successor, DateTimeOffset at)
    {
        if (link.IsEmpty || link == successor)
        {
            throw new ArgumentException("A tombstone has a link, and another one as successor.");
        }

        (Link, Successor, At) = (link, successor, Agencies.ValidPeriod.ToMilliseconds(at));
    }

    /// <summary>The link that ended.</summary>
    public LinkCode Link { get; }

    /// <summary>The link that took its place, or empty.</summary>
    public LinkCode Successor { get; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The time; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"tombstone of {At:O}";
}
