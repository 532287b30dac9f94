using System.Diagnostics;
using System.Diagnostics.Metrics;
using MyNumber.Jpki.Revocation.Telemetry;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>What operators may watch of lists. No tag names a certificate or an address with its path.</summary>
internal static class CrlTelemetry
{
    public static ActivitySource Source => JpkiTelemetry.Activities;

    public static Counter<long> Loads { get; } = JpkiTelemetry.Meter.CreateCounter<long>("mynumber.jpki.crl.loads", "{list}", "Lists that were read, by outcome.");

    public static UpDownCounter<long> Entries { get; } = JpkiTelemetry.Meter.CreateUpDownCounter<long>("mynumber.jpki.crl.entries", "{entry}", "Entries of the lists that are held.");

    public static Counter<long> Downloads { get; } = JpkiTelemetry.Meter.CreateCounter<long>("mynumber.jpki.crl.downloads", "{request}", "Requests for lists, by outcome.");

    private static Histogram<double> LoadDuration { get; } = JpkiTelemetry.Meter.CreateHistogram<double>("mynumber.jpki.crl.load.duration", "s", "Reading and verifying a list from a stream.");

    private static Counter<long> Lookups { get; } = JpkiTelemetry.Meter.CreateCounter<long>("mynumber.jpki.crl.lookups", "{lookup}", "Questions to a store, by answer.");

    public static KeyValuePair<string, object?> Outcome<T>(T outcome)
        where T : struct, Enum => new("outcome", outcome.ToString());

    public static void CountLookup(RevocationState state)
    {
        if (Lookups.Enabled)
        {
            Lookups.Add(1, Outcome(state));
        }
    }

    /// <summary>Records a load; without an addition its stream failed or it was cancelled.</summary>
    public static void Finish(Activity? activity, CrlAddition? addition, TimeSpan duration)
    {
        string outcome = addition?.Reason.ToString() ?? "GivenUp";
        LoadDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        activity?.SetTag("outcome", outcome);
        activity?.SetTag("mynumber.jpki.crl.entries", addition?.List?.EntryCount);
    }
}
