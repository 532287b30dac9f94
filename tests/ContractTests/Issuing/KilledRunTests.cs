using System.Diagnostics;
using System.Globalization;
using MyNumber.IssuingHost;
using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.ContractTests.Issuing;

/// <summary>
/// A process that issues in bulk is killed (SIGKILL) again and again at places that a seed chooses: before the first batch, inside a transaction, between two.
/// Twenty times here; <c>MYNUMBER_KILLS</c> sets another count and <c>MYNUMBER_KILL_SEED</c> another seed, for a soak.
/// </summary>
[Collection(PostgresTests.Name)]
public sealed class KilledRunTests(PostgresFixture postgres)
{
    private const int Batch = 50;
    private const long Run = 1;

    /// <summary>The roll goes on this far past the place of a start, so that no start ends by itself however fast the machine is.</summary>
    private const long MoreThanOneStartCanDo = 10_000_000;

    private static int Kills { get; } = KillSettings.Count(20);

    private static int Seed { get; } = KillSettings.Seed;

    [SkippableFact]
    public async Task Sqlite_run_that_is_killed_loses_nothing_and_issues_nothing_twice()
    {
        await using RegisterHome home = await RegisterHome.SqliteAsync();
        await KillAndResumeAsync(home);
    }

    [SkippableFact]
    public async Task PostgreSql_run_that_is_killed_loses_nothing_and_issues_nothing_twice()
    {
        await using RegisterHome home = await RegisterHome.PostgreSqlAsync(postgres.Server);
        await KillAndResumeAsync(home);
    }

    private static async Task KillAndResumeAsync(RegisterHome home)
    {
        Random random = new(Seed);
        long done = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            long told = await StartAndKillAsync(home, done + MoreThanOneStartCanDo, done, random);
            (long position, long count) = await ReadSettledAsync(home);
            position.ShouldBeGreaterThanOrEqualTo(told, "what was reported is there");
            (position % Batch).ShouldBe(0, "a batch is there or not");
            count.ShouldBe(position);
            done = position;
        }

        await ShouldResumeToTheEndAsync(home, done + (10 * Batch));
    }

    /// <summary>Place and count with nothing written in between: a server may still commit the batch that the dead process had under way.</summary>
    private static async Task<(long Position, long Count)> ReadSettledAsync(RegisterHome home)
    {
        while (true)
        {
            long before = await home.Register.BulkPositionAsync(Run);
            long count = await home.Register.CountAsync();
            if (await home.Register.BulkPositionAsync(Run) == before)
            {
                return (before, count);
            }
        }
    }

    /// <summary>Kills after a chosen number of lines and a chosen moment more; gives the last place that the process reported.</summary>
    private static async Task<long> StartAndKillAsync(RegisterHome home, long people, long done, Random random)
    {
        int lines = random.Next(0, 12);
        TimeSpan moment = TimeSpan.FromMicroseconds(random.Next(0, 20_000));
        using Process host = Start(home, people);
        long told = done;
        for (int line = 0; line <= lines; line++)
        {
            string? text = await host.StandardOutput.ReadLineAsync();
            text.ShouldNotBeNull("the host ended by itself");
            told = long.TryParse(text, CultureInfo.InvariantCulture, out long place) ? place : told;
        }

        SpinWait.SpinUntil(() => false, moment);
        host.Kill();
        await host.WaitForExitAsync();
        host.ExitCode.ShouldBe(137);
        foreach (string text in (await host.StandardOutput.ReadToEndAsync()).Split('\n'))
        {
            told = text.Length > 0 && long.TryParse(text, CultureInfo.InvariantCulture, out long place) && place % Batch == 0 ? Math.Max(told, place) : told;
        }

        return told;
    }

    private static async Task ShouldResumeToTheEndAsync(RegisterHome home, long people)
    {
        using ConversionKeyRing keys = new(1, new MixedPermutation(NumberConverter.DomainSize, 7));
        BulkIssueRun run = new(home.Register, keys, TimeProvider.System, new BulkOptions { BatchSize = 1_000 });
        BulkResult result = await run.RunAsync(Run, new SyntheticRoll(people));
        (result.Outcome, result.Done).ShouldBe((BulkOutcome.Done, people));
        string[] distinct = ["request", "number", "code"];
        foreach (string column in distinct)
        {
            (await home.AskAsync($"select count(distinct {column}) from number_issue")).ShouldBe(people, column);
        }

        (await home.AskAsync("select count(*) from number_by_value v join number_issue i on i.request = v.request and i.number = v.number")).ShouldBe(people);
        (await home.AskAsync("select count(*) from number_by_code c join number_issue i on i.request = c.request and i.code = c.code and i.counter = c.counter")).ShouldBe(people);
        NumberConverter converter = new(new MixedPermutation(NumberConverter.DomainSize, 7), ExcludedNumbers.Placeholders);
        long place = 0;
        await foreach (NumberIssue issue in home.Register.ReadAllAsync())
        {
            ShouldBeRight(issue, place++, converter);
        }

        place.ShouldBe(people);
    }

    /// <summary>The requests of a run grow with the place, and both databases read in the order of the requests.</summary>
    private static void ShouldBeRight(in NumberIssue issue, long place, NumberConverter converter)
    {
        converter.TryConvert(SyntheticRoll.CodeAt(place), issue.Counter, out var number).ShouldBeTrue();
        if (issue.Request != BulkRequests.At(Run, place) || issue.Number != number || issue.Code != SyntheticRoll.CodeAt(place))
        {
            Assert.Fail($"Place {place} has not its number.");
        }
    }

    private static Process Start(RegisterHome home, long people) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "IssuingHost.dll"), "bulk", home.Kind, home.Connection, people.ToString(CultureInfo.InvariantCulture), Batch.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardOutput = true,
    })!;
}
