using MyNumber.Architecture.Tests.Documents;
using MyNumber.Card.Pins;
using MyNumber.PcscTests.Harness;

namespace MyNumber.PcscTests.Pcsc;

/// <summary>The code of docs/card/pcsc.md, run with a card.</summary>
[Collection(PcscCollection.Name)]
public sealed class SnippetTests(PcscDaemon daemon)
{
    [SkippableFact]
    public async Task First_read_finds_the_card()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        (await PcscSnippets.ReadLabelAsync()).ShouldBe("JPKIAPICCTOKEN2");
    }

    [SkippableFact]
    public void First_read_without_a_card_says_so()
    {
        daemon.Require();
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
        ReaderStatus.WaitForCard(PcscDaemon.SecondReader, present: false);
        Should.Throw<InvalidOperationException>(PcscSnippets.ReadLabelAsync).Message.ShouldBe("カードを置いてください。");
    }

    [SkippableFact]
    public async Task Errors_are_told_in_Japanese()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using StringWriter log = new();
        PcscSnippets.Tell(log);
        daemon.Stop();
        PcscSnippets.Tell(log);
        daemon.Start();
        string[] lines = log.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines[..2].ShouldBe([$"{PcscDaemon.FirstReader}: Present", $"{PcscDaemon.SecondReader}: Absent"]);
        lines[2].ShouldStartWith("PC/SCサービスが動いていません。Linuxでは");
        lines[2].ShouldEndWith("(SCARD_E_NO_SERVICE)");
    }

    [SkippableTheory]
    [InlineData("right", true)]
    [InlineData("wrong", false)]
    public async Task Pin_is_asked_for_outside_of_the_transaction(string row, bool right)
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        (await PcscSnippets.VerifyAsync(PcscCard.First, () => Task.FromResult(CardPin.Copy(right ? TestCard.LoginPin : "0000")))).ShouldBe(right, row);
    }

    [SkippableFact]
    public async Task Events_are_written_as_lines()
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using CancellationTokenSource end = new();
        using LineSignal log = new($"{PcscDaemon.FirstReader}: カードが置かれました。", end.Cancel);
        await Should.ThrowAsync<OperationCanceledException>(async () => await PcscSnippets.WatchAsync(log, end.Token));
        log.Lines.ShouldContain($"ReaderAdded {PcscDaemon.SecondReader}");
    }
}
