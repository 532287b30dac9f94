using System.Diagnostics;
using CardAgent;
using CardAgentTests.Lab;
using MyNumber.Card.Emulation.Readers;
using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.Agent;

/// <summary>The card agent as a program of its own that is told to use a reader.</summary>
[Collection(PcscCollection.Name)]
public sealed class AgentProgramTests(PcscDaemon daemon)
{
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "CardAgent.dll");

    [SkippableFact]
    public async Task It_takes_the_reader_with_the_card_names_it_and_asks_the_card()
    {
        await using CardInReader second = await CardInReader.InsertAsync(daemon, address: VpcdAddress.SecondSlot);
        using Process agent = Dotnet().Start("exec", _program, "--reader", "--port", "0", "--allow", AgentSettings.SamplePortal);
        try
        {
            Uri address = new((await agent.StandardOutput.ReadLineAsync()).ShouldNotBeNull());
            (await agent.StandardOutput.ReadLineAsync()).ShouldBe($"カードリーダー (reader): {PcscDaemon.SecondReader}");
            (await SampleLogin.AskAsync(address)).Html.ShouldContain("残り3回");
        }
        finally
        {
            agent.Kill();
            await agent.WaitForExitAsync();
        }
    }

    [SkippableFact]
    public void It_names_the_readers_when_the_wanted_one_is_not_there()
    {
        daemon.Require();
        ProgramOutcome outcome = Dotnet().Run("exec", _program, "--reader", "no such reader", "--port", "0");
        outcome.ExitCode.ShouldBe(3, outcome.All);
        outcome.Error.ShouldContain("カードリーダーが見つかりません");
        outcome.Error.ShouldContain($"  {PcscDaemon.FirstReader}{Environment.NewLine}  {PcscDaemon.SecondReader}{Environment.NewLine}");
        outcome.Output.ShouldBeEmpty();
    }

    [SkippableFact]
    public void It_says_in_both_languages_what_to_do_when_the_service_does_not_run()
    {
        daemon.Require();
        daemon.Stop();
        try
        {
            ProgramOutcome outcome = Dotnet().Run("exec", _program, "--reader", "--port", "0");
            outcome.ExitCode.ShouldBe(3, outcome.All);
            outcome.Error.ShouldStartWith("PC/SCサービスが動いていません");
            outcome.Error.ShouldContain("(SCARD_E_NO_SERVICE, 0x8010001D)");
        }
        finally
        {
            daemon.Start();
        }
    }

    private static OutsideProgram Dotnet() => OutsideProgram.Require("dotnet", "dotnet-sdk-10.0");
}
