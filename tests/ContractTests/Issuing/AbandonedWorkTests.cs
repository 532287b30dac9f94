using System.Data.Common;
using MyNumber.IssuingHost;
using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Entries;

namespace MyNumber.ContractTests.Issuing;

/// <summary>A statement in the middle of a call fails: then nothing of the call has happened, and the same call goes through once the fault is mended.</summary>
[Collection(PostgresTests.Name)]
public sealed class AbandonedWorkTests(PostgresFixture postgres)
{
    private static readonly CodeEntry _entry = new()
    {
        Person = Issues.Request(1),
        Version = 0,
        Code = SyntheticRoll.CodeAt(1),
        Occasion = CodeEntryOutcome.Drawn,
        Since = Issues.Noon,
    };

    public static TheoryData<string, bool> Databases => new() { { "SQLite", false }, { "PostgreSQL", true } };

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Entry_whose_bearer_is_not_written_is_not_there(string row, bool isServer)
    {
        await using RegisterHome home = await OpenAsync(isServer);
        await RunAsync(home, "alter table code_bearer rename to code_bearer_away");
        await Should.ThrowAsync<DbException>(async () => await home.Entries.AddAsync(_entry), row);
        await RunAsync(home, "alter table code_bearer_away rename to code_bearer");
        (await home.Entries.HistoryAsync(_entry.Person)).ShouldBeEmpty(row);
        (await home.Entries.AddAsync(_entry)).ShouldBe(CodeEntryConflict.None, row);
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Bundle_whose_places_are_not_written_is_not_designated(string row, bool isServer)
    {
        await using RegisterHome home = await OpenAsync(isServer);
        ResidentRecordCode[] codes = [.. Enumerable.Range(0, 30).Select(place => SyntheticRoll.CodeAt(place))];
        await RunAsync(home, "alter table code_place rename to code_place_away");
        await Should.ThrowAsync<DbException>(async () => await home.Allotted.AddAsync(SyntheticRoll.Chiyoda, codes), row);
        await RunAsync(home, "alter table code_place_away rename to code_place");
        (await home.Allotted.CountAsync()).ShouldBe(0, row);
        (await home.AskAsync("select count(*) from code_allotted")).ShouldBe(0, row);
        (await home.Allotted.AddAsync(SyntheticRoll.Chiyoda, codes)).ShouldBe(30, row);
        await Pools.ShouldBeWholeAsync(home);
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Draw_whose_answer_is_not_written_is_not_drawn(string row, bool isServer)
    {
        const string order = "select sum((place + 1) * (code % 9973)) from code_place";
        await using RegisterHome home = await OpenAsync(isServer);
        await home.Allotted.AddAsync(SyntheticRoll.Chiyoda, Enumerable.Range(0, 30).Select(place => SyntheticRoll.CodeAt(place)).ToArray());
        long before = await home.AskAsync(order);
        await RunAsync(home, "alter table code_draw add column broken integer check (broken is not null)");
        await Should.ThrowAsync<DbException>(async () => await home.Allotted.DrawAsync(SyntheticRoll.Chiyoda, new[] { Issues.Request(1), Issues.Request(2) }), row);
        (await home.Allotted.LeftAsync(SyntheticRoll.Chiyoda)).ShouldBe(30, row);
        (await home.AskAsync(order)).ShouldBe(before, row);
        await Pools.ShouldBeWholeAsync(home);
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Missing_tables_are_the_databases_error_and_nothing_else(string row, bool isServer)
    {
        await using RegisterHome home = await OpenAsync(isServer);
        foreach (string table in new[] { "code_pool", "code_allotted", "code_entry", "corporate_entry", "identity_record" })
        {
            await RunAsync(home, $"alter table {table} rename to {table}_away");
        }

        await Should.ThrowAsync<DbException>(async () => await home.Allotted.CountAsync(), row);
        await Should.ThrowAsync<DbException>(async () => await home.Allotted.DrawAsync(SyntheticRoll.Chiyoda, new[] { Issues.Request(1) }), row);
        await Should.ThrowAsync<DbException>(async () => await home.Entries.FindByCodeAsync(_entry.Code), row);
        await Should.ThrowAsync<DbException>(async () => await home.Corporate.HistoryAsync(CorporateNumber.FromBase(1)), row);
        await Should.ThrowAsync<DbException>(async () => await home.Identity.HistoryAsync(_entry.Person), row);
    }

    private async Task<RegisterHome> OpenAsync(bool isServer) => isServer ? await RegisterHome.PostgreSqlAsync(postgres.Server) : await RegisterHome.SqliteAsync();

    private static async Task RunAsync(RegisterHome home, string statement)
    {
        await using DbConnection connection = await home.Source.OpenConnectionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
