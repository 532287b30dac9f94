using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>What operators may watch of lists. No tag names a certificate or an address with its path.</summary>
internal static class CrlTelemetry
{
    private const string Name = "MyNumber.Jpki";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    public static Counter<long> Loads { get; } = Meter.CreateCounter<long>("mynumber.jpki.crl.loads", "{list}", "Lists that were read, by outcome.");

    public static UpDownCounter<long> Entries { get; } = Meter.CreateUpDownCounter<long>("mynumber.jpki.crl.entries", "{entry}", "Entries of the lists that are held.");

    public static Counter<long> Downloads { get; } = Meter.CreateCounter<long>("mynumber.jpki.crl.downloads", "{request}", "Requests for lists, by outcome.");

    private static Histogram<double> LoadDuration { get; } = Meter.CreateHistogram<double>("mynumber.jpki.crl.load.duration", "s", "Reading and verifying a list from a stream.");

    private static Counter<long> Lookups { get; } = Meter.CreateCounter<long>("mynumber.jpki.crl.lookups", "{lookup}", "Questions to a store, by answer.");

    public static KeyValuePair<string, object?> Outcome<T>(T outcome)
        where T : struct, Enum => new("outcome", outcome.ToString());

    public static void CountLookup(RevocationState state)
    {
        if (Lookups.Enabled)
        {
            Lookups.Add(1, Outcome(state));
        }
    }

    public static void Finish(Activity? activity, CrlAddition addition, TimeSpan duration)
    {
        LoadDuration.Record(duration.TotalSeconds, Outcome(addition.Reason));
        activity?.SetTag("outcome", addition.Reason.ToString());
        activity?.SetTag("mynumber.jpki.crl.entries", addition.List?.EntryCount);
    }
}
