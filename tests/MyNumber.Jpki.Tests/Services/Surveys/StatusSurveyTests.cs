using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Surveys;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Tests.Services.Surveys;

public sealed class StatusSurveyTests : IDisposable
{
    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Every_account_gets_one_row_in_order_with_purpose_and_advice()
    {
        _desk.Status.AnswersLater = true;
        List<SurveyRow> rows = await ReadAsync(Survey(), Accounts(20));
        rows.Select(row => row.Key).ShouldBe(Enumerable.Range(0, 20).Select(Key));
        rows.ShouldAllBe(row => row.Check.Purpose == StatusCheckPurpose.LivenessCheck && row.Check.Advice == StatusAdvice.Continue && !row.NeedsAction);
        rows[^1].Checkpoint.Summary.ToString().ShouldBe("20 rows, 20 asked: Continue 20");
        rows[0].ToString().ShouldBe("SurveyRow(None, Continue)");
    }

    [Fact]
    public async Task An_undetermined_answer_asks_for_no_act()
    {
        _desk.Status.Answer = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
        List<SurveyRow> rows = await ReadAsync(Survey(), Accounts(3));
        rows.ShouldAllBe(row => !row.NeedsAction && row.Check.Outcome == VerificationOutcome.Undetermined);
        rows[^1].Checkpoint.Summary.Undetermined.ShouldBe(3);
    }

