using System.Diagnostics;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Links;

/// <summary>One line of the link register: from when a person's link code goes with a resident record code.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows neither.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LinkEntry
{
    /// <summary>Makes a line.</summary>
    /// <param name="link">The person's link code.</param>
    /// <param name="version">0 for the first, then one more for each change of the resident record code.</param>
    /// <param name="tag">The tag of the resident record code.</param>
    /// <param name="since">From when; kept to the millisecond.</param>
    /// <exception cref="ArgumentException">Link or tag is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The version is below zero.</exception>
    public LinkEntry(LinkCode link, int version, ResidentCodeTag tag, DateTimeOffset since)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        if (link.IsEmpty || tag.IsEmpty)
        {
            throw new ArgumentException("A line has a link code and a tag.");
        }

        (Link, Version, Tag, Since) = (link, version, tag, Agencies.ValidPeriod.ToMilliseconds(since));
    }

    /// <summary>The person's link code.</summary>
    public LinkCode Link { get; }

    /// <summary>Which of the person's resident record codes it is, from 0.</summary>
    public int Version { get; }

    /// <summary>The tag of the resident record code.</summary>
    public ResidentCodeTag Tag { get; }

    /// <summary>From when.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>The version; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"link entry, version {Version}";
}
