namespace MyNumber.Jpki.Signatures;

/// <summary>How a signature value is made from a digest.</summary>
internal enum SignatureKind
{
    /// <summary>RSASSA-PKCS1-v1_5 with DigestInfo (RFC 8017 §8.2).</summary>
    Pkcs1,

    /// <summary>RSASSA-PSS, MGF1 and salt by the digest's own hash and length (RFC 8017 §8.1).</summary>
    Pss,

    /// <summary>ECDSA in strict DER (RFC 3279 §2.2.3).</summary>
    Ecdsa,
}
