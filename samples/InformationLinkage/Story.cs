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
    }
}
