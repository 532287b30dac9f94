using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Services.Accounts;

/// <summary>Links accounts to certificates as a bank does: S and R after the opening (発行番号の紐付け), the successor after a renewal (更新), and the account of a login.</summary>
/// <remarks>
/// <para>What is linked first was validated: a link is made from a <see cref="ValidatedCertificate"/>, or from what the authority's link services say of a linked one.
/// A new certificate is never believed on the strength of the old one's link alone: it is validated at its first login.</para>
/// <para>Immutable and thread safe when its parts are.</para>
/// </remarks>
public sealed class AccountLinks
{
    /// <summary>The most renewals that are followed at once; a certificate lives five years. The ceiling is this library's choice.</summary>
    public const int MaximumSuccessors = 16;

    private readonly IAccountLinkStore _store;
    private readonly ISerialLinkService _serials;
    private readonly ISuccessorService _successors;
    private readonly TimeProvider _clock;

    /// <summary>Brings the store and the authority's link services together.</summary>
    /// <param name="store">Where links are kept.</param>
    /// <param name="serials">Signature → user authentication.</param>
    /// <param name="successors">Old → new.</param>
    /// <param name="clock">The clock for the history.</param>
    public AccountLinks(IAccountLinkStore store, ISerialLinkService serials, ISuccessorService successors, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(serials);
        ArgumentNullException.ThrowIfNull(successors);
        ArgumentNullException.ThrowIfNull(clock);
        _store = store;
        _serials = serials;
        _successors = successors;
        _clock = clock;
    }

    /// <summary>Links an account that was opened with a signed application. Call it again while the serial link is not known yet: what holder or bank ended on purpose stays ended.</summary>
    /// <param name="account">The bank's own reference of the account.</param>
    /// <param name="signer">The applicant's signature certificate, validated.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Both outcomes. A certificate that another account has is refused.</returns>
    /// <exception cref="ArgumentException">The account has another shape, or the certificate is no signature certificate.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<AccountOpening> OpenAsync(string account, ValidatedCertificate signer, CancellationToken cancellationToken = default)
    {
        AccountLinkChange.ThrowIfNoAccount(account);
        ArgumentNullException.ThrowIfNull(signer);
        if (signer.Path.Profile.Purpose != CertificatePurpose.Signature)
        {
            throw new ArgumentException("An account is opened with the signature certificate.", nameof(signer));
        }

        CertificateIdentity s = signer.Certificate.Identity;
        AccountLinkOutcome first = await LinkNewAsync(account, CertificatePurpose.Signature, s, AccountLinkCause.Opening, cancellationToken).ConfigureAwait(false);
        if (!AccountOpening.Stands(first))
        {
            return new AccountOpening(first, AccountLinkOutcome.NotKnownYet);
        }

        CertificateIdentity? r = await _serials.FindUserAuthenticationAsync(s, cancellationToken).ConfigureAwait(false);
        AccountLinkOutcome second = r is { IsEmpty: false } found
            ? await LinkNewAsync(account, CertificatePurpose.UserAuthentication, found, AccountLinkCause.SerialLink, cancellationToken).ConfigureAwait(false)
            : AccountLinkOutcome.NotKnownYet;
        return new AccountOpening(first, second);
    }

    /// <summary>Puts a newly shown, validated certificate in the place of the account's present one, for example after a change of address. The caller has made sure that it is the same person.</summary>
    /// <param name="account">The account.</param>
    /// <param name="shown">The certificate that was shown and validated.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">The account has another shape.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<AccountLinkOutcome> ReplaceAsync(string account, ValidatedCertificate shown, CancellationToken cancellationToken = default)
    {
        AccountLinkChange.ThrowIfNoAccount(account);
        ArgumentNullException.ThrowIfNull(shown);
        CertificatePurpose purpose = shown.Path.Profile.Purpose;
        CertificateIdentity? now = await _store.FindCertificateAsync(account, purpose, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(account, purpose, now ?? default, shown.Certificate.Identity, AccountLinkCause.ShownAgain, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Follows old → new to the end and links the newest certificate in the place of the present one.</summary>
    /// <param name="account">The account.</param>
    /// <param name="purpose">Which of the two certificates was renewed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AccountLinkOutcome.NotKnownYet"/> when no successor is known: nothing is changed.</returns>
    /// <exception cref="ArgumentException">The account has another shape.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<AccountLinkOutcome> FollowRenewalAsync(string account, CertificatePurpose purpose, CancellationToken cancellationToken = default)
    {
        AccountLinkChange.ThrowIfNoAccount(account);
        if (await _store.FindCertificateAsync(account, purpose, cancellationToken).ConfigureAwait(false) is not { } old)
        {
            return AccountLinkOutcome.NoLink;
        }

        HashSet<CertificateIdentity> seen = [old];
        CertificateIdentity newest = old;
        while (await _successors.FindSuccessorAsync(newest, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } next)
        {
            if (!seen.Add(next) || seen.Count > MaximumSuccessors)
            {
                return AccountLinkOutcome.SuccessorsDoNotEnd;
            }

            newest = next;
        }

        return newest == old
            ? AccountLinkOutcome.NotKnownYet
            : await ChangeAsync(account, purpose, old, newest, AccountLinkCause.Renewal, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the link of an account's certificate; the history keeps it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="purpose">Which of the two.</param>
    /// <param name="cause">Why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AccountLinkOutcome.Ended"/> or <see cref="AccountLinkOutcome.NoLink"/>.</returns>
    /// <exception cref="ArgumentException">The account has another shape.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<AccountLinkOutcome> EndAsync(string account, CertificatePurpose purpose, AccountLinkCause cause, CancellationToken cancellationToken = default)
    {
        AccountLinkChange.ThrowIfNoAccount(account);
        return await _store.FindCertificateAsync(account, purpose, cancellationToken).ConfigureAwait(false) is { } now
            ? await ChangeAsync(account, purpose, now, default, cause, cancellationToken).ConfigureAwait(false)
            : AccountLinkOutcome.NoLink;
    }

    /// <summary>The account of a valid login.</summary>
    /// <param name="login">The answer about the login.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The account, or <see langword="null"/>: the login is not valid, or no account has the certificate, for example because it was renewed.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<string?> FindAccountAsync(LoginResult login, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(login);
        return login.Outcome == VerificationOutcome.Valid ? await _store.FindAccountAsync(login.Identity, cancellationToken).ConfigureAwait(false) : null;
    }

    private ValueTask<AccountLinkOutcome> LinkNewAsync(
        string account, CertificatePurpose purpose, CertificateIdentity to, AccountLinkCause cause, CancellationToken cancellationToken) =>
        _store.ChangeAsync(new AccountLinkChange(account, purpose, default, to, cause, _clock.GetUtcNow()) { YieldsToEnd = true }, cancellationToken);

    private ValueTask<AccountLinkOutcome> ChangeAsync(
        string account, CertificatePurpose purpose, CertificateIdentity from, CertificateIdentity to, AccountLinkCause cause, CancellationToken cancellationToken) =>
        _store.ChangeAsync(new AccountLinkChange(account, purpose, from, to, cause, _clock.GetUtcNow()), cancellationToken);
}
