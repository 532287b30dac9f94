using MyNumber.Card.Emulation;
using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.OpenSc;

[Collection(PcscCollection.Name)]
public sealed class DriverProbeTests(PcscDaemon daemon)
{
    private const int TwiceOnlyWhenKnown = 7;
    private static readonly byte[] _foreignAnswerToReset = Convert.FromHexString("3B80800101");

    [SkippableFact]
    public async Task The_known_answer_to_reset_names_the_driver_after_29_refusals()
    {
        await using OpenScCard card = await OpenScCard.InsertAsync(daemon);
        ProgramOutcome outcome = card.Run("opensc-tool", "-r", "0", "-n");
        outcome.Output.Trim().ShouldBe("jpki");
        outcome.ExitCode.ShouldBe(0);
        card.TakeDialogue().ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task An_unknown_answer_to_reset_leads_to_the_application_after_28_refusals()
    {
        await using OpenScCard card = await OpenScCard.InsertAsync(daemon, EmulatedCardOptions.Default with { AnswerToReset = _foreignAnswerToReset });
        card.Run("opensc-tool", "-r", "0", "-n").Output.Trim().ShouldBe("jpki");
        Exchange[] all = card.Reader.TakeExchanges();
        all[..^1].Select(one => one.Command).ShouldBe(Dialogue.DriverProbe.Where((_, index) => index != TwiceOnlyWhenKnown));
        all[..^1].ShouldAllBe(one => one.StatusWord.StartsWith('6') && one.Data.Length == 0);
        all[^1].ToString().ShouldBe("00A4040C0AD392F000260100000001 9000");
    }

    [SkippableFact]
    public async Task The_answer_to_reset_reaches_the_program()
    {
        await using OpenScCard card = await OpenScCard.InsertAsync(daemon);
        card.Run("opensc-tool", "-r", "0", "-a").Output.Trim().ShouldBe("3b:e0:00:ff:81:31:fe:45:14");
    }
}
