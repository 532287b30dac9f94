using MyNumber.Card.Emulation;

namespace MyNumber.Testing.Tests;

/// <summary>Counts this process's listening sockets, so it runs alone in it.</summary>
[Collection(Alone)]
public sealed class LabWorldLifetimeTests
{
    private const string Alone = "alone in the process";

    [SkippableFact]
    public async Task A_world_that_ended_leaves_no_port_open()
    {
        int before = CountListeners();
        await using (await LabWorld.StartAsync())
        {
            CountListeners().ShouldBe(before + 1);
        }

        CountListeners().ShouldBe(before);
    }

    [SkippableFact]
    public async Task A_world_that_failed_to_start_leaves_no_port_open()
    {
        int before = CountListeners();
        LabWorldOptions impossible = new() { Card = EmulatedCardOptions.Default with { CertificateFileSize = 0 } };
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await LabWorld.StartAsync(impossible));
        CountListeners().ShouldBe(before);
    }

    private static int CountListeners()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "reads the sockets of this process from the Linux process file system");
        HashSet<string> own = [.. Directory.EnumerateFiles("/proc/self/fd").Select(fd => new FileInfo(fd).LinkTarget).OfType<string>().Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))];
        const int state = 3, inode = 9;
        return File.ReadLines("/proc/net/tcp").Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(fields => fields[state] == "0A" && own.Contains($"socket:[{fields[inode]}]"));
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneCollection;
}
