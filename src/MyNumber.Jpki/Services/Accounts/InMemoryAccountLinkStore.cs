using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Services.Accounts;

/// <summary>Account links in this process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryAccountLinkStore : IAccountLinkStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, CertificatePurpose Purpose), CertificateIdentity> _certificates = [];
    private readonly Dictionary<CertificateIdentity, string> _accounts = [];
    private readonly Dictionary<string, List<AccountLinkEvent>> _history = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<AccountLinkOutcome> ChangeAsync(AccountLinkChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(Change(change));
        }
    }

    /// <inheritdoc/>
    public ValueTask<CertificateIdentity?> FindCertificateAsync(string account, CertificatePurpose purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<CertificateIdentity?>(_certificates.TryGetValue((account, purpose), out CertificateIdentity found) ? found : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<string?> FindAccountAsync(CertificateIdentity identity, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_accounts.GetValueOrDefault(identity));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AccountLinkEvent>> ReadHistoryAsync(string account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<AccountLinkEvent>>(_history.TryGetValue(account, out List<AccountLinkEvent>? lines) ? [.. lines] : []);
        }
    }

    private AccountLinkOutcome Change(AccountLinkChange change)
    {
        if (change.YieldsToEnd && LastLine(change) is { IsEndOnPurpose: true })
        {
            return AccountLinkOutcome.EndedOnPurpose;
        }

        CertificateIdentity now = _certificates.GetValueOrDefault((change.Account, change.Purpose));
        if (!change.To.IsEmpty && _accounts.TryGetValue(change.To, out string? holder))
        {
            return holder != change.Account ? AccountLinkOutcome.OtherAccountHasIt
                : now == change.To ? AccountLinkOutcome.AlreadyLinked
                : AccountLinkOutcome.AccountHasAnother;
        }

        if (now != change.From)
        {
            return now.IsEmpty ? AccountLinkOutcome.NoLink : AccountLinkOutcome.AccountHasAnother;
        }

        Write(change);
        return change.To.IsEmpty ? AccountLinkOutcome.Ended : AccountLinkOutcome.Linked;
    }

    private AccountLinkEvent? LastLine(AccountLinkChange change) =>
        _history.GetValueOrDefault(change.Account)?.FindLast(line => line.Purpose == change.Purpose && line.Identity == change.To);

    private void Write(AccountLinkChange change)
    {
        if (!_history.TryGetValue(change.Account, out List<AccountLinkEvent>? lines))
        {
            _history[change.Account] = lines = [];
        }

        if (!change.From.IsEmpty)
        {
            _certificates.Remove((change.Account, change.Purpose));
            _accounts.Remove(change.From);
            lines.Add(new AccountLinkEvent(change.Purpose, change.From, begins: false, change.Cause, change.At));
        }

        if (!change.To.IsEmpty)
        {
            _certificates[(change.Account, change.Purpose)] = change.To;
            _accounts[change.To] = change.Account;
            lines.Add(new AccountLinkEvent(change.Purpose, change.To, begins: true, change.Cause, change.At));
        }
    }
}
