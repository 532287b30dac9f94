using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Services;

/// <summary>Serial link (発行番号の紐付け): from a person's signature certificate to the user-authentication certificate, the S→R answer of the account-opening flow.</summary>
/// <remarks>Only a recognised verifier (署名検証者) gets it. Links may be missing for a while after issuance.</remarks>
public interface ISerialLinkService
{
    /// <summary>Asks which user-authentication certificate belongs to the holder of a signature certificate.</summary>
    /// <param name="signatureCertificate">The signature certificate's identity.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The user-authentication certificate's identity, or <see langword="null"/> when no link is known.</returns>
    ValueTask<CertificateIdentity?> FindUserAuthenticationAsync(CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default);
}
