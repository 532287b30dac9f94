using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core.Routes;
using MyNumber.Linkage.Portal.Accounts;

namespace MyNumber.Testing.Linkage;

/// <summary>J-LIS's side of a registration at the portal: it knows whose login is whose, and the portal does not.</summary>
internal sealed class LabLoginRoute(JlisDesk jlis, LabNetwork network) : ILoginRoute
{
    private readonly Dictionary<LoginHandle, LabPerson> _people = network.People.ToDictionary(person => person.Login);

    public ValueTask<AcquisitionAnswer> AcquireAsync(AcquisitionNumber number, LoginHandle handle, CancellationToken cancellationToken = default) =>
        jlis.AcquireAsync(number, _people[handle].Query, cancellationToken);
}
