using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.Tests.Services;

/// <summary>The authority's link services, told what to say.</summary>
internal sealed class FixedLinks : ISerialLinkService, ISuccessorService
{
    public Dictionary<CertificateIdentity, CertificateIdentity> Serials { get; } = [];

    public Dictionary<CertificateIdentity, CertificateIdentity> Successors { get; } = [];

    public int Asked { get; private set; }

    public ValueTask<CertificateIdentity?> FindUserAuthenticationAsync(CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default)
    {
        Asked++;
        return ValueTask.FromResult<CertificateIdentity?>(Serials.TryGetValue(signatureCertificate, out CertificateIdentity found) ? found : null);
    }

    public ValueTask<CertificateIdentity?> FindSuccessorAsync(CertificateIdentity old, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<CertificateIdentity?>(Successors.TryGetValue(old, out CertificateIdentity found) ? found : null);
}
