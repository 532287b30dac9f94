namespace MyNumber.Jpki;

/// <summary>Why a certificate, a status or a signature was not found valid. Names are stable; no reason carries a value of the holder.</summary>
public enum VerificationReason
{
    /// <summary>No reason: the answer is valid.</summary>
    None = 0,

    /// <summary>The bytes are not one well-formed DER certificate.</summary>
    CertificateMalformed = 100,

    /// <summary>The certificate differs from the accepted profile in a way that has no reason of its own: it is not of version 3.</summary>
    ProfileMismatch = 110,

    /// <summary>The certificate is JPKI's other one: a user-authentication certificate where a signature certificate is needed, or the reverse.</summary>
    WrongPurpose = 111,

    /// <summary>The policy OID is not in the table of the environment.</summary>
    PolicyNotAccepted = 112,

    /// <summary>A critical extension is not understood (RFC 5280 §4.2).</summary>
    UnrecognisedCriticalExtension = 113,

    /// <summary>An end-entity certificate claims to be an authority.</summary>
    AuthorityAsEndEntity = 114,

    /// <summary>No anchor has the issuer's name: the certificate is another authority's or another environment's.</summary>
    IssuerUnknown = 120,

    /// <summary>The issuer's name is known, the generation (key identifier) is not pinned.</summary>
    IssuerGenerationUnknown = 121,

    /// <summary>The pinned generation did not sign the certificate.</summary>
    IssuerSignatureInvalid = 122,

    /// <summary>The pinned generation's own certificate is out of its period.</summary>
    AnchorOutOfPeriod = 123,

    /// <summary>The certificate's period has not begun.</summary>
    NotYetValid = 130,

    /// <summary>The certificate's last second has passed.</summary>
    Expired = 131,

    /// <summary>On hold (一時保留): not valid now, and not revoked.</summary>
    Held = 140,

    /// <summary>Revoked (失効); the CRL reason stands beside it.</summary>
    Revoked = 141,

    /// <summary>The responder does not know the certificate.</summary>
    StatusUnknown = 150,

    /// <summary>No status source answered.</summary>
    StatusUnreachable = 151,

    /// <summary>The status answer is older than it may be, or not yet valid.</summary>
    StatusStale = 152,

    /// <summary>The status answer is not well formed or larger than allowed.</summary>
    StatusMalformed = 153,

    /// <summary>The status answer is about another certificate: serial, issuer name and issuer key must all match.</summary>
    StatusForOtherCertificate = 154,

    /// <summary>The status answer's signature does not hold.</summary>
    StatusSignatureInvalid = 155,

    /// <summary>The status answer was signed by a certificate that may not: no OCSPSigning, wrong issuer, out of its period.</summary>
    StatusSignerNotAuthorised = 156,

    /// <summary>The status answer does not carry the nonce that was sent.</summary>
    StatusNonceMismatch = 157,

    /// <summary>The responder refused: tryLater, internalError, sigRequired, unauthorized or malformedRequest.</summary>
    StatusRefused = 158,

    /// <summary>No list covers the certificate's municipality and generation.</summary>
    StatusOutOfScope = 159,

    /// <summary>The responder answers that the certificate was never issued: held since 1970-01-01 (RFC 6960 §2.2, §4.4.8).</summary>
    StatusNeverIssued = 160,

    /// <summary>No responder address is configured for this certificate, and none may be taken from it.</summary>
    StatusNoAddress = 161,

    /// <summary>Nothing usable is at hand, and nothing may be asked while offline.</summary>
    StatusNotAtHand = 162,

    /// <summary>Two sources say different things about the certificate.</summary>
    StatusSourcesDisagree = 163,

    /// <summary>Two sources had to agree, and only one gave an answer.</summary>
    StatusNotConfirmed = 164,

    /// <summary>The signed document is not well-formed CMS SignedData of a supported shape.</summary>
    DocumentMalformed = 200,

    /// <summary>The document has no signer, several signers, or no certificate of its signer.</summary>
    SignerNotFound = 201,

    /// <summary>The content does not match the digest that was signed: it was changed after signing.</summary>
    ContentDigestMismatch = 202,

    /// <summary>The signature does not hold under the certificate's key.</summary>
    SignatureInvalid = 203,

