using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core.Residents;

namespace MyNumber.Linkage.Core.Routes;

/// <summary>J-LIS's side of an acquisition: takes number and individual number from the agency, and gives number and resident record code to the core (施行令 27条1–4項).</summary>
/// <remarks>Thread safe. The agency learns how far it is, and which attributes differ; J-LIS never sees a code of an agency.</remarks>
public sealed class JlisDesk
{
    private readonly IResidentCodeLookup _residents;
    private readonly AcquisitionDesk _core;

    /// <summary>Opens the desk.</summary>
    /// <param name="residents">The residents' network.</param>
    /// <param name="core">The core's desk.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public JlisDesk(IResidentCodeLookup residents, AcquisitionDesk core)
    {
        ArgumentNullException.ThrowIfNull(residents);
        ArgumentNullException.ThrowIfNull(core);
        (_residents, _core) = (residents, core);
    }

    /// <summary>Takes an acquisition from an agency, or again for a person who was no resident.</summary>
    /// <param name="number">The number.</param>
    /// <param name="query">The individual number and all four attributes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How far it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public async ValueTask<AcquisitionAnswer> AcquireAsync(AcquisitionNumber number, ResidentQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        AcquisitionAnswer sent = await _core.MarkSentAsync(number, AcquisitionRoute.Jlis, cancellationToken).ConfigureAwait(false);
        if (sent.Outcome == AcquisitionOutcome.UnknownNumber || sent.State == AcquisitionState.Erased)
        {
            return sent;
        }

        ResidentAnswer answer = (await _residents.LookUpAsync([query], cancellationToken).ConfigureAwait(false))[0];
        return await _core.ForwardAsync(number, answer, cancellationToken).ConfigureAwait(false);
    }
}
