using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Services;

/// <summary>Takes a signature certificate that its holder hands over to fill in a form (申込書への入力), and validates it.</summary>
/// <remarks>
/// <para>Whoever has the bytes can hand them over: the answer says what stands in a certificate and nothing of who is there. What is decided is decided on the signed application that follows.</para>
/// <para>Immutable and thread safe when its parts are; make one and keep it.</para>
/// </remarks>
public sealed class CertificateHandover
{
    private readonly CertificateValidator _certificates;
    private readonly HolderChallenges _challenges;

    /// <summary>Brings the validator and the challenges together.</summary>
    /// <param name="certificates">Anchors, status source and clock for <see cref="CertificatePurpose.Signature"/>.</param>
    /// <param name="challenges">The challenges that this service issues.</param>
    /// <exception cref="ArgumentException">The validator is for another purpose.</exception>
    public CertificateHandover(CertificateValidator certificates, HolderChallenges challenges)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(challenges);
        if (certificates.Anchors.Purpose != CertificatePurpose.Signature)
        {
            throw new ArgumentException("The certificate with attributes is the signature certificate.", nameof(certificates));
        }

        _certificates = certificates;
        _challenges = challenges;
    }

    /// <summary>Takes one certificate now.</summary>
    /// <param name="challengeId">The challenge's id, from outside.</param>
    /// <param name="origin">The origin of this request, as the server knows it.</param>
    /// <param name="session">The session or transaction of this request, as the server knows it.</param>
    /// <param name="certificate">The signature certificate, DER, from outside; unchanged until the answer comes.</param>
    /// <param name="cancellationToken">Ends the wait for store and status source; a challenge taken by then stays used up.</param>
    /// <returns>The answer; nothing that comes from outside throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<HandoverResult> TakeAsync(string challengeId, string origin, string session, ReadOnlyMemory<byte> certificate, CancellationToken cancellationToken = default)
    {
        ChallengePlace place = new(challengeId, origin, session, StatementPurpose.CertificateHandover);
        (VerificationReason reason, _) = await _challenges.TakeAsync(place, cancellationToken).ConfigureAwait(false);
        return reason == VerificationReason.None
            ? HandoverResult.From(await _certificates.ValidateAsync(certificate, cancellationToken).ConfigureAwait(false))
            : HandoverResult.Refused(reason);
    }
}
