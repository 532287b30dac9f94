using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures.Cms;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Signatures.Timestamps;

/// <summary>A customer who signs and a timestamp authority under an anchor of its own.</summary>
internal sealed class StampDesk : IDisposable
{
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    public static readonly ChainOptions NoStatus = new() { LeaveStatusOfEveryCertificateToTheCaller = true };

    public StampDesk()
    {
        AuthorityDer = Issue([TimeStamping]);
        Authority = SignerCredential.Create(AuthorityDer, AuthorityKey);
        Verifier = new TimestampVerifier(new ChainTimestampTrust([Anchor.Der], null, NoStatus));
    }

    public SignerDesk Signers { get; } = new();

    public ShapedAuthority Anchor { get; } = new(7, "C=JP, O=SHAPED TEST, OU=Shaped Time Anchor");

    public RSA AuthorityKey { get; } = LabKeyPool.Load(24);

    public byte[] AuthorityDer { get; }

    public SignerCredential Authority { get; }

    public TimestampVerifier Verifier { get; }

    public byte[] Issue(
        string[] purposes, bool critical = true, X509KeyUsageFlags? usage = X509KeyUsageFlags.DigitalSignature, DateTimeOffset? from = null, DateTimeOffset? to = null, ShapedAuthority? by = null)
    {
        CertificateRequest request = new("C=JP, O=SHAPED TEST, CN=Shaped Time", AuthorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        if (usage is { } bits)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(bits, true));
        }

        if (purposes.Length != 0)
        {
            OidCollection oids = [];
            purposes.ToList().ForEach(p => oids.Add(new Oid(p)));
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(oids, critical));
        }

        ShapedAuthority issuer = by ?? Anchor;
        X509SignatureGenerator generator = X509SignatureGenerator.CreateForRSA(issuer.Key, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.Create(
            issuer.Name, generator, from ?? SigningDesk.Now.AddYears(-1), to ?? SigningDesk.Now.AddYears(5), [0x09, 0x08, 0x07]);
        return certificate.RawData;
    }

    public LabStamp Stamp(byte[] data) => new() { Signer = Authority, Data = data };

    public TimestampResult Verify(LabStamp stamp, DateTimeOffset? at = null) => Verifier.Verify(stamp.Token(), stamp.Data, at ?? SigningDesk.Now);

    /// <summary>A CAdES-T document by the first customer.</summary>
    public byte[] SignAndStamp(Func<LabStamp, LabStamp>? change = null, CmsSigningOptions? options = null)
    {
        CmsSignedDocument document = SignerDesk.Parse(Signers.SignByFirst(options));
        LabStamp stamp = Stamp(document.Signers[0].Signature.ToArray());
        TimestampToken.TryParse((change?.Invoke(stamp) ?? stamp).Token(), out TimestampToken? token).ShouldBeTrue();
        return SignatureTimestamps.Attach(document, document.Signers[0], token!);
    }

    public async Task<TimestampedDocumentResult> VerifyAsync(byte[] cms) =>
        await new TimestampedDocumentVerifier(Signers.Desk.Documents, Verifier).VerifyAsync(cms);

    public void Dispose()
    {
        AuthorityKey.Dispose();
        Anchor.Dispose();
        Signers.Dispose();
    }
}
