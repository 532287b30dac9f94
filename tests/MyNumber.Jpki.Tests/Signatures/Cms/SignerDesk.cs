using System.Security.Cryptography;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

/// <summary>Two customers of one bank who sign with this library.</summary>
internal sealed class SignerDesk : IDisposable
{
    private readonly RSA _secondKey = LabKeyPool.Load(22);

    public SignerDesk()
    {
        FirstKey = new CountingRsa(Desk.SignatureKey);
        First = SignerCredential.Create(Desk.SignatureDer, FirstKey);
        SecondDer = (ShapedLeaf.Signature with { Key = 22, Serial = [0x01, 0x22, 0x33, 0x45] }).IssueBy(Desk.SignatureAuthority);
        Second = SignerCredential.Create(SecondDer, _secondKey);
        Signer = new CmsDocumentSigner(Desk.Clock);
    }

    public SigningDesk Desk { get; } = new();

    public CountingRsa FirstKey { get; }

    public SignerCredential First { get; }

    public SignerCredential Second { get; }

    public byte[] SecondDer { get; }

    public CmsDocumentSigner Signer { get; }

    public byte[] SignByFirst(CmsSigningOptions? options = null) => Signer.Sign(First, SigningDesk.Application, options);

    public byte[] SignByBoth(CmsSigningOptions? options = null, CmsSigningOptions? second = null)
    {
        CmsSignedDocument document = Parse(SignByFirst(options));
        return Signer.AddSigner(document, Second, document.Content is null ? SigningDesk.Application : (ReadOnlyMemory<byte>?)null, second ?? options);
    }

    public async Task<SignersVerificationResult> VerifyEachAsync(byte[] cms, byte[]? detached = null) =>
        await Desk.Documents.VerifyEachAsync(cms, detached is null ? (ReadOnlyMemory<byte>?)null : detached);

    public static CmsSignedDocument Parse(byte[] cms)
    {
        CmsSignedDocument.TryParse(cms, out CmsSignedDocument? document, out VerificationReason reason).ShouldBeTrue(reason.ToString());
        return document!;
    }

    public void Dispose()
    {
        FirstKey.Dispose();
        _secondKey.Dispose();
        Desk.Dispose();
    }
}