    /// <summary>The signature or digest algorithm is not accepted.</summary>
    AlgorithmNotAccepted = 204,

    /// <summary>The document has several signers, where one is expected.</summary>
    SeveralSigners = 205,

    /// <summary>The challenge is not known: never issued, or used before (replay).</summary>
    ChallengeNotFound = 300,

    /// <summary>The challenge is too old.</summary>
    ChallengeExpired = 301,

    /// <summary>The challenge was issued for another origin or session.</summary>
    ChallengeForOtherOrigin = 302,

    /// <summary>The challenge was issued for another text than the one to be carried out, or for a login where a text is to be approved, or the reverse.</summary>
    ChallengeForOtherText = 303,

    /// <summary>What was signed is not the consent that was asked for.</summary>
    ConsentForOtherRequest = 304,

    /// <summary>The consent was recorded before; one signature gives one consent.</summary>
    ConsentAlreadyGiven = 305,

    /// <summary>The consent was signed by another certificate than the account's.</summary>
    ConsentByOtherSigner = 306,

    /// <summary>The account has no signature certificate linked, so nobody can say whether the signer is its holder.</summary>
    ConsentAccountNotLinked = 307,

    /// <summary>The request for the consent is too old, or from the future.</summary>
    ConsentRequestExpired = 308,

    /// <summary>The challenge was issued for another service of the same site.</summary>
    ChallengeForOtherAudience = 309,

    /// <summary>The challenge was issued for another kind of answer: a login where an application was to be signed, or the like.</summary>
    ChallengeForOtherPurpose = 310,

    /// <summary>What was signed is not the application that the challenge was issued for.</summary>
    ApplicationForOtherChallenge = 311,

    /// <summary>The text was approved with another certificate than the one that had to approve it: another person's, or one that was renewed.</summary>
    ApprovalByOtherHolder = 312,

    /// <summary>A chain would cost more work than its budgets allow: certificates, lists, signatures, steps of the search.</summary>
    ChainWorkExceeded = 600,

    /// <summary>A key or signature of a chain is of an algorithm or curve that is not judged here, for example DSA or RSASSA-PSS.</summary>
    ChainAlgorithmNotSupported = 601,

    /// <summary>Names of a chain are equal by RFC 5280 §7.1 only, and that comparison was not asked for.</summary>
    ChainNamesDifferInForm = 602,

    /// <summary>A certificate that issued another says that it is no authority, or does not say that it is one (RFC 5280 §6.1.4 (k)).</summary>
    ChainAuthorityExpected = 603,

    /// <summary>keyUsage of an issuer has no keyCertSign (RFC 5280 §6.1.4 (n)).</summary>
    ChainKeyMayNotSignCertificates = 604,

    /// <summary>More authorities than a path length constraint allows (RFC 5280 §6.1.4 (l)).</summary>
    ChainPathTooLong = 605,

    /// <summary>A name is outside of the permitted or inside of the excluded subtrees (RFC 5280 §4.2.1.10).</summary>
    ChainNameNotPermitted = 606,

    /// <summary>A name constraint of a form that is not judged here stands against a name of that form.</summary>
    ChainConstraintNotSupported = 607,

    /// <summary>No policy that is accepted leads through the path where an explicit one is required, or a mapping names anyPolicy (RFC 5280 §6.1).</summary>
    ChainPolicyNotSatisfied = 608,

    /// <summary>keyUsage or extKeyUsage does not allow what the caller asked for.</summary>
    ChainPurposeNotAllowed = 609,

    /// <summary>extKeyUsage of a certificate in a chain is critical and the caller named no purpose.</summary>
    ChainPurposeUndecided = 610,

    /// <summary>A list has a critical extension, of its own or of an entry, that is not understood; it must not be used (RFC 5280 §5.2, §5.3).</summary>
    ChainCrlExtensionUnrecognised = 611,

    /// <summary>The lists together do not cover every reason of revocation (RFC 5280 §6.3.3).</summary>
    ChainCrlReasonsNotCovered = 612,

    /// <summary>One certificate signed a document more than once.</summary>
    SignerRepeated = 640,

