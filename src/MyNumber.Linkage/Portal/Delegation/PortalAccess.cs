using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Accounts;

namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>The one gate before the portal's functions: who calls, for whom, and whether that is covered now. Each attempt of a delegate is noted for the principal before anything is done.</summary>
/// <remarks>Nothing is remembered between calls, so a revocation counts from the next call on. Thread safe as its store is.</remarks>
public sealed class PortalAccess
{
    private readonly PortalAccounts _accounts;
    private readonly DelegationDesk _delegations;
    private readonly NumberedRows _uses;
    private readonly TimeProvider _clock;

    /// <summary>Opens the gate.</summary>
    /// <param name="accounts">The portal's accounts.</param>
    /// <param name="delegations">The delegations.</param>
    /// <param name="store">Where the portal's rows are kept.</param>
    /// <param name="cipher">The portal's key; stays the caller's.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PortalAccess(PortalAccounts accounts, DelegationDesk delegations, IBodyStore store, BodyCipher cipher, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(delegations);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(cipher);
        ArgumentNullException.ThrowIfNull(clock);
        (_accounts, _delegations, _clock) = (accounts, delegations, clock);
        _uses = new NumberedRows(store, cipher, BodyTable.DelegationUse);
    }

    /// <summary>What delegates did or tried, for the principal alone.</summary>
    /// <param name="principal">The account that logged in, for itself.</param>
    /// <param name="from">The number of the first that is wanted, from zero.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In the order in which they happened.</returns>
    public async ValueTask<IReadOnlyList<DelegationUse>> ReadUsesAsync(AddresseeNumber principal, int from, int most, CancellationToken cancellationToken = default)
    {
        List<DelegationUse> found = [];
        while (found.Count < most && await _uses.FindAsync(principal.ToBytes(), from + found.Count, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            found.Add(DelegationEncoding.ReadUse(entry.Content));
        }

        return found;
    }

    /// <summary>Whose matters the caller says to handle, without a judgement whether it may; empty when it is nobody's delegate. What is found by it goes through <see cref="EnterAsync"/> before it is shown.</summary>
    internal async ValueTask<AddresseeNumber> PrincipalOfAsync(PortalCaller caller, CancellationToken cancellationToken)
    {
        if (caller.Delegation.IsEmpty)
        {
            return caller.Account;
        }

        DelegationGrant? grant = await _delegations.FindAsync(caller.Delegation, cancellationToken).ConfigureAwait(false);
        return grant is not null && !grant.Delegate.IsEmpty && grant.Delegate == caller.Account ? grant.Principal : default;
    }

    /// <summary>The account whose matters the caller may handle; empty when it may not.</summary>
    internal ValueTask<AddresseeNumber> EnterAsync(PortalCaller caller, PortalFunction function, ProcedureId procedure, CancellationToken cancellationToken) =>
        JudgeAsync(caller, function, procedure, isForDelegates: true, cancellationToken);

    /// <summary>The caller's own account; empty when it is none in use, and for every delegate.</summary>
    internal ValueTask<AddresseeNumber> EnterOwnAsync(PortalCaller caller, PortalFunction function, CancellationToken cancellationToken) =>
        JudgeAsync(caller, function, default, isForDelegates: false, cancellationToken);

    private async ValueTask<AddresseeNumber> JudgeAsync(PortalCaller caller, PortalFunction function, ProcedureId procedure, bool isForDelegates, CancellationToken cancellationToken)
    {
        AccountState own = await _accounts.StateOfAsync(caller.Account, cancellationToken).ConfigureAwait(false);
        if (caller.Delegation.IsEmpty)
        {
            return own is AccountState.Open or AccountState.Restricted ? caller.Account : default;
        }

        DelegationGrant? grant = await _delegations.FindAsync(caller.Delegation, cancellationToken).ConfigureAwait(false);
        if (grant is null || grant.Delegate.IsEmpty || grant.Delegate != caller.Account)
        {
            return default;
        }

        DateTimeOffset now = _clock.GetUtcNow();
        bool isAllowed = isForDelegates && own == AccountState.Open && grant.RevokedAt is null && grant.Scope.Covers(function, procedure, now)
            && await _accounts.StateOfAsync(grant.Principal, cancellationToken).ConfigureAwait(false) == AccountState.Open;
        byte[] use = DelegationEncoding.Write(new DelegationUse(grant.Id, function, procedure, now, isAllowed));
        await _uses.TryAppendAsync(grant.Principal.ToBytes(), Guid.CreateVersion7(now).ToByteArray(bigEndian: true), use, cancellationToken).ConfigureAwait(false);
        return isAllowed ? grant.Principal : default;
    }
}
