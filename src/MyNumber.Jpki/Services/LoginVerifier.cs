using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Services;

/// <summary>Verifies a login (ログイン) or the approval of a text (取引の承認): a challenge signed with the user-authentication key, RSA today and ECDSA under a profile with such a key.</summary>
/// <remarks>
/// <para>Order: take the challenge, which uses it up even if all else fails; origin, session, audience and age; certificate and path; signature; status last.</para>
/// <para>Immutable and thread safe when its parts are; make one and keep it.</para>
/// </remarks>
public sealed class LoginVerifier
{
    private readonly CertificateValidator _certificates;
    private readonly HolderChallenges _challenges;

    /// <summary>Verifies with a validator of user-authentication certificates.</summary>
    /// <param name="certificates">Anchors, status source and clock for <see cref="CertificatePurpose.UserAuthentication"/>.</param>
    /// <param name="challenges">The challenges that this service issues.</param>
    /// <exception cref="ArgumentException">The validator is for another purpose.</exception>
    public LoginVerifier(CertificateValidator certificates, HolderChallenges challenges)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(challenges);
        if (certificates.Anchors.Purpose != CertificatePurpose.UserAuthentication)
        {
            throw new ArgumentException("Logins are verified with the anchors of the user-authentication certificate.", nameof(certificates));
        }

        _certificates = certificates;
        _challenges = challenges;
    }

    /// <summary>Verifies one login now.</summary>
    /// <param name="challengeId">The challenge's id, from outside.</param>
    /// <param name="origin">The origin of this request, as the server knows it.</param>
    /// <param name="session">The session or transaction of this request, as the server knows it.</param>
    /// <param name="certificate">The user-authentication certificate, DER, from outside.</param>
    /// <param name="signature">The signature over <see cref="HolderChallenge.Message"/>, from outside; unchanged until the answer comes.</param>
    /// <param name="cancellationToken">Ends the wait for store and status source; a challenge taken by then stays used up.</param>
    /// <returns>The answer; nothing that comes from outside throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<LoginResult> VerifyAsync(
        string challengeId, string origin, string session, ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> signature, CancellationToken cancellationToken = default) =>
        VerifyAsync(new ChallengePlace(challengeId, origin, session, StatementPurpose.Login), default, certificate, signature, cancellationToken);

    /// <summary>Verifies now that a text was approved, by whoever has a card: that <see cref="LoginResult.Identity"/> may approve it is the caller's to see. Carry out what <paramref name="text"/> says,
    /// and only when valid.</summary>
    /// <param name="challengeId">The challenge's id, from outside.</param>
    /// <param name="origin">The origin of this request, as the server knows it.</param>
    /// <param name="session">The session or transaction of this request, as the server knows it.</param>
    /// <param name="text">The text that is about to be carried out, as the server knows it; it must be, character by character, the one that the challenge was issued for.</param>
    /// <param name="certificate">The user-authentication certificate, DER, from outside.</param>
    /// <param name="signature">The signature over <see cref="HolderChallenge.Message"/>, from outside; unchanged until the answer comes.</param>
    /// <param name="cancellationToken">Ends the wait for store and status source; a challenge taken by then stays used up.</param>
    /// <returns>The answer; nothing that comes from outside throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<LoginResult> VerifyApprovalByAnyHolderAsync(
        string challengeId, string origin, string session, string text, ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> signature, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return VerifyAsync(new ChallengePlace(challengeId, origin, session, StatementPurpose.Approval, text), default, certificate, signature, cancellationToken);
    }

    /// <summary>Verifies now that one holder approved a text. Carry out what <paramref name="text"/> says, and only when valid.</summary>
    /// <param name="challengeId">The challenge's id, from outside.</param>
    /// <param name="origin">The origin of this request, as the server knows it.</param>
    /// <param name="session">The session or transaction of this request, as the server knows it.</param>
    /// <param name="text">The text that is about to be carried out, as the server knows it; it must be, character by character, the one that the challenge was issued for.</param>
    /// <param name="approver">The user-authentication certificate of who has to approve it, as the account knows it and never from this request; not empty. Another one is
    /// <see cref="VerificationReason.ApprovalByOtherHolder"/>, and its status is not asked.</param>
    /// <param name="certificate">The user-authentication certificate, DER, from outside.</param>
    /// <param name="signature">The signature over <see cref="HolderChallenge.Message"/>, from outside; unchanged until the answer comes.</param>
    /// <param name="cancellationToken">Ends the wait for store and status source; a challenge taken by then stays used up.</param>
    /// <returns>The answer; nothing that comes from outside throws.</returns>
    /// <exception cref="ArgumentException">No certificate is named.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<LoginResult> VerifyApprovalAsync(
        string challengeId,
        string origin,
        string session,
        string text,
        CertificateIdentity approver,
        ReadOnlyMemory<byte> certificate,
        ReadOnlyMemory<byte> signature,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return approver.IsEmpty
            ? throw new ArgumentException("The approver's certificate must be named.", nameof(approver))
            : VerifyAsync(new ChallengePlace(challengeId, origin, session, StatementPurpose.Approval, text), approver, certificate, signature, cancellationToken);
    }

    // An empty holder is whoever holds the certificate.
    private async ValueTask<LoginResult> VerifyAsync(
        ChallengePlace place, CertificateIdentity holder, ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> signature, CancellationToken cancellationToken)
    {
        (VerificationReason reason, HolderChallenge? challenge) = await _challenges.TakeAsync(place, cancellationToken).ConfigureAwait(false);
        if (reason != VerificationReason.None)
        {
            return LoginResult.Refused(reason);
        }

        reason = VerifyLocally(challenge!, certificate.Span, signature, out VerifiedPath? path);
        if (reason == VerificationReason.None && !holder.IsEmpty && path!.Certificate.Identity != holder)
        {
            reason = VerificationReason.ApprovalByOtherHolder;
        }

        return reason == VerificationReason.None
            ? LoginResult.FromStatus(await _certificates.CheckStatusAsync(path!, cancellationToken).ConfigureAwait(false), challenge!.Text)
            : LoginResult.Refused(reason);
    }

    private VerificationReason VerifyLocally(HolderChallenge challenge, ReadOnlySpan<byte> der, ReadOnlyMemory<byte> signature, out VerifiedPath? path)
    {
        path = null;
        if (der.Length > _certificates.Limits.MaximumCertificateLength)
        {
            return VerificationReason.WorkLimitExceeded;
        }

        if (!JpkiCertificate.TryParse(der, out JpkiCertificate? certificate, out CertificatePart flaw))
        {
            return flaw.ToReason();
        }

        VerificationReason reason = _certificates.VerifyPath(certificate, out path);
        return path is null ? reason : SignatureVerifier.VerifyByKey(path, challenge.Message.Span, signature);
    }
}
