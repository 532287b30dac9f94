namespace MyNumber.LoginLoad;

/// <summary>Posts one answer over several connections at the same moment, again and again: one may win.</summary>
internal sealed class Races(LoadOptions options, Uri address)
{
    public async Task<RaceResult> RunAsync(PreparedLogin[] prepared)
    {
        Connection[] rivals = await Task.WhenAll(Enumerable.Range(0, options.Rivals).Select(_ => Connection.OpenAsync(address)));
        int[] wins = new int[options.Rivals];
        int wrong = 0;
        foreach (PreparedLogin login in prepared)
        {
            using Barrier start = new(options.Rivals);
            (int Status, bool HasSession)[] answers = await Task.WhenAll(rivals.Select(rival => Task.Run(() =>
            {
                start.SignalAndWait();
                return rival.PostAsync(login);
            })));
            int[] winners = [.. Enumerable.Range(0, answers.Length).Where(at => answers[at] is (302, true))];
            wrong += winners.Length == 1 && answers.Count(answer => answer is (401, false)) == answers.Length - 1 ? 0 : 1;
            foreach (int winner in winners)
            {
                wins[winner]++;
            }
        }

        Array.ForEach(rivals, rival => rival.Dispose());
        return new RaceResult(prepared.Length, wrong, wins);
    }
}
