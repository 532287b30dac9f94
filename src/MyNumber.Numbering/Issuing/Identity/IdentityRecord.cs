using System.Diagnostics;
using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Issuing.Identity;

/// <summary>One version of a person's identity information (本人確認情報): four attributes, resident record code, individual number.</summary>
/// <remarks>Immutable. <see cref="ToString"/> is masked. Source: 住民基本台帳法30条の6 (project research notes; the items that are not about numbers are left out).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IdentityRecord
{
    /// <summary>The register's handle of the person; it survives changes of code and number.</summary>
    public required Guid Person { get; init; }

    /// <summary>The version, from 0.</summary>
    public required int Version { get; init; }

    /// <summary>The four attributes (基本4情報).</summary>
    public required FourAttributes Attributes { get; init; }

    /// <summary>The resident record code.</summary>
    public required ResidentRecordCode Code { get; init; }

    /// <summary>The individual number, or empty while there is none.</summary>
    public IndividualNumber Number { get; init; }

    /// <summary>The municipality that keeps the resident record.</summary>
    public required LocalGovernmentCode Municipality { get; init; }

    /// <summary>Since when this version stands; kept to the millisecond.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The next version of the same person.</summary>
    /// <param name="since">Since when.</param>
    /// <param name="attributes">The attributes from now on, or <see langword="null"/> for the same.</param>
    /// <param name="code">The code from now on, or empty for the same.</param>
    /// <param name="number">The number from now on, or empty for the same.</param>
    /// <param name="municipality">The municipality from now on, or empty for the same.</param>
    /// <returns>A record of the next version, not yet in any register.</returns>
    public IdentityRecord Next(
        DateTimeOffset since, FourAttributes? attributes = null, ResidentRecordCode code = default, IndividualNumber number = default, LocalGovernmentCode municipality = default) => new()
        {
            Person = Person,
            Version = Version + 1,
            Attributes = attributes ?? Attributes,
            Code = code.IsEmpty ? Code : code,
            Number = number.IsEmpty ? Number : number,
            Municipality = municipality.IsEmpty ? Municipality : municipality,
            Since = since,
        };

    /// <summary>A mask with the version.</summary>
    /// <returns>Such as <c>IdentityRecord(***, version 2)</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"IdentityRecord(***, version {Version})");
}
