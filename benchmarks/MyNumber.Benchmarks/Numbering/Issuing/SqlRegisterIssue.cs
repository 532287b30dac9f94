using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using MyNumber.IssuingHost;
using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Storage;
using MyNumber.Numbering.Permutations;
using MyNumber.Numbering.Storage;
using MyNumber.TestKit;
using Npgsql;

namespace MyNumber.Benchmarks.Numbering.Issuing;

/// <summary>
/// 100,000 people issued in bulk into PostgreSQL on this machine, fsync on, server and client on the same cores: conversion, three key tables, one commit a batch.
/// The baseline is a transaction for each person, which is what one would write first (1,000 people, counted up by the divisor).
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 5)]
public class SqlRegisterIssue
{
    private const int People = 100_000;
    private const int PeopleOneByOne = 1_000;

    private PostgresServer _server = null!;
    private NpgsqlDataSource _source = null!;
    private SqlNumberRegister _register = null!;
    private ConversionKeyRing _keys = null!;

    [Params(1_000, 5_000, 20_000)]
    public int BatchSize { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _server = PostgresServer.Start();
        _keys = new ConversionKeyRing(1, new ElevenDigitPermutation(new byte[32], []));
    }

    [IterationSetup]
    public void Empty()
    {
        string database = "register_" + Guid.NewGuid().ToString("N");
        using NpgsqlDataSource first = NpgsqlDataSource.Create(_server.ConnectionString);
        using NpgsqlCommand create = first.CreateCommand($"create database {database}");
        create.ExecuteNonQuery();
        _source = NpgsqlDataSource.Create(_server.ConnectionStringTo(database));
        _register = new SqlNumberRegister(_source, SqlDialect.PostgreSql);
        _register.CreateTablesAsync().AsTask().GetAwaiter().GetResult();
    }

    [IterationCleanup]
    public void Close() => _source.Dispose();

    [GlobalCleanup]
    public void Stop()
    {
        _keys.Dispose();
        _server.Dispose();
    }

    [Benchmark(OperationsPerInvoke = People)]
    public Task<BulkResult> Batches() => RunAsync(People, BatchSize);

    [Benchmark(Baseline = true, OperationsPerInvoke = PeopleOneByOne)]
    public Task<BulkResult> OneByOne() => RunAsync(PeopleOneByOne, 1);

    private async Task<BulkResult> RunAsync(long people, int batch)
    {
        BulkIssueRun run = new(_register, _keys, TimeProvider.System, new BulkOptions { BatchSize = batch });
        BulkResult result = await run.RunAsync(1, new SyntheticRoll(people));
        return result.Outcome == BulkOutcome.Done ? result : throw new InvalidOperationException(result.ToString());
    }
}
