using MyNumber.TestKit;

namespace MyNumber.PcscTests.Harness;

[Collection(PcscCollection.Name)]
public sealed class DaemonTests(PcscDaemon daemon)
{
    [SkippableFact]
    public void Both_readers_of_the_driver_are_there_and_empty()
    {
        daemon.Require();
        Readers().ShouldBe([$"0 No {PcscDaemon.FirstReader}", $"1 No {PcscDaemon.SecondReader}"]);
    }

    [SkippableFact]
    public void A_second_daemon_is_refused_while_the_first_runs()
    {
        daemon.Require();
        using PcscDaemon second = new();
        Should.Throw<InvalidOperationException>(second.Start).Message.ShouldStartWith("Another pcscd is running");
        daemon.IsRunning.ShouldBeTrue();
    }

    [SkippableFact]
    public void A_killed_daemon_leaves_nothing_that_keeps_the_next_from_starting()
    {
        daemon.Require();
        daemon.Kill();
        OutsideProgram.Require("opensc-tool", "opensc").Run("-l").Output.ShouldNotContain(PcscDaemon.FirstReader);
        daemon.Start();
        Readers().Length.ShouldBe(2);
    }

    [SkippableFact]
    public void A_stopped_daemon_starts_again()
    {
        daemon.Require();
        daemon.Restart();
        Readers().Length.ShouldBe(2);
    }

    /// <summary>The rows of opensc-tool's table, columns one space apart.</summary>
    private static string[] Readers() =>
    [
        .. OutsideProgram.Require("opensc-tool", "opensc").Run("-l").Output.Split('\n')
            .Where(line => line.Contains("Virtual PCD", StringComparison.Ordinal))
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
    ];
}
