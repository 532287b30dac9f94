using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Portal.Accounts;

/// <summary>Registers a person at the portal (利用者登録): from a login to an account with the portal's own code, without an individual number.</summary>
/// <remarks>May be repeated after a crash: the same person gets the same code. A new certificate of a person who has an account is led to that account, because the code is the same; who closed an account and comes back gets it again. Thread safe.</remarks>
public sealed class RegistrationDesk
{
    private readonly PortalAccounts _accounts;
    private readonly IAgencyDoor _door;
    private readonly ILoginRoute _route;

    /// <summary>Opens the desk.</summary>
    /// <param name="accounts">The portal's accounts.</param>
    /// <param name="door">The portal's door to the core.</param>
    /// <param name="route">J-LIS's side.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RegistrationDesk(PortalAccounts accounts, IAgencyDoor door, ILoginRoute route)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(door);
        ArgumentNullException.ThrowIfNull(route);
        (_accounts, _door, _route) = (accounts, door, route);
    }

    /// <summary>Registers.</summary>
    /// <param name="handle">The login.</param>
    /// <param name="cancellationToken">Gives up; register again.</param>
    /// <returns>The account, or how far it is.</returns>
    /// <exception cref="ArgumentException">The handle is empty.</exception>
    /// <exception cref="InvalidOperationException">The portal's rows do not fit: the code is tied to a number that is no account, or the login leads to an account with another code. Nothing was changed.</exception>
    public async ValueTask<Registration> RegisterAsync(LoginHandle handle, CancellationToken cancellationToken = default)
    {
        AddresseeNumber known = await _accounts.FindAsync(handle, cancellationToken).ConfigureAwait(false);
        if (!known.IsEmpty && !(await _accounts.FindCodeAsync(known, cancellationToken).ConfigureAwait(false)).IsEmpty)
        {
            return await ReopenAsync(known, cancellationToken).ConfigureAwait(false);
        }

        AcquisitionOpening opening = await _door.OpenAsync(AcquisitionRoute.Jlis, VerificationLevel.Card, cancellationToken).ConfigureAwait(false);
        if (opening.Outcome != AcquisitionOutcome.Done)
        {
            return new Registration(default, opening.Outcome, default);
        }

        await _route.AcquireAsync(opening.Number, handle, cancellationToken).ConfigureAwait(false);
        AcquisitionAnswer answer = await _door.CollectAsync(opening.Number, cancellationToken).ConfigureAwait(false);
        if (answer.Code.IsEmpty)
        {
            return new Registration(default, answer.Outcome, answer.State);
        }

        AddresseeNumber account = await SettleAsync(handle, answer.Code, cancellationToken).ConfigureAwait(false);
        await _door.ConfirmAsync(opening.Number, cancellationToken).ConfigureAwait(false);
        return await ReopenAsync(account, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Registration> ReopenAsync(AddresseeNumber account, CancellationToken cancellationToken)
    {
        if (await _accounts.StateOfAsync(account, cancellationToken).ConfigureAwait(false) == AccountState.Closed)
        {
            await _accounts.SetStateAsync(account, AccountState.Open, cancellationToken).ConfigureAwait(false);
        }

        return new Registration(account, AcquisitionOutcome.Done, AcquisitionState.Erased);
    }

    private async ValueTask<AddresseeNumber> SettleAsync(LoginHandle handle, AgencyCode code, CancellationToken cancellationToken)
    {
        while (true)
        {
            AddresseeNumber bearer = await _accounts.FindAsync(code, cancellationToken).ConfigureAwait(false);
            if (!bearer.IsEmpty && await _accounts.LeadAsync(handle, bearer, cancellationToken).ConfigureAwait(false))
            {
                return bearer;
            }

            if (!bearer.IsEmpty && await _accounts.StateOfAsync(bearer, cancellationToken).ConfigureAwait(false) == AccountState.None)
            {
                throw new InvalidOperationException("The code is tied to a number that is no account.");
            }

            AddresseeNumber account = await _accounts.OpenAsync(handle, cancellationToken).ConfigureAwait(false);
            if (await _accounts.TieAsync(account, code, cancellationToken).ConfigureAwait(false) == CodeTieOutcome.AddresseeHasCode)
            {
                throw new InvalidOperationException("The login is that of another person's account.");
            }
        }
    }
}
