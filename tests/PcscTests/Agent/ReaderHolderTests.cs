using CardAgent.Cards;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.PcscTests.Harness;

namespace MyNumber.PcscTests.Agent;

/// <summary>Which reader the card agent takes.</summary>
[Collection(PcscCollection.Name)]
public sealed class ReaderHolderTests(PcscDaemon daemon)
{
    [SkippableFact]
    public async Task Reader_with_a_card_comes_before_the_first_one()
    {
        await using CardInReader second = await CardInReader.InsertAsync(daemon, address: VpcdAddress.SecondSlot);
        Find(string.Empty).ShouldBe(PcscDaemon.SecondReader);
    }

    [SkippableFact]
    public void Without_any_card_it_is_the_first_reader()
    {
        daemon.Require();
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
        ReaderStatus.WaitForCard(PcscDaemon.SecondReader, present: false);
        Find(string.Empty).ShouldBe(PcscDaemon.FirstReader);
    }

    [SkippableFact]
    public async Task Reader_is_taken_by_its_whole_name_whoever_has_a_card()
    {
        await using CardInReader first = await CardInReader.InsertAsync(daemon);
        Find(PcscDaemon.SecondReader).ShouldBe(PcscDaemon.SecondReader);
        Find("Virtual PCD").ShouldBeNull();
    }

    [SkippableFact]
    public void Without_the_service_it_is_told()
    {
        daemon.Require();
        daemon.Stop();
        try
        {
            Should.Throw<PcscException>(() => Find(string.Empty)).Cause.ShouldBe(PcscCause.ServiceNotRunning);
        }
        finally
        {
            daemon.Start();
        }
    }

    private static string? Find(string name) => ReaderHolder.Find(name, TimeProvider.System)?.Reader.Name;
}
