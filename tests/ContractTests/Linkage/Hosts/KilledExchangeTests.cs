using System.Globalization;
using MyNumber.ContractTests.Issuing;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Storage.Core;
using MyNumber.Linkage.Storage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.ContractTests.Linkage.Hosts;

/// <summary>
/// Core, intermediate servers and PostgreSQL itself are killed (SIGKILL) at places that a seed chooses while inquiries and codes are under way.
/// Twenty times here; <c>MYNUMBER_KILLS</c> sets another count and <c>MYNUMBER_KILL_SEED</c> another seed, for a soak.
/// </summary>
[Collection(PostgresTests.Name)]
public sealed class KilledExchangeTests
{
    private static int Kills { get; } = KillSettings.Count(20);

    [SkippableFact]
    public async Task Network_whose_parts_are_killed_loses_no_record_and_issues_no_code_twice()
    {
        await using KilledNetwork network = await KilledNetwork.StartAsync();
        Random random = new(KillSettings.Seed);
        network.Load();
        for (int kill = 0; kill < Kills; kill++)
        {
            await WaitForInquiriesAsync(network.City, random.Next(1, 25));
            SpinWait.SpinUntil(() => false, TimeSpan.FromMicroseconds(random.Next(0, 20_000)));
            await network.KillAsync(kill < KilledNetwork.Victims.Count ? KilledNetwork.Victims[kill] : KilledNetwork.Victims[random.Next(KilledNetwork.Victims.Count)]);
        }

        await WaitForInquiriesAsync(network.City, 10);
        await network.SettleAsync();
        network.Told.ShouldNotContain(line => IsBroken(line));
        await ShouldHaveEveryRecordAsync(network);
        await ShouldAgreeAsync(network);
        await ShouldHaveEveryCodeAsync(network);
    }

    private static async Task WaitForInquiriesAsync(HostProcess city, int more)
    {
        int seen = city.Lines.Count(IsProvided);
        for (int line = 1; line <= more; line++)
        {
            string? found = await city.NextAsync(text => IsBroken(text) || city.Lines.Count(IsProvided) >= seen + line);
            found.ShouldNotBeNull("the city ended by itself");
            IsBroken(found).ShouldBeFalse(found);
        }
    }

    private static bool IsProvided(string line) => line.StartsWith("provided ", StringComparison.Ordinal);

    private static bool IsBroken(string line) => line.StartsWith("broke ", StringComparison.Ordinal);

    private static SqlRecordStore RecordsOf(KilledNetwork network, AgencyId role) => new(network.DatabaseOf(role).Source, network.DatabaseOf(role).Dialect, new LogOwner(role));

    /// <summary>What was acknowledged lies at all three parties under the same commitment.</summary>
    private static async Task ShouldHaveEveryRecordAsync(KilledNetwork network)
    {
        string[][] acknowledged = [.. network.Told.Where(IsProvided).Select(line => line.Split(' '))];
        acknowledged.Length.ShouldBeGreaterThan(Kills);
        foreach (string[] words in acknowledged)
        {
            RecordKey key = new(new InquiryId(Guid.Parse(words[1])), 0);
            AgencyId provider = new(int.Parse(words[2], CultureInfo.InvariantCulture));
            List<Digest> found = [];
            foreach (AgencyId role in new[] { ChildAllowance.City, provider, default })
            {
                found.Add((await RecordsOf(network, role).FindAsync(key))?.Record.Commitment ?? default);
            }

            found.Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
        }

        (await network.DatabaseOf(default).AskAsync("select count(*) from log_record where not exists (select 1 from record_index where inquiry = uuid_send(log_record.inquiry))"))
            .ShouldBe(0, "records that their person would not find");
    }

    /// <summary>No party has a record that another lacks, acknowledged or not.</summary>
    private static async Task ShouldAgreeAsync(KilledNetwork network)
    {
        DateOnly last = RecordDay.Of(TimeProvider.System.GetUtcNow());
        foreach (DateOnly day in new[] { last.AddDays(-1), last })
        {
            RecordScope[] scopes = [.. (await RecordsOf(network, default).ReadScopesAsync(day)).Union(await RecordsOf(network, ChildAllowance.City).ReadScopesAsync(day))
                .Union(await RecordsOf(network, ChildAllowance.TaxCity).ReadScopesAsync(day)).Union(await RecordsOf(network, ChildAllowance.PensionOffice).ReadScopesAsync(day))];
            foreach (RecordScope scope in scopes)
            {
                DayListing inquirer = await DayListing.ReadAsync(RecordsOf(network, scope.Inquirer), scope);
                DayListing core = await DayListing.ReadAsync(RecordsOf(network, default), scope);
                ReconciliationResult result = scope.Provider.IsEmpty
                    ? await Reconciler.CompareAsync(inquirer, core)
                    : await Reconciler.CompareAsync(inquirer, await DayListing.ReadAsync(RecordsOf(network, scope.Provider), scope), core);
                result.Findings.ShouldBeEmpty(scope.ToString());
            }
        }
    }

    /// <summary>Every acknowledged code is in use and of its own person, and no code is of two.</summary>
    private static async Task ShouldHaveEveryCodeAsync(KilledNetwork network)
    {
        TestDatabase database = network.DatabaseOf(default);
        SqlIssuedCodes codes = new(database.Source, database.Dialect);
        Dictionary<int, LinkCode> people = [];
        Dictionary<(string Holder, string Code), string> owners = [];
        foreach (string[] words in network.Told.Where(line => line.StartsWith("issued ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToArray())
        {
            owners.TryAdd((words[2], words[3]), words[1]);
            owners[(words[2], words[3])].ShouldBe(words[1], "one code, one person");
            CodeHolderId holder = new(int.Parse(words[2], CultureInfo.InvariantCulture));
            IssuedCode issued = (await codes.FindAsync(holder, AgencyCode.FromEnvelope(Convert.FromHexString(words[3])))).ShouldNotBeNull();
            issued.State.ShouldBe(IssuedState.Active);
            int person = int.Parse(words[1], CultureInfo.InvariantCulture);
            people.TryAdd(person, issued.Link);
            people[person].ShouldBe(issued.Link, "one person, one link");
        }

        people.Count.ShouldBeGreaterThan(KilledNetwork.Asked);
        people.Values.Distinct().Count().ShouldBe(people.Count);
        (await database.AskAsync("select count(*) from (select code from issued_code group by code, holder having count(*) > 1) twice")).ShouldBe(0);
    }
}
