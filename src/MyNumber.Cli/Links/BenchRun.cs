namespace MyNumber.Cli.Links;

/// <summary>Measures in rounds: each round times all three for one slice, so that a machine that others use too slows all three alike, and medians leave the bad rounds out.</summary>
internal sealed class BenchRun(BenchSubject subject, TimeProvider time, CancellationToken cancellation)
{
    /// <summary>Slices of a run: a round to warm up and nine that count, three slices each.</summary>
    public const int Slices = 3 * (Rounds + 1);

    private const int Rounds = 9;

    /// <summary>Runs.</summary>
    /// <param name="duration">How long, about.</param>
    /// <param name="tell">Hears how many slices are done.</param>
    public BenchResult Run(TimeSpan duration, Action<long> tell)
    {
        TimeSpan slice = duration / Slices;
        double[] rates = new double[Rounds], overEcb = new double[Rounds], overHmac = new double[Rounds];
        for (int round = -1, done = 0; round < Rounds; round++)
        {
            double derive = Rate(subject.Derive, slice);
            tell(++done);
            double ecb = Rate(subject.EncryptEcb, slice);
            tell(++done);
            double hmac = Rate(subject.Hmac, slice);
            tell(++done);
            if (round >= 0)
            {
                (rates[round], overEcb[round], overHmac[round]) = (derive, derive / ecb, derive / hmac);
            }
        }

        return new BenchResult(Median(rates), Median(overEcb), Median(overHmac));
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private double Rate(Func<int> work, TimeSpan slice)
    {
        long count = 0;
        long start = time.GetTimestamp();
        TimeSpan elapsed;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            count += work();
            elapsed = time.GetElapsedTime(start);
        }
        while (elapsed < slice || elapsed == TimeSpan.Zero);
        return count / elapsed.TotalSeconds;
    }
}
