using BenchmarkDotNet.Attributes;
using MyNumber.Linkage.Exchange;

namespace MyNumber.Benchmarks.Linkage;

/// <summary>
/// Inquiries end to end over HTTP/2 with mutual TLS on 127.0.0.1, core and every body with stores of their own in PostgreSQL, fsync and commits at the server's defaults; server, client and all roles on the same cores.
/// The baseline is the same inquiries in one process with stores in memory. Without waiting for the disk (synchronous_commit off) the last commits may be lost in a power failure: no figure to be quoted.
/// </summary>
public class InquiryOverHttp
{
    private const int Batch = 1_000;
    private InquiryLab _memory = null!;
    private SqlInquiryLab? _sql;
    private int _turn;

    [Params(1, 16, 64)]
    public int InFlight { get; set; }

    [GlobalSetup(Target = nameof(InProcessInMemory))]
    public void SetUp() => _memory = InquiryLab.StartAsync().GetAwaiter().GetResult();

    [GlobalSetup(Target = nameof(OverHttpWithPostgres))]
    public void SetUpSql() => OpenAsync("on").GetAwaiter().GetResult();

    [GlobalSetup(Target = nameof(OverHttpWithoutWaitingForTheDisk))]
    public void SetUpWithoutWaiting() => OpenAsync("off").GetAwaiter().GetResult();

    [GlobalCleanup]
    public void TearDown()
    {
        _memory.Dispose();
        _sql?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Batch)]
    public Task InProcessInMemory() => AskAsync(_memory.Asking);

    [Benchmark(OperationsPerInvoke = Batch)]
    public Task OverHttpWithPostgres() => AskAsync(_sql!.Asking);

    [Benchmark(OperationsPerInvoke = Batch)]
    public Task OverHttpWithoutWaitingForTheDisk() => AskAsync(_sql!.Asking);

    private async Task OpenAsync(string commit)
    {
        _memory = await InquiryLab.StartAsync();
        _sql = await SqlInquiryLab.StartAsync(commit);
    }

    private Task AskAsync(InquiringServer asking) => Parallel.ForAsync(0, Batch, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (_, cancellationToken) =>
    {
        int turn = Interlocked.Increment(ref _turn);
        InquiryResult result = await asking.InquireAsync(_memory.Clerk, InquiryLab.Order(turn % SqlInquiryLab.People), cancellationToken);
        if (result.Payload is null)
        {
            throw new InvalidOperationException(result.ToString());
        }
    });
}
