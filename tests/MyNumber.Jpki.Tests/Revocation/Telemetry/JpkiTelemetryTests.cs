using System.Diagnostics;
using System.Diagnostics.Metrics;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Caching;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Revocation.Telemetry;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Telemetry;

/// <summary>Other tests of this process measure too, so each test here looks for tags or hosts that are its own, and counts at least.</summary>
public sealed class JpkiTelemetryTests
{
    private readonly List<(string Name, double Value, Dictionary<string, string?> Tags)> _seen = [];
    private readonly Lock _gate = new();

    private MeterListener Listen()
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "MyNumber.Jpki")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument.Name, value, tags));
        listener.Start();
        return listener;
    }

    private void Note(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_gate)
        {
            Dictionary<string, string?> copy = new(StringComparer.Ordinal);
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                copy.Add(tag.Key, tag.Value?.ToString());
            }

            _seen.Add((name, value, copy));
        }
    }

    private IEnumerable<(double Value, Dictionary<string, string?> Tags)> Of(string name)
    {
        lock (_gate)
        {
            return [.. _seen.Where(row => row.Name == name).Select(row => (row.Value, row.Tags))];
        }
    }

    [Fact]
    public async Task Verifications_are_counted_by_outcome_and_reason_and_tell_how_old_the_status_was()
    {
        using MeterListener listener = Listen();
        using SigningDesk desk = new();
        desk.Status.Answer = RevocationEvidence.HeldOrRevoked(
            RevocationMethod.Crl, RevocationReason.CertificateHold, SigningDesk.Now, SigningDesk.Now.AddSeconds(-12_345), null);
        await desk.SignatureValidator.ValidateAsync(desk.SignatureDer);
        await desk.SignatureValidator.ValidateAsync(new byte[] { 1 });
        Of("mynumber.jpki.verifications").ShouldContain(row => row.Value == 1 && row.Tags["outcome"] == "Invalid" && row.Tags["reason"] == "Held");
        Of("mynumber.jpki.verifications").ShouldContain(row => row.Tags["reason"] == "CertificateMalformed");
        Of("mynumber.jpki.status.age").ShouldContain(row => row.Value == 12_345 && row.Tags["method"] == "Crl" && row.Tags["origin"] == "List");
    }

    [Fact]
    public async Task Cache_questions_are_counted_by_what_became_of_them()
    {
        using MeterListener listener = Listen();
        VerifiedPath path = StatusLab.Path();
        GatedSource source = new();
        CachedStatusSource cache = new(source, new StatusCacheOptions(), new ManualTimeProvider(StatusLab.Now));
        Task<RevocationEvidence> first = cache.CheckAsync(path).AsTask(), second = cache.CheckAsync(path).AsTask();
        source.Open(0, RevocationEvidence.Good(RevocationMethod.Ocsp, StatusLab.Now, null));
        await Task.WhenAll(first, second);
        await cache.CheckAsync(path);
        cache.Mode = OfflineStatus.NeverAsk;
        await cache.CheckAsync(StatusLab.Path([0x11]));
        Of("mynumber.jpki.status.cache").Select(row => row.Tags["result"]).Distinct().ShouldBe(["miss", "shared", "hit", "offline"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("answered", true, "Good", "None")]
    [InlineData("forged", false, "Unreachable", "StatusSignatureInvalid")]
    public async Task Question_to_a_responder_is_an_activity_and_a_duration(string description, bool answers, string state, string failure)
    {
        ManualTimeProvider clock = new(StatusLab.Now);
        string host = $"{state.ToLowerInvariant()}.telemetry.test";
        List<Activity> ended = [];
        using ActivityListener activities = new()
        {
            ShouldListenTo = source => source.Name == "MyNumber.Jpki",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("server.address"), host))
                {
                    ended.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(activities);
        using MeterListener meters = Listen();
        StubHandler handler = StubHandler.Answering(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(1.625));
            return new LabResponse { IsTampered = !answers }.Encode();
        });
        using HttpClient http = new(handler);
        OcspOptions options = new() { ResponderAddress = new Uri($"http://{host}/ocsp"), Transfer = OcspTransfer.Get, NoncePolicy = OcspNoncePolicy.Off };
        await new OcspClient(http, options, clock).CheckAsync(StatusLab.Path());
        Activity activity = ended.ShouldHaveSingleItem(description);
        activity.OperationName.ShouldBe("mynumber.jpki.ocsp.ask");
        activity.Kind.ShouldBe(ActivityKind.Client);
        activity.Status.ShouldBe(answers ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").ShouldBe([$"server.address={host}", "transfer=Get", $"state={state}", $"failure={failure}"]);
        Of("mynumber.jpki.ocsp.duration").ShouldContain(
            row => row.Value == 1.625 && row.Tags["state"] == state && row.Tags["failure"] == failure && row.Tags["transfer"] == "Get");
    }

    [Fact]
    public async Task No_tag_carries_anything_of_a_person()
    {
        using MeterListener listener = Listen();
        using SigningDesk desk = new();
        await desk.SignatureValidator.ValidateAsync(desk.SignatureDer);
        string[] allowed = ["outcome", "reason", "method", "origin", "state", "failure", "transfer", "result"];
        string[] values = [.. new[] { typeof(VerificationOutcome), typeof(VerificationReason), typeof(RevocationMethod), typeof(StatusOrigin), typeof(RevocationState), typeof(OcspTransfer) }
            .SelectMany(Enum.GetNames), "hit", "shared", "miss", "offline"];
        foreach ((double _, Dictionary<string, string?> tags) in JpkiInstruments().SelectMany(Of))
        {
            tags.Keys.Except(allowed).ShouldBeEmpty();
            tags.Values.Except(values).ShouldBeEmpty();
        }
    }

    private static IEnumerable<string> JpkiInstruments() =>
        [JpkiTelemetry.Verifications, JpkiTelemetry.OcspDuration, JpkiTelemetry.CacheQuestions, JpkiTelemetry.StatusAge];
}