    /// <summary>signing-certificate or signing-certificate-v2 names another certificate than the signer's (RFC 5035 §5.4).</summary>
    SigningCertificateMismatch = 641,

    /// <summary>signing-certificate-v2 is required and absent.</summary>
    SigningCertificateMissing = 642,

    /// <summary>A timestamp is required and absent.</summary>
    TimestampMissing = 650,

    /// <summary>There is more than one timestamp token over a signature, where one is looked for.</summary>
    TimestampAmbiguous = 651,

    /// <summary>The timestamp token or answer is not well formed (RFC 3161), or larger than allowed.</summary>
    TimestampMalformed = 652,

    /// <summary>The timestamp is over something else.</summary>
    TimestampImprintMismatch = 653,

    /// <summary>The timestamp token's own signature, or its binding to the authority's certificate, does not hold.</summary>
    TimestampSignatureInvalid = 654,

    /// <summary>The timestamp was signed by a certificate that may not: its one purpose, critical, must be id-kp-timeStamping (RFC 3161 §2.3).</summary>
    TimestampSignerNotAuthorised = 655,

    /// <summary>The timestamp's time is in the future, or outside of the period of the authority's or of the signer's certificate.</summary>
    TimestampOutOfPeriod = 656,

    /// <summary>The timestamp does not carry the nonce that was sent.</summary>
    TimestampNonceMismatch = 657,

    /// <summary>The timestamp authority refused the request.</summary>
    TimestampRefused = 658,

    /// <summary>The timestamp was made under another policy than the one asked for.</summary>
    TimestampPolicyMismatch = 659,

    /// <summary>The token is not a JWS in compact form (RFC 7515 §7.1) with a strict header and strict base64url, or is larger than allowed.</summary>
    JwsMalformed = 670,

    /// <summary>The header of a JWS has a parameter that is refused: crit, b64, zip, or a key from elsewhere (jku, jwk, x5u).</summary>
    JwsHeaderNotAccepted = 671,

    /// <summary>x5c or x5t#S256 of a JWS names another certificate, or neither is there.</summary>
    JwsCertificateMismatch = 672,

    /// <summary>keyUsage is absent, not critical, or its bits are not exactly those of the profile.</summary>
    KeyUsageNotAccepted = 690,

    /// <summary>extKeyUsage lacks the profile's purpose, is critical with another one, or names OCSPSigning or anyExtendedKeyUsage.</summary>
    ExtendedKeyUsageNotAccepted = 691,

    /// <summary>The certificate has no policy, or more than one; JPKI's has exactly one.</summary>
    PolicyNotSingle = 692,

    /// <summary>certificatePolicies is not critical.</summary>
    PolicyNotCritical = 693,

    /// <summary>The four attributes (基本4情報) are absent where the profile demands them.</summary>
    HolderAttributesMissing = 694,

    /// <summary>subjectAltName is there where the profile has none: a user-authentication certificate carries no personal attribute.</summary>
    HolderAttributesUnexpected = 695,

    /// <summary>The subject's key is of another algorithm, length or exponent than the profile's.</summary>
    KeyNotAccepted = 696,

    /// <summary>The authority signed with another algorithm than the profile's.</summary>
    CertificateAlgorithmNotAccepted = 697,

    /// <summary>The four attributes cannot be read: one is missing, stands twice, has the wrong string type, or its substitution flags do not fit.</summary>
    HolderAttributesMalformed = 698,

    /// <summary>The serial number is zero (RFC 5280 §4.1.2.2).</summary>
    SerialNumberNotPositive = 699,

    /// <summary>A holder's certificate has basicConstraints, which JPKI's has not, though it does not claim to be an authority.</summary>
    BasicConstraintsUnexpected = 700,

    /// <summary>The document is not well-formed XML 1.0 with namespaces in UTF-8, or has a DTD or a relative namespace address.</summary>
    XmlMalformed = 710,

    /// <summary>A ceiling was reached: length, depth or nodes of an XML document, references, certificates, or octets to be hashed.</summary>
    XmlTooLarge = 711,

    /// <summary>The XML document has no ds:Signature.</summary>
    XmlSignatureNotFound = 712,

    /// <summary>ds:Signature is not at the expected place, or there is more than one.</summary>
    XmlSignatureMisplaced = 713,

