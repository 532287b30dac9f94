using MyNumber.Cli.Authorities;

namespace MyNumber.Cli.Tests.Authorities;

public sealed class CompanionsTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("the first fails at once", true)]
    [InlineData("the first fails later", false)]
    public async Task Failure_of_one_ends_the_other_and_is_the_one_that_is_told(string row, bool atOnce)
    {
        bool hasEnded = false;
        Task run = Companions.RunAsync(CancellationToken.None, stop => Fail(atOnce), stop => UntilStopped(stop, () => hasEnded = true));
        (await Should.ThrowAsync<IOException>(() => run.WaitAsync(_patience))).Message.ShouldBe("away", row);
        hasEnded.ShouldBeTrue(row);
    }

    [Fact]
    public async Task Failure_of_the_last_is_told_as_well_as_that_of_the_first()
    {
        Task run = Companions.RunAsync(CancellationToken.None, stop => UntilStopped(stop, () => { }), stop => Fail(atOnce: false));
        await Should.ThrowAsync<IOException>(() => run.WaitAsync(_patience));
    }

    [Fact]
    public async Task Stop_ends_all_and_is_no_failure()
    {
        using CancellationTokenSource stop = new();
        int ended = 0;
        Task run = Companions.RunAsync(stop.Token, token => UntilStopped(token, () => Interlocked.Increment(ref ended)), token => UntilStopped(token, () => Interlocked.Increment(ref ended)));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => run.WaitAsync(_patience));
        ended.ShouldBe(2);
    }

    [Fact]
    public async Task Failure_on_the_way_out_does_not_hide_the_first()
    {
        Task run = Companions.RunAsync(CancellationToken.None, stop => Fail(atOnce: false), stop => UntilStopped(stop, () => throw new InvalidOperationException("late")));
        await Should.ThrowAsync<IOException>(() => run.WaitAsync(_patience));
    }

    [Fact]
    public async Task End_without_a_failure_ends_all()
    {
        bool hasEnded = false;
        await Companions.RunAsync(CancellationToken.None, _ => Task.CompletedTask, stop => UntilStopped(stop, () => hasEnded = true)).WaitAsync(_patience);
        hasEnded.ShouldBeTrue();
    }

    private static async Task Fail(bool atOnce)
    {
        if (!atOnce)
        {
            await Task.Yield();
        }

        throw new IOException("away");
    }

    private static async Task UntilStopped(CancellationToken stop, Action ended)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }
        finally
        {
            ended();
        }
    }
}
