using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Testing.Linkage;

namespace InformationLinkage;

/// <summary>The chapters in their order.</summary>
internal sealed class Story(Network network, Journal journal, Narrator narrator)
{
    public async Task TellAsync()
    {
        await new Acquisition(network, journal, narrator).TellAsync();
        await new Application(network, journal, narrator).TellAsync();
        await new Refusals(network, journal, narrator).TellAsync();
        Repair repair = new(network, journal, narrator);
        await repair.TellAsync();
        await new Tampering(network, journal, narrator).TellAsync(repair.Leaked);
        using LabPortal portal = new(network.Description, network.Core, network[ChildAllowance.Portal], ChildAllowance.SelfInformation, [OneStop.Form]);
        PortalCaller me = await new Citizen(network, portal, journal, narrator).TellAsync();
        await new OneStop(network, portal, journal, narrator).TellAsync(me);
    }
}
