namespace MyNumber.Jpki.Asn1;

/// <summary>Object identifiers of JPKI's profile and of the standards under it, in dotted form.</summary>
public static class Oids
{
    /// <summary>rsaEncryption (RFC 8017).</summary>
    public const string RsaEncryption = "1.2.840.113549.1.1.1";

    /// <summary>id-RSASSA-PSS (RFC 8017).</summary>
    public const string RsaPss = "1.2.840.113549.1.1.10";

    /// <summary>sha256WithRSAEncryption (RFC 8017).</summary>
    public const string Sha256WithRsa = "1.2.840.113549.1.1.11";

    /// <summary>sha384WithRSAEncryption (RFC 8017).</summary>
    public const string Sha384WithRsa = "1.2.840.113549.1.1.12";

    /// <summary>sha512WithRSAEncryption (RFC 8017).</summary>
    public const string Sha512WithRsa = "1.2.840.113549.1.1.13";

    /// <summary>id-ecPublicKey (RFC 5480 §2.1.1).</summary>
    public const string EcPublicKey = "1.2.840.10045.2.1";

    /// <summary>ecdsa-with-SHA256 (RFC 5758 §3.2).</summary>
    public const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    /// <summary>ecdsa-with-SHA384 (RFC 5758 §3.2); announced for the next card.</summary>
    public const string EcdsaWithSha384 = "1.2.840.10045.4.3.3";

    /// <summary>ecdsa-with-SHA512 (RFC 5758 §3.2).</summary>
    public const string EcdsaWithSha512 = "1.2.840.10045.4.3.4";

    /// <summary>sha1WithRSAEncryption (RFC 8017). Weak; judged only where an option with a long name says so.</summary>
    public const string Sha1WithRsa = "1.2.840.113549.1.1.5";

    /// <summary>id-sha1.</summary>
    public const string Sha1 = "1.3.14.3.2.26";

    /// <summary>id-sha256.</summary>
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>id-sha384.</summary>
    public const string Sha384 = "2.16.840.1.101.3.4.2.2";

    /// <summary>id-sha512.</summary>
    public const string Sha512 = "2.16.840.1.101.3.4.2.3";

    /// <summary>keyUsage.</summary>
    public const string KeyUsage = "2.5.29.15";

    /// <summary>extKeyUsage.</summary>
    public const string ExtendedKeyUsage = "2.5.29.37";

    /// <summary>anyExtendedKeyUsage.</summary>
    public const string AnyExtendedKeyUsage = "2.5.29.37.0";

    /// <summary>basicConstraints.</summary>
    public const string BasicConstraints = "2.5.29.19";

    /// <summary>subjectAltName.</summary>
    public const string SubjectAltName = "2.5.29.17";

    /// <summary>issuerAltName.</summary>
    public const string IssuerAltName = "2.5.29.18";

    /// <summary>certificatePolicies.</summary>
    public const string CertificatePolicies = "2.5.29.32";

    /// <summary>cRLDistributionPoints.</summary>
    public const string CrlDistributionPoints = "2.5.29.31";

    /// <summary>authorityKeyIdentifier.</summary>
    public const string AuthorityKeyIdentifier = "2.5.29.35";

    /// <summary>subjectKeyIdentifier.</summary>
    public const string SubjectKeyIdentifier = "2.5.29.14";

    /// <summary>cRLNumber.</summary>
    public const string CrlNumber = "2.5.29.20";

    /// <summary>deltaCRLIndicator.</summary>
    public const string DeltaCrlIndicator = "2.5.29.27";

    /// <summary>cRLReason (entry extension).</summary>
    public const string CrlReason = "2.5.29.21";

    /// <summary>issuingDistributionPoint.</summary>
    public const string IssuingDistributionPoint = "2.5.29.28";

    /// <summary>certificateIssuer (entry extension).</summary>
    public const string CertificateIssuer = "2.5.29.29";

    /// <summary>nameConstraints.</summary>
    public const string NameConstraints = "2.5.29.30";

    /// <summary>anyPolicy.</summary>
    public const string AnyPolicy = "2.5.29.32.0";

