using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

/// <summary>A holder of the next card as it is expected: ECDSA on P-384, or on P-256 for the algorithms that need it.</summary>
internal sealed class EcdsaDesk : IDisposable
{
    private readonly ECDsa _authorityKey = ShapedEcdsa.Key(384);

    public EcdsaDesk(int size = 384)
    {
        Key = ShapedEcdsa.Key(size);
        AuthorityDer = ShapedEcdsa.Authority(_authorityKey);
        Der = ShapedEcdsa.Leaf(Key, _authorityKey, _authorityKey, HashAlgorithmName.SHA384, SigningDesk.Now.AddYears(-1), SigningDesk.Now.AddYears(4));
        Credential = SignerCredential.Create(Der, Key);
        TrustAnchor.TryParse(AuthorityDer, out TrustAnchor? anchor).ShouldBeTrue();
        CertificateProfile profile = CertificateProfiles.ExpectedNextCardSignature(ShapedEcdsa.Policy) with { KeySize = size };
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
}
