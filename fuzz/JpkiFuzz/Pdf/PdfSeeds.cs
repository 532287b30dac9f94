using MyNumber.Jpki.Pdf;
using MyNumber.Jpki.Pdf.Signing;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>What is damaged: a page signed once and twice, with tables and with streams, and files of many shapes, all under one lab certificate. The same in every run.</summary>
internal sealed class PdfSeeds : IDisposable
{
    private readonly LabSigner _signer = new();

    public PdfSeeds()
    {
        Verifier = new PdfDocumentVerifier(_signer.Validator, new PdfVerificationOptions { LaterUpdates = PdfLaterUpdates.SignaturesAndValidationData });
        PdfDocumentSigner desk = new(_signer.Clock);
        byte[] table = desk.Sign(_signer.Credential, PdfBuilder.Classic), streams = desk.Sign(_signer.Credential, PdfBuilder.Packed);
        Known = [.. PdfLayouts.Sign(Detached)];
        Files = [table, streams, desk.Sign(_signer.Credential, table), desk.Sign(_signer.Credential, streams), .. Known.Select(seed => seed.File)];
    }

    public PdfDocumentVerifier Verifier { get; }

    /// <summary>Every signed file; what a signature covers is one of them.</summary>
    public byte[][] Files { get; }

    /// <summary>Those of which every object is known.</summary>
    public PdfSeed[] Known { get; }

    /// <summary>A message over a content that stands elsewhere.</summary>
    public byte[] Detached(byte[] content) => new CmsDocumentSigner(_signer.Clock).Sign(_signer.Credential, content, new CmsSigningOptions { Detached = true });

    public void Dispose() => _signer.Dispose();
}
