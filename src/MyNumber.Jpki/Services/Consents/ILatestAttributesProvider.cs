using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Services.Consents;

/// <summary>The authority's service of the latest four attributes (最新の利用者情報 (4情報) 提供), itself or through a platform operator.</summary>
/// <remarks>
/// <para>Its wire form is not public. An implementation answers <see cref="LatestAttributesState.NoAnswer"/> and <see cref="AuthorityConsentState.NoAnswer"/> for whatever a network or a peer does,
/// and does not throw for it.</para>
/// <para>Revocations are not pushed: they are learnt by polling (one source). Each hit costs a fee (one source).</para>
/// </remarks>
public interface ILatestAttributesProvider
{
    /// <summary>Asks how a consent stands at the authority.</summary>
    /// <param name="consentId">The consent.</param>
    /// <param name="signatureCertificate">The signature certificate that signed it: what somebody else filed under the same number is another consent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer.</returns>
    ValueTask<AuthorityConsent> PollAsync(string consentId, CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default);

    /// <summary>Asks for the latest attributes of a holder.</summary>
    /// <param name="consentId">The consent under which it is asked.</param>
    /// <param name="signatureCertificate">The signature certificate that signed the consent, under which the holder is known here.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer.</returns>
    ValueTask<LatestAttributes> FetchAsync(string consentId, CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default);
}
