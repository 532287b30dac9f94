using System.Formats.Asn1;

namespace MyNumber.Jpki.Authority.Timestamps;

/// <summary>Names, policy and limits of a lab's timestamp authority.</summary>
public sealed record TimestampAuthorityOptions
{
    /// <summary>O of its names; refused when it is one of the real service.</summary>
    public string Organization { get; init; } = "MyNumber SDK Lab";

    /// <summary>OID of the policy (時刻認証の方針) under which tokens are made; an arc that belongs to nobody. A request for another is refused.</summary>
    public string Policy { get; init; } = "1.3.6.1.4.1.99999.3.1";

    /// <summary>How far a token's time may be off to both sides; whole microseconds, more than nothing, at most a day.</summary>
    public TimeSpan Accuracy { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest request in bytes, 1 to 64 KiB; a request without extensions has less than 200.</summary>
    public int MaximumRequestBytes { get; init; } = 4096;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumRequestBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumRequestBytes, 1 << 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(Accuracy, TimeSpan.FromMicroseconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Accuracy, TimeSpan.FromDays(1));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Accuracy.Ticks % TimeSpan.TicksPerMicrosecond, 0, nameof(Accuracy));
        new AsnWriter(AsnEncodingRules.DER).WriteObjectIdentifier(Policy); // throws for what is none
    }
}
