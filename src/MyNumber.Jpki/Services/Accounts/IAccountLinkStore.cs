using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Services.Accounts;

/// <summary>Keeps which account (口座) has which certificates now, and the history: account ↔ signature certificate, account ↔ user-authentication certificate.</summary>
/// <remarks>
/// <para>The key of a certificate is issuer, key generation and serial together (<see cref="CertificateIdentity"/>). A certificate has one account at most; an account has one
/// certificate of each purpose at most. Certificates themselves are not kept here.</para>
/// <para>Implementations are thread safe, and a change is atomic: of any number of concurrent changes that contradict each other one at most is made.</para>
/// </remarks>
public interface IAccountLinkStore
{
    /// <summary>Makes one change wholly or not at all, with a line of history for each link that ends or begins.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AccountLinkOutcome.Linked"/> or <see cref="AccountLinkOutcome.Ended"/> when made; otherwise <see cref="AccountLinkOutcome.AlreadyLinked"/>,
    /// <see cref="AccountLinkOutcome.OtherAccountHasIt"/>, <see cref="AccountLinkOutcome.AccountHasAnother"/> or <see cref="AccountLinkOutcome.NoLink"/>; and <see cref="AccountLinkOutcome.EndedOnPurpose"/>
    /// before any of these for a change that <see cref="AccountLinkChange.YieldsToEnd"/>, judged in the same atomic step as the change.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    ValueTask<AccountLinkOutcome> ChangeAsync(AccountLinkChange change, CancellationToken cancellationToken = default);

    /// <summary>The certificate of an account now.</summary>
    /// <param name="account">The account; any text.</param>
    /// <param name="purpose">Which of the two.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The certificate, or <see langword="null"/> when none is linked.</returns>
    ValueTask<CertificateIdentity?> FindCertificateAsync(string account, CertificatePurpose purpose, CancellationToken cancellationToken = default);

    /// <summary>The account that has a certificate now.</summary>
    /// <param name="identity">The certificate.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The account, or <see langword="null"/> when none has it, or none has it any more.</returns>
    ValueTask<string?> FindAccountAsync(CertificateIdentity identity, CancellationToken cancellationToken = default);

    /// <summary>The history of an account, oldest first.</summary>
    /// <param name="account">The account; any text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lines; empty when nothing was ever linked.</returns>
    ValueTask<IReadOnlyList<AccountLinkEvent>> ReadHistoryAsync(string account, CancellationToken cancellationToken = default);
}
