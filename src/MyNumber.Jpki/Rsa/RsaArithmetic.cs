namespace MyNumber.Jpki.Rsa;

/// <summary>Who computes the power of an RSASSA-PKCS1-v1_5 verification. Both compare the whole encoded message and give the same answers.</summary>
/// <remarks>RSASSA-PSS and the padding without a DigestInfo are computed by this library whatever is chosen.</remarks>
public enum RsaArithmetic
{
    /// <summary>The platform's <see cref="System.Security.Cryptography.RSA"/>. Each fresh key is imported first, which costs several times its verification.</summary>
    Platform = 0,

    /// <summary>This library's <see cref="RsaVerificationKey"/>: moduli of 1024 to 8192 bits, exponents up to 64 bits; other keys verify nothing.</summary>
    Managed = 1,
}