    /// <summary>ds:Signature is not built as XMLDSIG §4 orders it: an element or attribute that is not known, a comment inside of it, or a value that is not strict base64.</summary>
    XmlSignatureMalformed = 714,

    /// <summary>A reference of an XML signature leads out of the document or is of a form that is refused: an address, a path, an XPointer.</summary>
    XmlReferenceNotAccepted = 715,

    /// <summary>A reference of an XML signature names an identifier that no element has.</summary>
    XmlReferenceNotFound = 716,

    /// <summary>A reference of an XML signature names an identifier that several elements have.</summary>
    XmlIdRepeated = 717,

    /// <summary>A transform of an XML signature is refused: XSLT, XPath, base64, or one too many, or enveloped-signature where the signature is not inside.</summary>
    XmlTransformNotAccepted = 718,

    /// <summary>The canonicalisation of SignedInfo is not one of the four that are judged.</summary>
    XmlCanonicalizationNotAccepted = 719,

    /// <summary>The signature holds, but not over what the caller expects at that place (XML signature wrapping).</summary>
    XmlCoverageMismatch = 720,

    /// <summary>KeyInfo of an XML signature has something else than certificates, their names and KeyName, for example RetrievalMethod or KeyValue.</summary>
    XmlKeyInfoNotAccepted = 721,

    /// <summary>KeyInfo of an XML signature names another certificate than the one in it.</summary>
    XmlKeyInfoMismatch = 722,

    /// <summary>The document is not a PDF file that is read here: header, cross-references, trailer, an object, or the end of a revision is not as ISO 32000-1 §7.5 orders it.</summary>
    PdfMalformed = 760,

    /// <summary>A ceiling was reached: length, values, cross-references, revisions, fields, signatures or decompressed octets of a PDF file.</summary>
    PdfTooLarge = 761,

    /// <summary>The PDF file has two sets of cross-references for two kinds of readers (a hybrid file, ISO 32000-1 §7.5.8.4), which can show two documents.</summary>
    PdfFeatureNotAccepted = 762,

    /// <summary>The PDF file is encrypted.</summary>
    PdfEncrypted = 763,

    /// <summary>The PDF file has no signature.</summary>
    PdfSignatureNotFound = 764,

    /// <summary>A signature dictionary is not as ISO 32000-1 §12.8.1 orders it: not an object of its own in the file, an entry that is missing or stands elsewhere, /Contents that is not plain hexadecimal digits.</summary>
    PdfSignatureMalformed = 765,

    /// <summary>The signature of a PDF file is of a kind that is not judged: only adbe.pkcs7.detached and ETSI.CAdES.detached are.</summary>
    PdfSubFilterNotAccepted = 766,

    /// <summary>/ByteRange is not two ranges from the first byte on that leave out /Contents exactly (signature exclusion and wrapping).</summary>
    PdfByteRangeNotAccepted = 767,

    /// <summary>The signature does not reach to the end of the revision that it came with.</summary>
    PdfRevisionNotCovered = 768,

    /// <summary>Behind the signed revision the PDF file was changed: more than signatures that show nothing and validation data (incremental saving and shadow attacks).</summary>
    PdfChangedAfterSigning = 769,

    /// <summary>Behind the signed revision there are only signatures and validation data, and the options allow nothing.</summary>
    PdfUpdatedAfterSigning = 770,

    /// <summary>Two form fields of a PDF file have one name or one signature.</summary>
    PdfSignatureFieldRepeated = 771,

    /// <summary>Behind the CMS message /Contents has something else than zeros.</summary>
    PdfPaddingNotZero = 772,

    /// <summary>Judging it would cost more than the limits of <see cref="Validation.VerificationLimits"/> allow.</summary>
    WorkLimitExceeded = 780,

    /// <summary>Nothing that is accepted as proof shows that the signature existed at the asked instant.</summary>
    ExistenceNotProven = 781,

    /// <summary>The archived record is about another signature, certificate, content or anchor than the archived document.</summary>
    ArchivedRecordMismatch = 782,

    /// <summary>Status was archived and can be believed, and none of it says what the state was at the asked instant.</summary>
    StatusNotAboutInstant = 783,
}
