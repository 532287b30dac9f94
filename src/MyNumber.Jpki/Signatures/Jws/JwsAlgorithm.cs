namespace MyNumber.Jpki.Signatures.Jws;

/// <summary>The signature algorithms of JWS (RFC 7518 §3.1) that are made and judged here. <c>none</c> and the HMACs are no members.</summary>
public enum JwsAlgorithm
{
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256, as a card signs.</summary>
    RS256 = 0,

    /// <summary>RSASSA-PSS with SHA-256, MGF1 by SHA-256 and a salt of 32 bytes.</summary>
    PS256 = 1,

    /// <summary>ECDSA on P-256 with SHA-256, r and s side by side.</summary>
    ES256 = 2,

    /// <summary>ECDSA on P-384 with SHA-384, r and s side by side.</summary>
    ES384 = 3,
}
