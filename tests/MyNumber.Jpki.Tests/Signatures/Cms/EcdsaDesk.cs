using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

/// <summary>A holder of the next card as it is expected: ECDSA on P-384, or on P-256 for the algorithms that need it.</summary>
internal sealed class EcdsaDesk : IDisposable
{
    private const string Policy = "1.3.6.1.4.1.99999.1.1";

    private static readonly X500DistinguishedName Name = new(ShapedAuthority.SignatureName, X500DistinguishedNameFlags.ForceUTF8Encoding);

    private readonly ECDsa _authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    public EcdsaDesk(int size = 384)
    {
        Key = ECDsa.Create(size == 256 ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384);
        AuthorityDer = Authority();
        Der = Leaf();
        Credential = SignerCredential.Create(Der, Key);
        TrustAnchor.TryParse(AuthorityDer, out TrustAnchor? anchor).ShouldBeTrue();
        CertificateProfile profile = CertificateProfiles.ExpectedNextCardSignature(Policy) with { KeySize = size };
        Validator = new CertificateValidator(
            new TrustAnchorSet(CertificatePurpose.Signature, JpkiEnvironment.Lab, [anchor!], [profile]), new FixedStatus(), new ManualTimeProvider(SigningDesk.Now));
    }

    public ECDsa Key { get; }

    public byte[] AuthorityDer { get; }

    public byte[] Der { get; }

    public SignerCredential Credential { get; }

    public CertificateValidator Validator { get; }

    public async Task<ValidatedCertificate> ValidateSignerAsync() => (await Validator.ValidateAsync(Der)).Validated.ShouldNotBeNull();

    public void Dispose()
    {
        Key.Dispose();
        _authorityKey.Dispose();
    }

    private byte[] Authority()
    {
        CertificateRequest request = new(Name, _authorityKey, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using X509Certificate2 certificate = request.Create(Name, X509SignatureGenerator.CreateForECDsa(_authorityKey), ShapedAuthority.Start, ShapedAuthority.End, [0x05]);
        return certificate.RawData;
    }

    private byte[] Leaf()
    {
        CertificateRequest request = new(new X500DistinguishedName("C=JP, CN=SHAPED0002"), Key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509Extension(Oids.SubjectAltName, ShapedLeaf.EncodeHolder(ShapedLeaf.Hanako), false));
        AsnWriter policy = new(AsnEncodingRules.DER);
        using (policy.PushSequence())
        using (policy.PushSequence())
        {
            policy.WriteObjectIdentifier(Policy);
        }

        request.CertificateExtensions.Add(new X509Extension(Oids.CertificatePolicies, policy.Encode(), true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(new X509SubjectKeyIdentifierExtension(new PublicKey(_authorityKey), false)));
        DateTimeOffset start = SigningDesk.Now.AddYears(-1), end = SigningDesk.Now.AddYears(4);
        using X509Certificate2 certificate = request.Create(Name, X509SignatureGenerator.CreateForECDsa(_authorityKey), start, end, [0x11, 0x22]);
        return certificate.RawData;
    }
}
