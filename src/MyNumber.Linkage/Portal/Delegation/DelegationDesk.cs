using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Accounts;

namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>Delegations of the portal (代理人による利用): offered by the person and accepted by the delegate, or entered for a legal representative; revocable.</summary>
/// <remarks>Every call of a function goes through <see cref="PortalAccess"/>, which asks this desk each time. Thread safe as its store is.</remarks>
public sealed class DelegationDesk
{
    private const int TokenLength = 16;

    private readonly PortalAccounts _accounts;
    private readonly IBodyStore _store;
    private readonly BodyCipher _cipher;
    private readonly NumberedRows _list;
    private readonly RandomNumberGenerator _random;
    private readonly TimeProvider _clock;
    private readonly AffairId _affair;

    /// <summary>Opens the desk.</summary>
    /// <param name="accounts">The portal's accounts.</param>
    /// <param name="store">Where the portal's rows are kept.</param>
    /// <param name="cipher">The portal's key; stays the caller's.</param>
    /// <param name="random">Source of tokens, borrowed; thread safe.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="affair">The portal's affair of entering representatives; only a clerk who works in it enters or ends them.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="affair"/> is empty.</exception>
    public DelegationDesk(PortalAccounts accounts, IBodyStore store, BodyCipher cipher, RandomNumberGenerator random, TimeProvider clock, AffairId affair)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(cipher);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(clock);
        _affair = affair.IsEmpty ? throw new ArgumentException("The affair is empty.", nameof(affair)) : affair;
        (_accounts, _store, _cipher, _random, _clock) = (accounts, store, cipher, random, clock);
        _list = new NumberedRows(store, cipher, BodyTable.Delegation);
    }

    /// <summary>Offers a delegation.</summary>
    /// <param name="principal">The account that logged in, for itself.</param>
    /// <param name="scope">What the delegate may do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the delegate needs to accept; empty when the account is not open.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="ArgumentException">The scope has no function or period, or too many procedures.</exception>
    public async ValueTask<DelegationOffer> OfferAsync(AddresseeNumber principal, DelegationScope scope, CancellationToken cancellationToken = default)
    {
        Check(scope);
        if (await _accounts.StateOfAsync(principal, cancellationToken).ConfigureAwait(false) != AccountState.Open)
        {
            return default;
        }

        byte[] token = new byte[TokenLength];
        _random.GetBytes(token);
        DelegationGrant grant = new() { Id = NewId(), Principal = principal, Kind = DelegationKind.Voluntary, Scope = scope };
        await AddAsync(new DelegationRow(grant, SHA256.HashData(token)), cancellationToken).ConfigureAwait(false);
        return new DelegationOffer(grant.Id, token);
    }

    /// <summary>Accepts an offered delegation.</summary>
    /// <param name="account">The account that logged in and becomes the delegate.</param>
    /// <param name="offer">What the person handed over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the account is the delegate now; false for another token, an offer that is over, revoked or taken by another, and for the person's own account.</returns>
    public async ValueTask<bool> AcceptAsync(AddresseeNumber account, DelegationOffer offer, CancellationToken cancellationToken = default)
    {
        if (await ReadAsync(offer.Id, cancellationToken).ConfigureAwait(false) is not ({ } row, { } stored)
            || await _accounts.StateOfAsync(account, cancellationToken).ConfigureAwait(false) != AccountState.Open)
        {
            return false;
        }

        DelegationGrant grant = row.Grant;
        bool isRight = grant.Delegate.IsEmpty && grant.RevokedAt is null && grant.Principal != account && !grant.Scope.Period.IsOverAt(_clock.GetUtcNow())
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(offer.Token.Span), row.TokenHash);
        return isRight && await ChangeAsync(stored, new DelegationRow(grant with { Delegate = account }, []), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enters a legal representative (法定代理人), whose basis a clerk has examined.</summary>
    /// <param name="worker">The clerk of the portal.</param>
    /// <param name="principal">For whom.</param>
    /// <param name="representative">Who.</param>
    /// <param name="basis">On which basis, in words; not empty.</param>
    /// <param name="scope">What the representative may do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The delegation; empty when the clerk may not, an account is not open, or both are the same.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The basis is empty or the scope is not sound.</exception>
    public async ValueTask<DelegationId> EnterAsync(
        Operator worker, AddresseeNumber principal, AddresseeNumber representative, string basis, DelegationScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentException.ThrowIfNullOrWhiteSpace(basis);
        Check(scope);
        if (principal == representative || !worker.MayAct(_cipher.Body, _affair, _clock.GetUtcNow())
            || await _accounts.StateOfAsync(principal, cancellationToken).ConfigureAwait(false) != AccountState.Open
            || await _accounts.StateOfAsync(representative, cancellationToken).ConfigureAwait(false) != AccountState.Open)
        {
            return default;
        }

        DelegationGrant grant = new() { Id = NewId(), Principal = principal, Delegate = representative, Kind = DelegationKind.LegalRepresentative, Basis = basis, Scope = scope };
        await AddAsync(new DelegationRow(grant, []), cancellationToken).ConfigureAwait(false);
        return grant.Id;
    }

    /// <summary>Revokes a delegation that the person gave, accepted or not. A legal representative's is ended by the clerk (<see cref="EndAsync"/>).</summary>
    /// <param name="principal">The account that logged in, for itself.</param>
    /// <param name="id">The delegation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is revoked now or before; false when it is not one that this person gave.</returns>
    public async ValueTask<bool> RevokeAsync(AddresseeNumber principal, DelegationId id, CancellationToken cancellationToken = default) =>
        await ReadAsync(id, cancellationToken).ConfigureAwait(false) is ({ } row, _) && row.Grant.Principal == principal && row.Grant.Kind == DelegationKind.Voluntary
        && await FinishAsync(id, cancellationToken).ConfigureAwait(false);

    /// <summary>Ends a legal representative's power.</summary>
    /// <param name="worker">The clerk of the portal.</param>
    /// <param name="id">The delegation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="worker"/> is null.</exception>
    public async ValueTask<bool> EndAsync(Operator worker, DelegationId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return worker.MayAct(_cipher.Body, _affair, _clock.GetUtcNow())
            && await ReadAsync(id, cancellationToken).ConfigureAwait(false) is ({ Grant.Kind: DelegationKind.LegalRepresentative }, _)
            && await FinishAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All delegations of a person, ended ones included, for the person alone.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In the order in which they were made; none when the caller is a delegate or has no account in use.</returns>
    public async ValueTask<IReadOnlyList<DelegationGrant>> ListAsync(PortalCaller caller, CancellationToken cancellationToken = default)
    {
        List<DelegationGrant> found = [];
        bool isAllowed = caller.Delegation.IsEmpty && await _accounts.StateOfAsync(caller.Account, cancellationToken).ConfigureAwait(false) is AccountState.Open or AccountState.Restricted;
        for (int number = 0; isAllowed && await _list.FindAsync(caller.Account.ToBytes(), number, cancellationToken).ConfigureAwait(false) is { } entry; number++)
        {
            if (await ReadAsync(new DelegationId(new Guid(entry.Content, bigEndian: true)), cancellationToken).ConfigureAwait(false) is ({ } row, _))
            {
                found.Add(row.Grant);
            }
        }

        return found;
    }

    internal async ValueTask<DelegationGrant?> FindAsync(DelegationId id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken).ConfigureAwait(false) is ({ } row, _) ? row.Grant : null;

    private async ValueTask<bool> FinishAsync(DelegationId id, CancellationToken cancellationToken)
    {
        while (await ReadAsync(id, cancellationToken).ConfigureAwait(false) is ({ } row, { } stored))
        {
            if (row.Grant.RevokedAt is not null || await ChangeAsync(stored, row with { Grant = row.Grant with { RevokedAt = _clock.GetUtcNow() } }, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask AddAsync(DelegationRow row, CancellationToken cancellationToken)
    {
        byte[] id = row.Grant.Id.Value.ToByteArray(bigEndian: true);
        await _store.TryExchangeAsync(_cipher.Body, [], [_cipher.Seal(PlaceOf(row.Grant.Id), 0, DelegationEncoding.Write(row))], cancellationToken).ConfigureAwait(false);
        await _list.TryAppendAsync(row.Grant.Principal.ToBytes(), id, id, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(DelegationRow? Row, BodyRow? Stored)> ReadAsync(DelegationId id, CancellationToken cancellationToken) =>
        !id.IsEmpty && await _store.FindAsync(_cipher.Body, PlaceOf(id), cancellationToken).ConfigureAwait(false) is { } stored
            ? (DelegationEncoding.ReadGrant(_cipher.Open(stored)), stored)
            : (null, null);

    private async ValueTask<bool> ChangeAsync(BodyRow stored, DelegationRow row, CancellationToken cancellationToken) =>
        await _store.WriteAsync(_cipher.Body, [_cipher.Seal(stored.Key, stored.Version + 1, DelegationEncoding.Write(row))], cancellationToken).ConfigureAwait(false) == 1;

    private BodyRowKey PlaceOf(DelegationId id) => _cipher.Place(BodyTable.Delegation, id.Value.ToByteArray(bigEndian: true));

    private DelegationId NewId() => new(Guid.CreateVersion7(_clock.GetUtcNow()));

    private static void Check(DelegationScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _ = scope.IsSound ? true : throw new ArgumentException("A scope has a function at least, a period, and not too many procedures.", nameof(scope));
    }
}
