using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Portal.Accounts;

/// <summary>The portal's accounts: an account is a random addressee number of the portal's own, known by login handles and tied to the portal's own code. No other number or code is here.</summary>
/// <remarks>All rows are sealed in the portal's space. Thread safe as its store is.</remarks>
public sealed class PortalAccounts
{
    private readonly IBodyStore _store;
    private readonly BodyCipher _cipher;
    private readonly BodySpace _space;
    private readonly RandomNumberGenerator _random;

    /// <summary>Opens the accounts.</summary>
    /// <param name="store">Where the portal's rows are kept.</param>
    /// <param name="cipher">The portal's key; stays the caller's.</param>
    /// <param name="random">Source of account numbers, borrowed; thread safe.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PortalAccounts(IBodyStore store, BodyCipher cipher, RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        _space = new BodySpace(store, cipher);
        (_store, _cipher, _random) = (store, cipher, random);
    }

    /// <summary>Finds the account of a login.</summary>
    /// <param name="handle">The login.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The account, closed ones included; empty when there is none.</returns>
    public async ValueTask<AddresseeNumber> FindAsync(LoginHandle handle, CancellationToken cancellationToken = default) =>
        !handle.IsEmpty && await _store.FindAsync(_cipher.Body, PlaceOf(handle), cancellationToken).ConfigureAwait(false) is { } row
            ? new AddresseeNumber(BinaryPrimitives.ReadInt64BigEndian(_cipher.Open(row)))
            : default;

    /// <summary>Opens an account for a login; the login's account when it has one.</summary>
    /// <param name="handle">The login.</param>
    /// <param name="cancellationToken">Gives up; then nothing is opened.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">The handle is empty.</exception>
    public async ValueTask<AddresseeNumber> OpenAsync(LoginHandle handle, CancellationToken cancellationToken = default)
    {
        _ = handle.IsEmpty ? throw new ArgumentException("The login handle is empty.", nameof(handle)) : true;
        while (true)
        {
            if (await FindAsync(handle, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } found)
            {
                return found;
            }

            AddresseeNumber account = Draw();
            BodyRow[] rows = [_cipher.Seal(PlaceOf(account), 0, [(byte)AccountState.Open]), SealLogin(handle, account)];
            if (await _store.TryExchangeAsync(_cipher.Body, [], rows, cancellationToken).ConfigureAwait(false))
            {
                return account;
            }
        }
    }

    /// <summary>Leads a login to an account: a further one, or one that led elsewhere, as after a certificate's renewal.</summary>
    /// <param name="handle">The login.</param>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>Whether it leads there now; false when the account does not exist or another change came first.</returns>
    /// <exception cref="ArgumentException">The handle is empty.</exception>
    public async ValueTask<bool> LeadAsync(LoginHandle handle, AddresseeNumber account, CancellationToken cancellationToken = default)
    {
        _ = handle.IsEmpty ? throw new ArgumentException("The login handle is empty.", nameof(handle)) : true;
        if (await StateOfAsync(account, cancellationToken).ConfigureAwait(false) == AccountState.None)
        {
            return false;
        }

        AddresseeNumber now = await FindAsync(handle, cancellationToken).ConfigureAwait(false);
        return now == account || await _store.TryExchangeAsync(_cipher.Body, now.IsEmpty ? [] : [PlaceOf(handle)], [SealLogin(handle, account)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a login away, as after a loss.</summary>
    /// <param name="handle">The login.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it led to an account.</returns>
    public ValueTask<bool> RemoveAsync(LoginHandle handle, CancellationToken cancellationToken = default) =>
        handle.IsEmpty ? ValueTask.FromResult(false) : _store.TryExchangeAsync(_cipher.Body, [PlaceOf(handle)], [], cancellationToken);

    /// <summary>Ties the portal's code to an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="code">The code that the core gave the portal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Tied, or which of both is taken.</returns>
    /// <exception cref="ArgumentException">Account or code is empty.</exception>
    public ValueTask<CodeTieOutcome> TieAsync(AddresseeNumber account, AgencyCode code, CancellationToken cancellationToken = default) => _space.TieAsync(account, code, cancellationToken);

    /// <summary>Finds the account of a code.</summary>
    /// <param name="code">A code of the portal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The account, or empty.</returns>
    public ValueTask<AddresseeNumber> FindAsync(AgencyCode code, CancellationToken cancellationToken = default) => _space.FindAddresseeAsync(code, cancellationToken);

    /// <summary>Finds the portal's code of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The code, or empty.</returns>
    public ValueTask<AgencyCode> FindCodeAsync(AddresseeNumber account, CancellationToken cancellationToken = default) => _space.FindCodeAsync(account, cancellationToken);

    /// <summary>How an account stands.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The state.</returns>
    public async ValueTask<AccountState> StateOfAsync(AddresseeNumber account, CancellationToken cancellationToken = default) =>
        !account.IsEmpty && await _store.FindAsync(_cipher.Body, PlaceOf(account), cancellationToken).ConfigureAwait(false) is { } row
            ? (AccountState)_cipher.Open(row)[0]
            : AccountState.None;

    /// <summary>Restricts, opens again or closes an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="state">Open, restricted or closed.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>Whether it stands so now; false when there is no such account or another change came first.</returns>
    /// <exception cref="ArgumentException">The state is none that an account can be put into.</exception>
    public async ValueTask<bool> SetStateAsync(AddresseeNumber account, AccountState state, CancellationToken cancellationToken = default)
    {
        if (state is not (AccountState.Open or AccountState.Restricted or AccountState.Closed))
        {
            throw new ArgumentException("An account is open, restricted or closed.", nameof(state));
        }

        if (account.IsEmpty || await _store.FindAsync(_cipher.Body, PlaceOf(account), cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return false;
        }

        AccountState now = (AccountState)_cipher.Open(row)[0];
        return now == state
            || await _store.WriteAsync(_cipher.Body, [_cipher.Seal(row.Key, row.Version + 1, [(byte)state])], cancellationToken).ConfigureAwait(false) == 1;
    }

    private BodyRow SealLogin(LoginHandle handle, AddresseeNumber account) => _cipher.Seal(PlaceOf(handle), 0, account.ToBytes());

    private BodyRowKey PlaceOf(LoginHandle handle) => _cipher.Place(BodyTable.PortalLogin, handle.ToBytes());

    private BodyRowKey PlaceOf(AddresseeNumber account) => _cipher.Place(BodyTable.PortalAccount, account.ToBytes());

    /// <summary>A number below the largest power of two that fits, so that all are alike.</summary>
    private AddresseeNumber Draw()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        _random.GetBytes(bytes);
        return new AddresseeNumber(BinaryPrimitives.ReadInt64BigEndian(bytes) & ((1L << 49) - 1));
    }
}
