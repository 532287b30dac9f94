namespace MyNumber.Jpki.Revocation;

/// <summary>How a status was learnt.</summary>
public enum RevocationMethod
{
    /// <summary>By no answer at all.</summary>
    None = 0,

    /// <summary>Online Certificate Status Protocol (RFC 6960).</summary>
    Ocsp,

    /// <summary>Certificate revocation list (失効情報ファイル, RFC 5280 §5).</summary>
    Crl,
}
