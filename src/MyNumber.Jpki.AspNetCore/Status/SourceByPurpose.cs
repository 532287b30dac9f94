using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Asks about each certificate the source of its purpose: one may have a responder and the other lists alone.</summary>
internal sealed class SourceByPurpose(IRevocationSource signature, IRevocationSource userAuthentication) : IRevocationSource
{
    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return (path.Profile.Purpose == CertificatePurpose.Signature ? signature : userAuthentication).CheckAsync(path, cancellationToken);
    }
}
