using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.JpkiFuzz;

/// <summary>One lab holder with the key of the signature certificate, under a status source that always says good.</summary>
internal sealed class LabSigner : IDisposable
{
    /// <summary>Instant and address are fixed, so that the certificates, and with them the seeds of a run, are the same byte for byte.</summary>
    private readonly LabWorld _world = LabWorld.StartAsync(new LabWorldOptions { Start = new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero), OcspAddress = new Uri("http://ocsp.lab.example/") }).GetAwaiter().GetResult();

    public LabSigner()
    {
        byte[] certificate = _world.Holder.Certificates.Signature!.Encoded.ToArray();
        JpkiCertificate read = JpkiCertificate.TryParse(certificate, out JpkiCertificate? parsed, out _) ? parsed : throw new InvalidOperationException("The seed's certificate cannot be read.");
        Key = Enumerable.Range(0, LabKeyPool.Count).Select(LabKeyPool.Load).First(key => key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(read.SubjectPublicKeyInfo.Span));
        Credential = SignerCredential.Create(certificate, Key);
        Validator = new CertificateValidator(_world.CreateValidator(CertificatePurpose.Signature).Anchors, new AlwaysGood(_world.Clock), _world.Clock);
    }

    public RSA Key { get; }

    public SignerCredential Credential { get; }

    public CertificateValidator Validator { get; }

    public TimeProvider Clock => _world.Clock;

    public void Dispose()
    {
        Key.Dispose();
        _world.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private sealed class AlwaysGood(TimeProvider clock) : IRevocationSource
    {
        public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(RevocationEvidence.Good(RevocationMethod.Crl, clock.GetUtcNow().AddHours(-1), clock.GetUtcNow().AddHours(1)));
    }
}
