using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Portal.Accounts;

/// <summary>What became of a person's first or repeated registration at the portal.</summary>
/// <param name="Account">The account; empty when there is none yet.</param>
/// <param name="Outcome">How the acquisition of the portal's code went.</param>
/// <param name="State">How far the acquisition got.</param>
public readonly record struct Registration(AddresseeNumber Account, AcquisitionOutcome Outcome, AcquisitionState State)
{
    /// <summary>Whether the account has its code.</summary>
    public bool IsDone => !Account.IsEmpty;
}
