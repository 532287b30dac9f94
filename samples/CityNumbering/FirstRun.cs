using System.Diagnostics;
using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.Issuing.Registers;

namespace CityNumbering;

/// <summary>Chapter 2: everybody gets a number at once (制度導入時の一斉付番); the run is stopped half way and goes on.</summary>
internal sealed class FirstRun(World world, Narrator narrator)
{
    private const long Run = 1;

    public async Task TellAsync(Founding founding)
    {
        Narrator.Chapter("2 制度導入時の一斉付番 (the first bulk run)");
        MemoryBulkRoll roll = new(founding.Roll.ToArray());
        BulkOptions options = new() { BatchSize = Math.Clamp(founding.Roll.Count / 50, 10, 5_000) };
        BulkIssueRun run = new(world.Center.Register, world.Center.Keys, world.Clock, options);

        Stopwatch watch = new();
        using CancellationTokenSource stop = new();
        BulkResult half = await RunDisplay.ShowAsync("前半", progress => TimedAsync(watch, () => run.RunAsync(Run, roll, new StopAtHalf(progress, stop), stop.Token)));
        long written = await world.Center.Register.CountAsync();
        narrator.Step("途中で止める (stopped half way)", FormattableString.Invariant($"{half.Outcome}: {half.Done:N0} 人まで、登録簿には {written:N0} 件"),
            half.Outcome == BulkOutcome.Stopped && half.Done == written && written < roll.Count);

        BulkResult done = await RunDisplay.ShowAsync("再開", progress => TimedAsync(watch, () => run.RunAsync(Run, roll, progress)));
        written = await world.Center.Register.CountAsync();
        double seconds = watch.Elapsed.TotalSeconds;
        narrator.Step("同じ名前の実行を再開 (resumed)", FormattableString.Invariant($"{done.Outcome}: {done.Done:N0} 人、{seconds:F2} 秒、毎秒 {done.Done / seconds:N0} 件 (numbers per second)"),
            done.Outcome == BulkOutcome.Done && done.Done == roll.Count && written == roll.Count);

        BulkResult again = await run.RunAsync(Run, roll);
        narrator.Step("もう一度動かす (run once more)", "何も起きない: 二つ目の番号は誰にも付かない", again.Outcome == BulkOutcome.Done && await world.Center.Register.CountAsync() == written);
        await HandOverAsync(founding);
    }

    /// <summary>Times the run alone, without the bar's coming and going.</summary>
    private static async ValueTask<BulkResult> TimedAsync(Stopwatch watch, Func<ValueTask<BulkResult>> runAsync)
    {
        watch.Start();
        BulkResult result = await runAsync();
        watch.Stop();
        return result;
    }

    /// <summary>生成 → 通知 → 指定 → 記載 for the whole run, and 本人確認情報 for everybody.</summary>
    private async Task HandOverAsync(Founding founding)
    {
        Guid[] requests = [.. Enumerable.Range(0, founding.Roll.Count).Select(place => BulkRequests.At(Run, place))];
        INumberRegister register = world.Center.Register;
        await register.AdvanceAsync(requests, DesignationState.Notified, world.Clock.GetUtcNow());
        await register.AdvanceAsync(requests, DesignationState.Designated, world.Clock.GetUtcNow());
        int recorded = await world.City.Mayor.RecordAsync(requests);
        narrator.Step("生成 → 通知 → 指定 → 住民票に記載 (generated, notified, designated, recorded)", FormattableString.Invariant($"{recorded:N0} 件"), recorded == requests.Length);

        for (int place = 0; place < requests.Length; place++)
        {
            NumberIssue issue = (await register.FindByRequestAsync(requests[place]))!.Value;
            Newcomer newcomer = founding.People[place];
            IdentityRecord record = await world.WriteAsync(world.NewRecord(newcomer.Person, newcomer.Attributes, issue.Code, issue.Number, newcomer.Home));
            (newcomer.Home == world.City ? world.Residents : world.Elsewhere).Add(record);
        }

        Narrator.Line($"番号は伏せて表示される (masked): {world.Residents[0].Number}、{world.Residents[0].Code}");
    }

    /// <summary>Passes progress on and stops the run when half of it is written.</summary>
    private sealed class StopAtHalf(IProgress<BulkProgress> shown, CancellationTokenSource stop) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value)
        {
            shown.Report(value);
            if (value.Share >= 0.5)
            {
                stop.Cancel();
            }
        }
    }
}
