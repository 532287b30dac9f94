using System.Data.Common;
using System.Security.Cryptography;
using MyNumber.ContractTests.Issuing;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Storage.Bodies;
using MyNumber.Linkage.Storage.Records;
using MyNumber.Linkage.Tests.Records;

namespace MyNumber.ContractTests.Linkage;

/// <summary>A call that breaks off leaves nothing; a row that another hand altered is not taken for what was written.</summary>
[Collection(PostgresTests.Name)]
public sealed class AbandonedExchangeTests(PostgresFixture postgres)
{
    private static readonly AgencyId _city = new(1);

    public static TheoryData<string, bool> Databases => new() { { "SQLite", false }, { "PostgreSQL", true } };

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Record_whose_leaf_is_not_written_is_not_there_and_leaves_no_hole(string row, bool isServer)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        SqlRecordStore store = new(home.Source, home.Dialect, LogOwner.Core);
        SaltedRecord record = new(RecordVectors.Provided, RecordVectors.Salt);
        await home.RunAsync("alter table log_leaf rename to log_leaf_away");
        await Should.ThrowAsync<DbException>(async () => await store.AppendAsync((SaltedRecord[])[record]), row);
        await home.RunAsync("alter table log_leaf_away rename to log_leaf");
        (await store.FindAsync(record.Record.Key)).ShouldBeNull(row);
        (await store.ReadScopesAsync(RecordScope.Of(record.Record).Day)).ShouldBeEmpty(row);
        (await store.AppendAsync((SaltedRecord[])[record])).ShouldBe([new RecordPlace(RecordAppend.Written, 0)], row);
    }

    [SkippableFact]
    public async Task Exchange_whose_connection_is_dropped_before_the_commit_leaves_nothing()
    {
        await using TestDatabase home = await OpenAsync(isServer: true);
        SqlBodyStore store = new(home.Source, home.Dialect);
        await store.WriteAsync(_city, [Row(1)]);
        await using DbConnection holder = await home.Another().OpenConnectionAsync();
        await using DbTransaction held = await holder.BeginTransactionAsync();
        await using (DbCommand take = holder.CreateCommand())
        {
            take.Transaction = held;
            take.CommandText = @"insert into body_row (body, kind, tag, version, sealed) values (1, 3, '\x00000000000000000000000000000009', 0, '\x00')";
            await take.ExecuteNonQueryAsync();
        }

        Task<bool> exchange = store.TryExchangeAsync(_city, [Row(1).Key], [Row(2), Row(9)]).AsTask();
        while (await home.AskAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 0)
        {
            exchange.IsCompleted.ShouldBeFalse();
        }

        await Should.ThrowAsync<DbException>(exchange);
        await held.RollbackAsync();
        (await store.ListAsync(_city, BodyTable.Replica, null, 10)).ShouldHaveSingleItem().Key.ShouldBe(Row(1).Key);
        (await store.TryExchangeAsync(_city, [Row(1).Key], [Row(2), Row(9)])).ShouldBeTrue();
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Altered_rows_are_refused(string row, bool isServer)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        SqlRecordStore records = new(home.Source, home.Dialect, LogOwner.Core);
        SqlHeadStore heads = new(home.Source, home.Dialect);
        SaltedRecord record = new(RecordVectors.Provided, RecordVectors.Salt);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await records.AppendAsync((SaltedRecord[])[record]);
        await heads.AddAsync(LogHead.Sign("core", 1, default, DateTimeOffset.UnixEpoch, null, key));
        await home.RunAsync("update log_record set canonical = commitment");
        await home.RunAsync("update log_head set head = (select commitment from log_leaf)");
        await Should.ThrowAsync<InvalidDataException>(async () => await records.FindAsync(record.Record.Key), row);
        await Should.ThrowAsync<InvalidDataException>(async () => await heads.LatestAsync("core"), row);
        await Should.ThrowAsync<InvalidDataException>(async () => await heads.ReadAsync("core", 0, 1), row);
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task Tables_may_be_made_again_over_what_is_kept(string row, bool isServer)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        SqlBodyStore store = new(home.Source, home.Dialect);
        await store.WriteAsync(_city, [Row(1)]);
        await LinkageHomes.CreateTablesAsync(home);
        (await store.FindAsync(_city, Row(1).Key)).ShouldNotBeNull(row);
        if (isServer)
        {
            (await home.AskAsync("select count(*) from pg_partitioned_table where partstrat = 'h'")).ShouldBe(5);
            (await home.AskAsync("select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind = 'r'")).ShouldBe(5 * 8);
        }
    }

    private static BodyRow Row(int tag) => new(new BodyRowKey(BodyTable.Replica, (UInt128)tag), 0, new byte[] { 1 });

    private async Task<TestDatabase> OpenAsync(bool isServer) => (isServer ? await LinkageHomes.PostgreSqlAsync(postgres) : await LinkageHomes.SqliteAsync())!;
}