    /// <summary>policyMappings.</summary>
    public const string PolicyMappings = "2.5.29.33";

    /// <summary>policyConstraints.</summary>
    public const string PolicyConstraints = "2.5.29.36";

    /// <summary>inhibitAnyPolicy.</summary>
    public const string InhibitAnyPolicy = "2.5.29.54";

    /// <summary>id-kp-timeStamping (RFC 3161 §2.3).</summary>
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    /// <summary>emailAddress, an attribute of names (PKCS #9).</summary>
    public const string EmailAddress = "1.2.840.113549.1.9.1";

    /// <summary>authorityInfoAccess.</summary>
    public const string AuthorityInfoAccess = "1.3.6.1.5.5.7.1.1";

    /// <summary>id-qt-cps, policy qualifier.</summary>
    public const string CpsQualifier = "1.3.6.1.5.5.7.2.1";

    /// <summary>id-kp-clientAuth.</summary>
    public const string ClientAuth = "1.3.6.1.5.5.7.3.2";

    /// <summary>id-kp-OCSPSigning (RFC 6960 §4.2.2.2).</summary>
    public const string OcspSigning = "1.3.6.1.5.5.7.3.9";

    /// <summary>id-ad-ocsp.</summary>
    public const string Ocsp = "1.3.6.1.5.5.7.48.1";

    /// <summary>id-pkix-ocsp-basic.</summary>
    public const string OcspBasic = "1.3.6.1.5.5.7.48.1.1";

    /// <summary>id-pkix-ocsp-nonce.</summary>
    public const string OcspNonce = "1.3.6.1.5.5.7.48.1.2";

    /// <summary>id-pkix-ocsp-nocheck.</summary>
    public const string OcspNoCheck = "1.3.6.1.5.5.7.48.1.5";

    /// <summary>id-pkix-ocsp-extended-revoke.</summary>
    public const string OcspExtendedRevoke = "1.3.6.1.5.5.7.48.1.9";

    /// <summary>id-signedData (RFC 5652).</summary>
    public const string SignedData = "1.2.840.113549.1.7.2";

    /// <summary>id-data (RFC 5652).</summary>
    public const string Data = "1.2.840.113549.1.7.1";

    /// <summary>id-contentType (RFC 5652 §11.1).</summary>
    public const string ContentType = "1.2.840.113549.1.9.3";

    /// <summary>id-messageDigest (RFC 5652 §11.2).</summary>
    public const string MessageDigest = "1.2.840.113549.1.9.4";

    /// <summary>id-signingTime (RFC 5652 §11.3).</summary>
    public const string SigningTime = "1.2.840.113549.1.9.5";

    /// <summary>personalData, the arc of the otherNames that hold the four attributes.</summary>
    public const string PersonalDataArc = "1.2.392.200149.8.5.5";

    /// <summary>Name (氏名).</summary>
    public const string PersonName = "1.2.392.200149.8.5.5.1";

    /// <summary>Substitution flags of the name (氏名代替文字情報).</summary>
    public const string PersonNameSubstitutes = "1.2.392.200149.8.5.5.2";

    /// <summary>Sex (性別).</summary>
    public const string PersonSex = "1.2.392.200149.8.5.5.3";

    /// <summary>Birth date (生年月日).</summary>
    public const string PersonBirthDate = "1.2.392.200149.8.5.5.4";

    /// <summary>Address (住所).</summary>
    public const string PersonAddress = "1.2.392.200149.8.5.5.5";

    /// <summary>Substitution flags of the address (住所代替文字情報).</summary>
    public const string PersonAddressSubstitutes = "1.2.392.200149.8.5.5.6";

    /// <summary>Policy of the signature certificate on a card, production shape.</summary>
    public const string PolicySignatureCard = "1.2.392.200149.8.5.1.1.20";

    /// <summary>Policy of the user-authentication certificate on a card, production shape.</summary>
    public const string PolicyUserAuthenticationCard = "1.2.392.200149.8.5.1.3.30";

    /// <summary>Policy of the signature certificate on a card of the issuing body's test environment.</summary>
    public const string PolicySignatureCardTest = "1.2.392.200149.8.5.1.0.20";
}
