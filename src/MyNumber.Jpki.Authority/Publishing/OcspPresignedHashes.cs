namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Under which hashes of the CertID answers are signed ahead. Each is a signature of its own, because an answer repeats the CertID of the question.</summary>
[Flags]
public enum OcspPresignedHashes
{
    /// <summary>None: every answer is signed when it is first asked for.</summary>
    None = 0,

    /// <summary>SHA-1, as openssl and the JDK ask.</summary>
    Sha1 = 1,

    /// <summary>SHA-256, as this library's client asks.</summary>
    Sha256 = 2,

    /// <summary>Both.</summary>
    Both = Sha1 | Sha256,
}
