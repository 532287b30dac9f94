using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Numbers;

namespace MyNumber.Linkage.Portal.Accounts;

/// <summary>J-LIS's side when the portal acquires a code: it knows whose certificate logged in, and gives number and resident record code to the core. The portal learns neither.</summary>
/// <remarks>In the slides the numbering system sends the resident record codes of those whom the portal asks for (confidence high); by what it knows them again is ours.
/// Implementations are thread safe.</remarks>
public interface ILoginRoute
{
    /// <summary>Takes an acquisition from the portal.</summary>
    /// <param name="number">The acquisition number.</param>
    /// <param name="handle">The login, as J-LIS knows it too.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How far it is.</returns>
    ValueTask<AcquisitionAnswer> AcquireAsync(AcquisitionNumber number, LoginHandle handle, CancellationToken cancellationToken = default);
}
