using System.Collections.Concurrent;
using System.Globalization;

namespace BankPortal.Accounts;

/// <summary>All accounts, in this process.</summary>
internal sealed class AccountBook
{
    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private int _last;

    public IReadOnlyList<Account> All => [.. _accounts.Values.OrderBy(account => account.Number, StringComparer.Ordinal)];

    /// <summary>A number that no account has; one that is not used stays unused.</summary>
    public string NextNumber() => Interlocked.Increment(ref _last).ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>Adds an account; <see langword="false"/> when its number has one already.</summary>
    public bool TryAdd(Account account) => _accounts.TryAdd(account.Number, account);

    public Account? Find(string number) => _accounts.GetValueOrDefault(number);
}
