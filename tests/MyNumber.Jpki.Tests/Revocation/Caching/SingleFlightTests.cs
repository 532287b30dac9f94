using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Caching;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Caching;

public sealed class SingleFlightTests
{
    private static readonly VerifiedPath Path = StatusLab.Path();
    private static readonly RevocationEvidence Good = RevocationEvidence.Good(RevocationMethod.Ocsp, StatusLab.Now, null);

    private static readonly RevocationEvidence Held =
        RevocationEvidence.HeldOrRevoked(RevocationMethod.Ocsp, RevocationReason.CertificateHold, StatusLab.Now, StatusLab.Now, null);

    private static readonly AsyncLocal<bool> IsWatched = new();

    private readonly GatedSource _source = new();
    private readonly CachedStatusSource _cache;

    public SingleFlightTests() => _cache = new CachedStatusSource(_source, new StatusCacheOptions(), new ManualTimeProvider(StatusLab.Now));

    [Fact]
    public async Task Many_who_ask_at_once_are_one_question()
    {
        Task<RevocationEvidence>[] waiters = [.. Enumerable.Range(0, 100).Select(_ => _cache.CheckAsync(StatusLab.Path()).AsTask())];
        _source.Asked.ShouldBe(1);
        waiters.ShouldAllBe(waiter => !waiter.IsCompleted);
        _source.Open(0, Good);
        (await Task.WhenAll(waiters)).ShouldAllBe(answer => ReferenceEquals(answer, Good));
        (await _cache.CheckAsync(Path)).Origin.ShouldBe(StatusOrigin.Cache);
        _source.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Other_certificates_do_not_wait()
    {
        Task<RevocationEvidence> first = _cache.CheckAsync(Path).AsTask(), second = _cache.CheckAsync(StatusLab.Path([0x11])).AsTask();
        _source.Asked.ShouldBe(2);
        _source.Open(1, Good);
        (await second).State.ShouldBe(RevocationState.Good);
        first.IsCompleted.ShouldBeFalse();
        _source.Open(0, Good);
        await first;
    }

    [Fact]
    public async Task Cancelled_waiter_leaves_the_others_alone()
    {
        using CancellationTokenSource impatient = new();
        Task<RevocationEvidence> starter = _cache.CheckAsync(Path, impatient.Token).AsTask(), patient = _cache.CheckAsync(Path).AsTask();
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => starter);
        _source.Tokens[0].IsCancellationRequested.ShouldBeFalse();
        _source.Open(0, Good);
        (await patient).State.ShouldBe(RevocationState.Good);
    }

    [Fact]
    public async Task Last_waiter_that_leaves_cancels_the_question_and_the_next_asks_anew()
    {
        using CancellationTokenSource impatient = new();
        Task<RevocationEvidence> first = _cache.CheckAsync(Path, impatient.Token).AsTask(), second = _cache.CheckAsync(Path, impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        _source.Tokens[0].IsCancellationRequested.ShouldBeTrue();
        Task<RevocationEvidence> third = _cache.CheckAsync(Path).AsTask();
        _source.Asked.ShouldBe(2);
        _source.Open(1, Good);
        (await third).State.ShouldBe(RevocationState.Good);
    }

    [Fact]
    public async Task Cancelled_beforehand_asks_nobody()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await _cache.CheckAsync(Path, new CancellationToken(canceled: true)));
        _source.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task What_a_source_throws_reaches_all_and_is_not_kept()
    {
        Task<RevocationEvidence> first = _cache.CheckAsync(Path).AsTask(), second = _cache.CheckAsync(Path).AsTask();
        _source.Break(0, new InvalidOperationException("a source of one's own"));
        await Should.ThrowAsync<InvalidOperationException>(() => first);
        await Should.ThrowAsync<InvalidOperationException>(() => second);
        Task<RevocationEvidence> third = _cache.CheckAsync(Path).AsTask();
        _source.Open(1, Good);
        (await third).State.ShouldBe(RevocationState.Good);
    }

