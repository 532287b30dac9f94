using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Pdf;
using MyNumber.Jpki.Pdf.Signing;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>What is damaged: a page signed once and twice, with tables and with streams, and files of many shapes, all under one lab certificate.</summary>
internal sealed class PdfSeeds : IDisposable
{
    private readonly LabWorld _world;
    private readonly RSA _key;

    public PdfSeeds()
    {
        _world = LabWorld.StartAsync().GetAwaiter().GetResult();
        byte[] certificate = _world.Holder.Certificates.Signature!.Encoded.ToArray();
        JpkiCertificate read = JpkiCertificate.TryParse(certificate, out JpkiCertificate? parsed, out _) ? parsed : throw new InvalidOperationException("The seed's certificate cannot be read.");
        _key = Enumerable.Range(0, LabKeyPool.Count).Select(LabKeyPool.Load).First(key => key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(read.SubjectPublicKeyInfo.Span));
        TrustAnchorSet anchors = _world.CreateValidator(CertificatePurpose.Signature).Anchors;
        PdfVerificationOptions open = new() { LaterUpdates = PdfLaterUpdates.SignaturesAndValidationData };
        Verifier = new PdfDocumentVerifier(new CertificateValidator(anchors, new AlwaysGood(_world.Clock), _world.Clock), open);
        SignerCredential signer = SignerCredential.Create(certificate, _key);
        PdfDocumentSigner desk = new(_world.Clock);
        byte[] table = desk.Sign(signer, PdfBuilder.Classic), streams = desk.Sign(signer, PdfBuilder.Packed);
        CmsDocumentSigner messages = new(_world.Clock);
        Known = [.. PdfLayouts.Sign(content => messages.Sign(signer, content, new CmsSigningOptions { Detached = true }))];
        Files = [table, streams, desk.Sign(signer, table), desk.Sign(signer, streams), .. Known.Select(seed => seed.File)];
    }

    public PdfDocumentVerifier Verifier { get; }

    /// <summary>Every signed file; what a signature covers is one of them.</summary>
    public byte[][] Files { get; }

    /// <summary>Those of which every object is known.</summary>
    public PdfSeed[] Known { get; }

    public void Dispose()
    {
        _key.Dispose();
        _world.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private sealed class AlwaysGood(TimeProvider clock) : IRevocationSource
    {
        public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(RevocationEvidence.Good(RevocationMethod.Crl, clock.GetUtcNow().AddHours(-1), clock.GetUtcNow().AddHours(1)));
    }
}
