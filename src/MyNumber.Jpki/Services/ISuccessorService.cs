using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Services;

/// <summary>Old-to-new link (新旧紐付け): from a certificate that was renewed to the one that took its place.</summary>
/// <remarks>Only a recognised verifier (署名検証者) gets it. Links may be missing for a while after issuance.</remarks>
public interface ISuccessorService
{
    /// <summary>Asks which certificate took the place of an old one, one step.</summary>
    /// <param name="old">The old certificate.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The next certificate of the same purpose, or <see langword="null"/> when none is known.</returns>
    ValueTask<CertificateIdentity?> FindSuccessorAsync(CertificateIdentity old, CancellationToken cancellationToken = default);
}
