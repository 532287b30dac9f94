namespace MyNumber.ContractTests.Issuing;

/// <summary>Tables are made once, however often they are asked for, in databases that differ in a row of the dialect only.</summary>
[Collection(PostgresTests.Name)]
public sealed class CreatedTablesTests(PostgresFixture postgres)
{
    [SkippableFact]
    public async Task Sqlite_tables_may_be_made_again_over_what_is_kept()
    {
        await using RegisterHome home = await RegisterHome.SqliteAsync();
        await ShouldKeepAsync(home);
        (await home.AskAsync("select count(*) from sqlite_master where type = 'table'")).ShouldBe(14);
    }

    [SkippableFact]
    public async Task PostgreSql_tables_may_be_made_again_over_what_is_kept_and_are_partitioned_by_hash()
    {
        await using RegisterHome home = await RegisterHome.PostgreSqlAsync(postgres.Server);
        await ShouldKeepAsync(home);
        (await home.AskAsync("select count(*) from pg_partitioned_table where partstrat = 'h'")).ShouldBe(13);
        (await home.AskAsync("select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind = 'r'")).ShouldBe(13 * 8);
    }

    private static async Task ShouldKeepAsync(RegisterHome home)
    {
        await home.Register.AddAsync(Issues.Batch(0, 3));
        await home.Allotted.AddAsync(IssuingHost.SyntheticRoll.Chiyoda, new[] { IssuingHost.SyntheticRoll.CodeAt(1) });
        await home.CreateTablesAsync();
        await home.CreateTablesAsync();
        (await home.Register.CountAsync()).ShouldBe(3);
        (await home.Allotted.CountAsync()).ShouldBe(1);
    }
}
