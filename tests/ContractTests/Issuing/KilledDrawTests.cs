using System.Diagnostics;
using System.Globalization;
using MyNumber.IssuingHost;

namespace MyNumber.ContractTests.Issuing;

/// <summary>
/// Two processes draw resident record codes from one pool at once and are killed (SIGKILL) again and again at places that a seed chooses: while a bundle is designated, between draw and
/// entry, inside a transaction. Eight times for each database here; <see cref="KillSettings"/> for a soak.
/// </summary>
[Collection(PostgresTests.Name)]
public sealed class KilledDrawTests(PostgresFixture postgres)
{
    private const int Lanes = 2;

    [SkippableFact]
    public async Task Sqlite_draws_that_are_killed_lose_no_code_and_give_none_twice()
    {
        await using RegisterHome home = await RegisterHome.SqliteAsync();
        await KillAndResumeAsync(home);
    }

    [SkippableFact]
    public async Task PostgreSql_draws_that_are_killed_lose_no_code_and_give_none_twice()
    {
        await using RegisterHome home = await RegisterHome.PostgreSqlAsync(postgres.Server);
        await KillAndResumeAsync(home);
    }

    private static async Task KillAndResumeAsync(RegisterHome home)
    {
        Random random = new(KillSettings.Seed);
        int[] next = [.. Enumerable.Range(0, Lanes)];
        for (int kill = 0; kill < KillSettings.Count(8); kill += Lanes)
        {
            next = await Task.WhenAll(next.Select(first => StartAndKillAsync(home, first, random.Next(0, 12), TimeSpan.FromMicroseconds(random.Next(0, 20_000)))));
            await Pools.ShouldBeWholeAsync(home);
            await ShouldHaveServedAsync(home, next);
            (await home.AskAsync("select (select count(*) from code_draw) - (select count(*) from code_entry)")).ShouldBeInRange(0, Lanes, "one draw of each process may wait for its entry");
        }

        // Whoever was under way is asked for once more; then no code is drawn in vain.
        CodeWork work = new(home.Allotted, home.Entries);
        foreach (int place in next)
        {
            await work.ServeAsync(place);
        }

        await Pools.ShouldBeWholeAsync(home);
        (await home.AskAsync("select (select count(*) from code_draw) - (select count(*) from code_entry)")).ShouldBe(0, "every drawn code is borne");
        (await home.AskAsync("select (select count(*) from code_entry) - (select count(*) from code_entry e join code_draw d on d.code = e.code)")).ShouldBe(0, "every borne code was drawn");
        (await home.AskAsync("select (select count(*) from code_entry) - (select count(*) from code_bearer b join code_entry e on e.person = b.person and e.version = b.version and e.code = b.code)"))
            .ShouldBe(0, "entry and bearer are one step");
    }

    private static async Task ShouldHaveServedAsync(RegisterHome home, int[] next)
    {
        foreach (int lane in Enumerable.Range(0, Lanes))
        {
            for (int place = lane; place < next[lane]; place += Lanes)
            {
                (await home.Entries.HistoryAsync(CodeWork.PersonAt(place))).Count.ShouldBe(CodeWork.CodesOf(place), "what was reported is there");
            }
        }
    }

    /// <summary>Kills after a chosen number of lines and a chosen moment more; gives the first person that was not reported.</summary>
    private static async Task<int> StartAndKillAsync(RegisterHome home, int first, int lines, TimeSpan moment)
    {
        using Process host = Start(home, first);
        int next = first;
        try
        {
            for (int line = 0; line <= lines; line++)
            {
                next = Next(await host.StandardOutput.ReadLineAsync(), next);
            }

            SpinWait.SpinUntil(() => false, moment);
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
        }

        host.ExitCode.ShouldBe(137, "the host ended by itself");
        foreach (string text in (await host.StandardOutput.ReadToEndAsync()).Split('\n').SkipLast(1))
        {
            next = Next(text, next);
        }

        return next;
    }

    private static int Next(string? line, int next) => int.TryParse(line, CultureInfo.InvariantCulture, out int place) ? place + Lanes : next;

    private static Process Start(RegisterHome home, int first) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "IssuingHost.dll"), "codes", home.Kind, home.Connection,
            first.ToString(CultureInfo.InvariantCulture), Lanes.ToString(CultureInfo.InvariantCulture),
        ])
    {
        RedirectStandardOutput = true,
    })!;
}
