using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MyNumber.Jpki.Revocation.Telemetry;

/// <summary>The meter and the activity source of this assembly, by the platform's standard interfaces. Any exporter can listen; without one they cost next to nothing.</summary>
/// <remarks>No tag carries a serial, a name, an address with a request in it, or anything else of a person. Tag values are names of enums.</remarks>
public static class JpkiTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "MyNumber.Jpki";

    /// <summary>Counter {verification}: certificates judged; tags <c>outcome</c> and <c>reason</c>.</summary>
    public const string Verifications = "mynumber.jpki.verifications";

    /// <summary>Histogram, s: one question to a responder, from sending to the judged answer; tags <c>state</c>, <c>failure</c>, <c>transfer</c>.</summary>
    public const string OcspDuration = "mynumber.jpki.ocsp.duration";

    /// <summary>Counter {question}: questions to a cache of answers; tag <c>result</c>: hit, shared, miss, offline.</summary>
    public const string CacheQuestions = "mynumber.jpki.status.cache";

    /// <summary>Histogram, s: how old the knowledge was that a verification stood on, so also the age of the lists in use; tags <c>method</c> and <c>origin</c>.</summary>
    public const string StatusAge = "mynumber.jpki.status.age";

    /// <summary>Activity: one question to a responder; tags <c>server.address</c> (the host alone), <c>transfer</c>, <c>state</c>, <c>failure</c>.</summary>
    public const string OcspActivity = "mynumber.jpki.ocsp.ask";

    /// <summary>Activity: one request for a list of revoked certificates; tags <c>server.address</c> (the host alone) and <c>outcome</c>.</summary>
    public const string CrlDownloadActivity = "mynumber.jpki.crl.download";

    /// <summary>Activity: a list is read from a stream and verified; tags <c>outcome</c> and <c>mynumber.jpki.crl.entries</c>.</summary>
    public const string CrlLoadActivity = "mynumber.jpki.crl.load";

    private static readonly Counter<long> VerificationCounter;
    private static readonly Histogram<double> OcspHistogram;
    private static readonly Counter<long> CacheCounter;
    private static readonly Histogram<double> AgeHistogram;

    static JpkiTelemetry()
    {
        Meter = new Meter(Name);
        Activities = new ActivitySource(Name);
        VerificationCounter = Meter.CreateCounter<long>(Verifications, "{verification}", "Certificates judged.");
        OcspHistogram = Meter.CreateHistogram<double>(OcspDuration, "s", "One question to an OCSP responder.");
        CacheCounter = Meter.CreateCounter<long>(CacheQuestions, "{question}", "Questions to a cache of status answers.");
        AgeHistogram = Meter.CreateHistogram<double>(StatusAge, "s", "Age of the knowledge that a verification stood on.");
    }

    /// <summary>For instruments of other folders of this assembly, such as the lists.</summary>
    internal static Meter Meter { get; }

    internal static ActivitySource Activities { get; }

    internal static bool MeasuresStatusAge => AgeHistogram.Enabled;

    internal static void CountVerification(VerificationOutcome outcome, VerificationReason reason)
    {
        if (VerificationCounter.Enabled)
        {
            VerificationCounter.Add(1, new("outcome", outcome.ToString()), new("reason", reason.ToString()));
        }
    }

    internal static void RecordStatusAge(TimeSpan age, string method, string origin) =>
        AgeHistogram.Record(age.TotalSeconds, new("method", method), new("origin", origin));

    internal static void RecordOcsp(TimeSpan duration, string state, VerificationReason failure, string transfer)
    {
        if (OcspHistogram.Enabled)
        {
            OcspHistogram.Record(duration.TotalSeconds, new("state", state), new("failure", failure.ToString()), new("transfer", transfer));
        }
    }

    internal static void CountCache(string result)
    {
        if (CacheCounter.Enabled)
        {
            CacheCounter.Add(1, new KeyValuePair<string, object?>("result", result));
        }
    }
}
