namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>What a list says of one serial.</summary>
/// <param name="Seconds">Since when, in seconds of Unix time.</param>
/// <param name="Reason">The reason's number, or <see cref="NoReason"/>.</param>
internal readonly record struct CrlEntry(long Seconds, byte Reason)
{
    /// <summary>No reasonCode extension: fits the four bits that the index has.</summary>
    public const byte NoReason = 15;

    public RevocationReason? RevocationReason => Reason == NoReason ? null : (RevocationReason)Reason;

    public DateTimeOffset Since => DateTimeOffset.FromUnixTimeSeconds(Seconds);

    /// <summary>Of two entries for one serial, in whatever order: a revocation before a hold, then the earlier, then the smaller reason.</summary>
    public static CrlEntry? Graver(CrlEntry? left, CrlEntry? right) =>
        left is null || (right is not null && right.Value.Rank.CompareTo(left.Value.Rank) < 0) ? right : left;

    private (bool IsHold, long Seconds, byte Reason) Rank => (RevocationReason == Revocation.RevocationReason.CertificateHold, Seconds, Reason);
}
