using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Pdf.Signing;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.JpkiFuzz.Pdf;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>One customer, one bank and one clock.</summary>
internal sealed class PdfDesk : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    public PdfDesk(ShapedLeaf? leaf = null)
    {
        Authority = new ShapedAuthority(1);
        Key = LabKeyPool.Load((leaf ?? ShapedLeaf.Signature).Key);
        Certificate = (leaf ?? ShapedLeaf.Signature).IssueBy(Authority);
        Signer = SignerCredential.Create(Certificate, Key);
        Validator = new CertificateValidator(ShapedAuthority.SignatureAnchors(Authority), Status, Clock);
        Strict = new PdfDocumentVerifier(Validator);
        Open = new PdfDocumentVerifier(Validator, new PdfVerificationOptions { LaterUpdates = PdfLaterUpdates.SignaturesAndValidationData });
        Desk = new PdfDocumentSigner(Clock);
    }

    public ShapedAuthority Authority { get; }

    public RSA Key { get; }

    public byte[] Certificate { get; }

    public SignerCredential Signer { get; }

    public FixedStatus Status { get; } = new();

    public ManualTimeProvider Clock { get; } = new(Now);

    public CertificateValidator Validator { get; }

    /// <summary>Allows nothing behind a signature.</summary>
    public PdfDocumentVerifier Strict { get; }

    /// <summary>Allows signatures and validation data.</summary>
    public PdfDocumentVerifier Open { get; }

    public PdfDocumentSigner Desk { get; }

    public byte[] Sign(byte[]? pdf = null, PdfSigningOptions? options = null) => Desk.Sign(Signer, pdf ?? PdfBuilder.Classic, options);

    public async Task<VerificationReason> ReasonAsync(byte[] pdf) => (await Strict.VerifyAsync(pdf)).Reason;

    public async Task<VerificationReason> OpenReasonAsync(byte[] pdf) => (await Open.VerifyAsync(pdf)).Reason;

    public void Dispose()
    {
        Authority.Dispose();
        Key.Dispose();
    }

    /// <summary>The same length, other bytes, so that no offset moves.</summary>
    public static byte[] Swap(byte[] pdf, string old, string now)
    {
        now.Length.ShouldBe(old.Length);
        string text = Encoding.Latin1.GetString(pdf);
        text.ShouldContain(old);
        return Encoding.Latin1.GetBytes(text.Replace(old, now, StringComparison.Ordinal));
    }

    public static string Text(byte[] pdf) => Encoding.Latin1.GetString(pdf);

    /// <summary>A message over a content that stands elsewhere.</summary>
    public byte[] Detached(byte[] content) => new CmsDocumentSigner(Clock).Sign(Signer, content, new CmsSigningOptions { Detached = true });
}
