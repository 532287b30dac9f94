using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>Who calls a function of the portal: an account for itself, or by a delegation for another, whose number it never learns.</summary>
/// <param name="Account">The account that logged in.</param>
/// <param name="Delegation">The delegation; empty for itself.</param>
public readonly record struct PortalCaller(AddresseeNumber Account, DelegationId Delegation)
{
    /// <summary>An account for itself.</summary>
    /// <param name="account">The account that logged in.</param>
    /// <returns>The caller.</returns>
    public static PortalCaller Self(AddresseeNumber account) => new(account, default);

    /// <summary>An account for another.</summary>
    /// <param name="account">The account that logged in.</param>
    /// <param name="delegation">By which delegation.</param>
    /// <returns>The caller.</returns>
    public static PortalCaller For(AddresseeNumber account, DelegationId delegation) => new(account, delegation);
}
