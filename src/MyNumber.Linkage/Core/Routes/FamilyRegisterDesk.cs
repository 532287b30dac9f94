using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core.Residents;

namespace MyNumber.Linkage.Core.Routes;

/// <summary>The family registers' way (施行令 27条の2, の3): the minister asks the municipality of the registered domicile, which tells J-LIS, which tells the core.</summary>
/// <remarks>Thread safe. No individual number goes this way.</remarks>
public sealed class FamilyRegisterDesk
{
    private readonly IFamilyRegisterLookup _domicile;
    private readonly AcquisitionDesk _core;

    /// <summary>Opens the desk.</summary>
    /// <param name="domicile">The municipality of the registered domicile.</param>
    /// <param name="core">The core's desk.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public FamilyRegisterDesk(IFamilyRegisterLookup domicile, AcquisitionDesk core)
    {
        ArgumentNullException.ThrowIfNull(domicile);
        ArgumentNullException.ThrowIfNull(core);
        (_domicile, _core) = (domicile, core);
    }

    /// <summary>Takes an acquisition from the minister; and later, when the municipality registers a person who was no resident, takes it again.</summary>
    /// <param name="number">The number.</param>
    /// <param name="registered">The family register's own handle of the person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How far it is.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public async ValueTask<AcquisitionAnswer> AcquireAsync(AcquisitionNumber number, Guid registered, CancellationToken cancellationToken = default)
    {
        AcquisitionAnswer sent = await _core.MarkSentAsync(number, AcquisitionRoute.FamilyRegister, cancellationToken).ConfigureAwait(false);
        if (sent.Outcome == AcquisitionOutcome.UnknownNumber || sent.State == AcquisitionState.Erased)
        {
            return sent;
        }

        ResidentAnswer answer = await _domicile.LookUpAsync(registered, cancellationToken).ConfigureAwait(false);
        return await _core.ForwardAsync(number, answer, cancellationToken).ConfigureAwait(false);
    }
}
