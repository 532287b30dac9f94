using System.Diagnostics;

namespace MyNumber.Numbering.Issuing.Entries;

/// <summary>One entry of a resident record code for a person (住民票コードの記載), of which a written notice is owed (住民票コード通知票).</summary>
/// <remarks>Immutable. No digit is in <see cref="ToString"/>. Source: 住民基本台帳法30条の3③, 30条の4 (project research notes §2, C3–C6).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CodeEntry
{
    /// <summary>The municipality's handle of the person.</summary>
    public required Guid Person { get; init; }

    /// <summary>Which code of the person this is, from 0; the highest is the present one.</summary>
    public required int Version { get; init; }

    /// <summary>The code; nobody else's, and no other version's, for ever.</summary>
    public required ResidentRecordCode Code { get; init; }

    /// <summary>Drawn, kept or changed.</summary>
    public required CodeEntryOutcome Occasion { get; init; }

    /// <summary>When the code was written; kept to the millisecond.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the written notice was sent, or <see langword="null"/> while it is owed; kept to the millisecond.</summary>
    public DateTimeOffset? NoticeSentAt { get; init; }

    /// <summary>Occasion and version; no digit of the code and no person.</summary>
    /// <returns>Such as <c>CodeEntry(Drawn, version 0)</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"CodeEntry({Occasion}, version {Version})");
}
