namespace MyNumber.Jpki.Signatures.Cms;

/// <summary>How an RSA signature and its algorithm are written in a SignerInfo. An ECDSA key has one form only and leaves this aside.</summary>
public enum CmsSignatureForm
{
    /// <summary>PKCS#1 v1.5, named rsaEncryption (RFC 5754 §3.2), as most software writes it.</summary>
    RsaEncryption = 0,

    /// <summary>PKCS#1 v1.5, named with its hash, for example sha256WithRSAEncryption, as some card software writes it.</summary>
    HashWithRsa = 1,

    /// <summary>RSASSA-PSS with the same hash for MGF1 and a salt as long as the hash (RFC 4056). The key must be able to; no source tells of a card that is used so.</summary>
    Pss = 2,
}
