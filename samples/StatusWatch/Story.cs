using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl.Download;

namespace StatusWatch;

/// <summary>One night: lists, a round that is stopped and resumed, an outage of the responder, repetitions, the report.</summary>
internal sealed class Story(RunDisplay display, Words words)
{
    private const string StoredToken = "checkpoint";

    /// <summary>Tells a night of so many customers.</summary>
    public async Task<NightReport> TellAsync(IReadOnlyList<Customer> customers, int seed, NightPlan? plan = null)
    {
        display.Chapter(words.Of("準備: 認証局の五年間と、その日の出来事", "Before: five years of the authority, and the day's events"));
        TimeProvider stopwatch = TimeProvider.System;
        long start = stopwatch.GetTimestamp();
        using World world = await display.ShowAsync(words.Of("発行と口座開設", "issue, open"), customers.Count, progress => World.PrepareAsync(customers, progress));
        TimeSpan preparation = stopwatch.GetElapsedTime(start);
        plan ??= NightPlan.Tale(customers);
        await using NightWatch watch = await NightWatch.BeginAsync(world, plan);
        start = stopwatch.GetTimestamp();
        display.Chapter(words.Of($"夜間の現況確認 ({Night.InJapan(Night.Begins)} 日本時間)", $"The nightly watch ({Night.InJapan(Night.Begins)} in Japan)"));
        IReadOnlyList<CrlDownloadOutcome> lists = await FetchAsync(watch);
        await RunWholeRoundAsync(world, watch, plan);
        List<int> undetermined = await RepeatAsync(world, watch, plan);
        return Report(world, watch, plan, lists, undetermined) with
        {
            Seed = seed,
            SecondsOfPreparation = preparation.TotalSeconds,
            SecondsOfWatch = stopwatch.GetElapsedTime(start).TotalSeconds,
        };
    }

    private static NightReport Report(World world, NightWatch watch, NightPlan plan, IReadOnlyList<CrlDownloadOutcome> lists, IReadOnlyList<int> undetermined) => new()
    {
        Customers = world.Customers.Count,
        Purpose = string.Join(", ", watch.Tally.Purposes),
        Began = Night.Begins,
        ListsTaken = lists.Count(list => list.State == CrlDownloadState.Taken),
        ListsMissing = lists.Count(list => list.State != CrlDownloadState.Taken),
        ListEntries = watch.ListEntries,
        StoppedAfter = plan.StopAfter,
        UndeterminedByRound = undetermined,
        AnsweredByList = watch.Tally.From(StatusOrigin.List),
        AnsweredByResponder = watch.Tally.From(StatusOrigin.Responder),
        DecidedAtDesk = world.Customers.Count - watch.Log.Certificates,
        NeedlessQuestions = watch.Log.Needless,
        FollowedLinks = watch.Desk.FollowedLinks,
        EndedLinks = watch.Desk.EndedLinks,
        Rows = watch.Tally.Rows(),
        OtherThanTruth = world.Customers.Count(customer => watch.Tally.Find(customer.Account) != Truth.Of(customer)),
    };

    private async Task<IReadOnlyList<CrlDownloadOutcome>> FetchAsync(NightWatch watch)
    {
        IReadOnlyList<CrlDownloadOutcome> lists = await watch.FetchListsAsync();
        int missing = lists.Count(list => list.State != CrlDownloadState.Taken);
        display.Line(words.Of(
            $"市町村ごとの失効リスト: {lists.Count - missing} 件を取得 ({watch.ListEntries} 行)、{missing} 件は未着 → その住民は OCSP で確認",
            $"lists by municipality: {lists.Count - missing} taken ({watch.ListEntries} entries), {missing} not there: their residents are asked about by OCSP"));
        return lists;
    }

    /// <summary>The first run ends early; of it nothing is kept but one line of text, and the second goes on from there.</summary>
    private async Task RunWholeRoundAsync(World world, NightWatch watch, NightPlan plan)
    {
        string title = words.Of("現況確認", "watch");
        string? token = await display.ShowAsync(title, world.Customers.Count, progress => watch.RunAsync(world.Bank.Book.Read(plan.StopAfter), progress: progress));
        Dictionary<string, string> disk = token is null ? [] : new() { [StoredToken] = token };
        display.Line(words.Of($"停止: {watch.Tally.Count:N0} 人まで確認済み。再開点を一行保存", $"stopped behind {watch.Tally.Count:N0} customers; a line of checkpoint is kept"));
        await display.ShowAsync(title, world.Customers.Count, progress => watch.RunAsync(world.Bank.Book.Read(), disk.GetValueOrDefault(StoredToken), progress));
    }

    /// <summary>Tries undetermined rows again until none is left or the night is over; the numbers left after the round and after each repetition.</summary>
    private async Task<List<int>> RepeatAsync(World world, NightWatch watch, NightPlan plan)
    {
        List<int> undetermined = [watch.Tally.Undetermined.Count];
        Tell(world);
        for (int round = 1; round <= plan.MostRounds && undetermined[^1] > 0; round++)
        {
            world.Clock.Advance(Night.Pause);
            if (round == plan.RecoveryRound)
            {
                watch.Recover();
            }

            await watch.RunAsync(world.Bank.Book.Read(watch.Tally.Undetermined));
            undetermined.Add(watch.Tally.Undetermined.Count);
            Tell(world);
        }

        return undetermined;

        void Tell(World at) => display.Line(words.Of(
            $"{Night.InJapan(at.Clock.GetUtcNow())}  確かめられない顧客 {undetermined[^1]:N0} 人{(undetermined[^1] > 0 ? " (応答なし。何も変えず聞き直す)" : string.Empty)}",
            $"{Night.InJapan(at.Clock.GetUtcNow())}  undetermined: {undetermined[^1]:N0}{(undetermined[^1] > 0 ? " (no answer; nothing is changed, they are asked about again)" : string.Empty)}"));
    }
}
