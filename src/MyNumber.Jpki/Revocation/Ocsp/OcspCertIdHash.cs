namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>The hash by which a request names the issuer (CertID, RFC 6960 §4.1.1). It identifies only and protects nothing.</summary>
public enum OcspCertIdHash
{
    /// <summary>SHA-256.</summary>
    Sha256 = 0,

    /// <summary>SHA-1, for responders that know no other (RFC 5019 §2.1.1).</summary>
    Sha1,
}