    [Fact]
    public async Task A_move_asks_for_an_act_with_reason_and_since()
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.AffiliationChanged);
        SurveyRow row = (await ReadAsync(Survey(), Accounts(1))).ShouldHaveSingleItem();
        row.NeedsAction.ShouldBeTrue();
        row.Check.Advice.ShouldBe(StatusAdvice.UpdateAttributes);
        row.Check.Since.ShouldBe(FixedStatus.ThisUpdate.AddHours(-1));
    }

    [Fact]
    public async Task What_fails_at_the_desk_is_a_row_and_no_question()
    {
        _desk.Clock.Set(ShapedLeaf.LastSecond.AddSeconds(1));
        List<SurveyRow> rows = await ReadAsync(Survey(), new Rows([new SurveyItem("a", _desk.SignatureDer), new SurveyItem("b", new byte[] { 1 }), new SurveyItem("c", _desk.UserAuthenticationDer)]));
        rows.Select(row => row.Check.Advice).ShouldBe([StatusAdvice.AskForNewCertificate, StatusAdvice.Investigate, StatusAdvice.Investigate]);
        rows[^1].Checkpoint.Summary.Asked.ShouldBe(0);
        _desk.Status.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task No_more_questions_run_at_once_than_allowed()
    {
        GatedStatus gate = new();
        StatusSurvey survey = new(new CertificateValidator(_desk.SignatureValidator.Anchors, gate, _desk.Clock), concurrency: 3);
        Task<List<SurveyRow>> run = ReadAsync(survey, Accounts(12));
        for (int i = 0; i < 12; i++)
        {
            await gate.OpenOneAsync();
        }

        (await run).Count.ShouldBe(12);
        gate.Most.ShouldBe(3);
    }

    [Fact]
    public async Task A_run_begins_behind_the_checkpoint_and_counts_on()
    {
        Rows accounts = Accounts(10);
        List<SurveyRow> first = [];
        await foreach (SurveyRow row in Survey().RunAsync(accounts))
        {
            first.Add(row);
            if (first.Count == 4)
            {
                break;
            }
        }

        SurveyCheckpoint.TryParse(first[^1].Checkpoint.ToToken(), out SurveyCheckpoint? stored).ShouldBeTrue();
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        List<SurveyRow> rest = [];
        await foreach (SurveyRow row in Survey().RunAsync(accounts, stored))
        {
            rest.Add(row);
        }

        rest.Select(row => row.Key).ShouldBe(Enumerable.Range(4, 6).Select(Key));
        rest[^1].Checkpoint.Summary.Rows.ShouldBe(10);
        rest[^1].Checkpoint.StartedAt.ShouldBe(SigningDesk.Now);
    }

    [Fact]
    public async Task A_cancelled_run_leaves_a_usable_checkpoint_and_no_row_is_lost()
    {
        using CancellationTokenSource stop = new();
        Rows accounts = Accounts(10);
        List<SurveyRow> rows = [];
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (SurveyRow row in Survey().RunAsync(accounts, cancellationToken: stop.Token))
            {
                rows.Add(row);
                if (rows.Count == 3)
                {
                    await stop.CancelAsync();
                }
            }
        });
        List<SurveyRow> rest = [];
        await foreach (SurveyRow row in Survey().RunAsync(accounts, rows[^1].Checkpoint))
        {
            rest.Add(row);
        }

        rows.Concat(rest).Select(row => row.Key).ShouldBe(Enumerable.Range(0, 10).Select(Key));
    }

    [Fact]
    public async Task A_source_that_fails_comes_through_after_the_rows_handed_out()
    {
        List<SurveyRow> rows = [];
        await Should.ThrowAsync<InvalidDataException>(async () =>
        {
            await foreach (SurveyRow row in new StatusSurvey(_desk.SignatureValidator, concurrency: 1).RunAsync(Accounts(5, failsAt: 2)))
            {
                rows.Add(row);
            }
        });
        rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Progress_tells_counts_and_no_key()
    {
        List<string> told = [];
        await foreach (SurveyRow _ in Survey().RunAsync(Accounts(2), progress: new Told(told)))
        {
        }

        told.ShouldBe(["1 rows, 1 asked: Continue 1", "2 rows, 2 asked: Continue 2"]);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("another mark", "survey2 1 0 0,0,0,0,0,0,0,0,0,0 YQ==")]
    [InlineData("too few counts", "survey1 1 0 0,0,0 YQ==")]
    [InlineData("a negative count", "survey1 1 0 -1,0,0,0,0,0,0,0,0,0 YQ==")]
    [InlineData("more asked than rows", "survey1 1 2 0,1,0,0,0,0,0,0,0,0 YQ==")]
    [InlineData("counts that overflow", "survey1 1 0 9223372036854775807,1,0,0,0,0,0,0,0,0 YQ==")]
    [InlineData("no key", "survey1 1 0 0,1,0,0,0,0,0,0,0,0 ")]
    [InlineData("a key that is no base64", "survey1 1 0 0,1,0,0,0,0,0,0,0,0 ?")]
    [InlineData("a key that is no text", "survey1 1 0 0,1,0,0,0,0,0,0,0,0 7aCA")]
    [InlineData("a time beyond the calendar", "survey1 9223372036854775807 0 0,1,0,0,0,0,0,0,0,0 YQ==")]
    public void Another_token_is_no_checkpoint(string description, string token) => SurveyCheckpoint.TryParse(token, out _).ShouldBeFalse(description);

    [Fact]
    public void A_key_with_half_a_character_is_refused_because_no_checkpoint_could_carry_it()
    {
        foreach (string key in new[] { "a\ud83d", "\ude00\ud83d" })
        {
            Should.Throw<ArgumentException>(() => new SurveyItem(key, _desk.SignatureDer));
        }
    }

    [Fact]
    public async Task A_key_of_whole_characters_comes_back()
    {
        SurveyRow row = (await ReadAsync(Survey(), new Rows([new SurveyItem("𠮷野-1", _desk.SignatureDer)]))).ShouldHaveSingleItem();
        SurveyCheckpoint.TryParse(row.Checkpoint.ToToken(), out SurveyCheckpoint? checkpoint).ShouldBeTrue();
        checkpoint.LastKey.ShouldBe("𠮷野-1");
    }

    [Fact]
    public void A_checkpoint_shows_no_key()
    {
        SurveyCheckpoint.TryParse("survey1 1 1 0,1,0,0,0,0,0,0,0,0 YWNjb3VudC03", out SurveyCheckpoint? checkpoint).ShouldBeTrue();
        checkpoint!.LastKey.ShouldBe("account-7");
        checkpoint.ToString().ShouldBe("SurveyCheckpoint(1 rows, 1 asked: Continue 1)");
        SurveyCheckpoint.TryParse(null, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("too many", 257)]
    public void Concurrency_has_bounds(string description, int concurrency) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new StatusSurvey(_desk.SignatureValidator, concurrency: concurrency), description);

    private StatusSurvey Survey() => new(_desk.SignatureValidator, concurrency: 4);

    private Rows Accounts(int count, int failsAt = -1) => new([.. Enumerable.Range(0, count).Select(i => new SurveyItem(Key(i), _desk.SignatureDer))], failsAt);

    private static string Key(int number) => $"account-{number:D3}";

    private static async Task<List<SurveyRow>> ReadAsync(StatusSurvey survey, ISurveySource source)
    {
        List<SurveyRow> rows = [];
        await foreach (SurveyRow row in survey.RunAsync(source))
        {
            rows.Add(row);
        }

        return rows;
    }

    private sealed class Told(List<string> lines) : IProgress<SurveySummary>
    {
        public void Report(SurveySummary value) => lines.Add(value.ToString());
    }

    private sealed class Rows(SurveyItem[] items, int failsAt = -1) : ISurveySource
    {
        public async IAsyncEnumerable<SurveyItem> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            for (int i = 0; i < items.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (i == failsAt)
                {
                    throw new InvalidDataException();
                }

                if (after is null || string.CompareOrdinal(items[i].Key, after) > 0)
                {
                    yield return items[i];
                }
            }
        }
    }

    private sealed class GatedStatus : IRevocationSource
    {
        private readonly ConcurrentQueue<TaskCompletionSource> _waiting = new();
        private readonly SemaphoreSlim _arrived = new(0);
        private int _now;

        public int Most { get; private set; }

        public async ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
        {
            TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Most = Math.Max(Most, Interlocked.Increment(ref _now));
            _waiting.Enqueue(gate);
            _arrived.Release();
            await gate.Task.WaitAsync(cancellationToken);
            return RevocationEvidence.Good(RevocationMethod.Crl, FixedStatus.ThisUpdate, FixedStatus.NextUpdate);
        }

        public async Task OpenOneAsync()
        {
            await _arrived.WaitAsync();
            _waiting.TryDequeue(out TaskCompletionSource? gate).ShouldBeTrue();
            Interlocked.Decrement(ref _now);
            gate!.SetResult();
        }
    }
}
