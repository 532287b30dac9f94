using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Testing.Hosting;

namespace BankPortalTests;

/// <summary>The authority's link service, which fails as often as it is told, or says another certificate.</summary>
internal sealed class LinksThatFail(JpkiEmulator emulator) : ISerialLinkService
{
    private int _failures;

    public CertificateIdentity? Instead { get; set; }

    public bool CouldBeCancelled { get; private set; }

    public void FailNext(int times) => _failures = times;

    public ValueTask<CertificateIdentity?> FindUserAuthenticationAsync(CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default)
    {
        CouldBeCancelled |= cancellationToken.CanBeCanceled;
        return Interlocked.Decrement(ref _failures) >= 0
            ? throw new HttpRequestException("silent")
            : Instead is { } other ? ValueTask.FromResult<CertificateIdentity?>(other) : emulator.Authority.Links.FindUserAuthenticationAsync(signatureCertificate, cancellationToken);
    }
}
