namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Ceilings of a list. All but the list's own length, which RFC 5280 leaves open, are choices of this library, far above what an authority needs.</summary>
internal static class CrlLimits
{
    /// <summary>Bytes from the list's first to its first entry: version, algorithm, issuer's name, two times.</summary>
    public const int LongestHead = 1 << 14;

    /// <summary>Bytes behind the last entry: the list's extensions, algorithm, signature.</summary>
    public const int LongestTail = 1 << 16;

    /// <summary>Bytes of one entry, header included.</summary>
    public const int LongestEntry = 1 << 12;
}