    [Fact]
    public async Task Failure_reaches_all_who_wait_and_is_asked_for_again()
    {
        RevocationEvidence down = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
        Task<RevocationEvidence> first = _cache.CheckAsync(Path).AsTask(), second = _cache.CheckAsync(Path).AsTask();
        _source.Open(0, down);
        (await first).ShouldBeSameAs(down);
        (await second).ShouldBeSameAs(down);
        Task<RevocationEvidence> third = _cache.CheckAsync(Path).AsTask();
        _source.Asked.ShouldBe(2);
        _source.Open(1, Good);
        await third;
    }

    [Fact]
    public async Task Question_that_everybody_left_keeps_nothing_over_a_later_answer()
    {
        (GatedSource source, CachedStatusSource cache) = Heedless();
        using CancellationTokenSource impatient = new();
        Task<RevocationEvidence> first = cache.CheckAsync(Path, impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        Task<RevocationEvidence> second = cache.CheckAsync(Path).AsTask();
        source.Open(1, Held);
        (await second).State.ShouldBe(RevocationState.Held);
        await LandAsync(source, 0, Good);
        (await cache.CheckAsync(Path)).State.ShouldBe(RevocationState.Held);
        source.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task Question_that_everybody_left_keeps_nothing_at_all()
    {
        (GatedSource source, CachedStatusSource cache) = Heedless();
        using CancellationTokenSource impatient = new();
        Task<RevocationEvidence> first = cache.CheckAsync(Path, impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        await LandAsync(source, 0, Good);
        cache.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Answer_to_a_question_of_before_the_clearing_is_given_and_not_kept()
    {
        Task<RevocationEvidence> before = _cache.CheckAsync(Path).AsTask();
        _cache.Clear();
        Task<RevocationEvidence> after = _cache.CheckAsync(Path).AsTask();
        _source.Asked.ShouldBe(2);
        _source.Open(0, Good);
        (await before).State.ShouldBe(RevocationState.Good);
        _cache.Count.ShouldBe(0);
        _source.Open(1, Held);
        (await after).State.ShouldBe(RevocationState.Held);
        (await _cache.CheckAsync(Path)).State.ShouldBe(RevocationState.Held);
    }

    [Fact]
    public async Task Source_that_gives_up_by_itself_is_unreachable_for_those_who_did_not()
    {
        Task<RevocationEvidence> first = _cache.CheckAsync(Path).AsTask(), second = _cache.CheckAsync(Path).AsTask();
        _source.Break(0, new TaskCanceledException("a time limit of the source's own"));
        (await first).Failure.ShouldBe(VerificationReason.StatusUnreachable);
        (await second).Failure.ShouldBe(VerificationReason.StatusUnreachable);
    }

    [Fact]
    public async Task Listener_that_throws_leaves_no_waiter_behind()
    {
        using System.Diagnostics.Metrics.MeterListener listener = new();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "mynumber.jpki.status.cache")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => ThrowIfShared(tags));
        listener.Start();
        using CancellationTokenSource impatient = new();
        Task<RevocationEvidence> first = _cache.CheckAsync(Path, impatient.Token).AsTask();
        IsWatched.Value = true;
        await Should.ThrowAsync<NotSupportedException>(async () => await _cache.CheckAsync(Path));
        IsWatched.Value = false;
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        _source.Tokens[0].IsCancellationRequested.ShouldBeTrue();
    }

    // The meter is the process's, so only what this test's own calls measure may throw.
    private static void ThrowIfShared(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            if (IsWatched.Value && Equals(tag.Value, "shared"))
            {
                throw new NotSupportedException();
            }
        }
    }

    private static (GatedSource Source, CachedStatusSource Cache) Heedless()
    {
        GatedSource source = new(heedsCancellation: false);
        return (source, new CachedStatusSource(source, new StatusCacheOptions(), new ManualTimeProvider(StatusLab.Now)));
    }

    // What follows an answer of a heedless source has been done once it was opened on a thread without a context.
    private static Task LandAsync(GatedSource source, int question, RevocationEvidence answer) => Task.Run(() => source.Open(question, answer));
}
