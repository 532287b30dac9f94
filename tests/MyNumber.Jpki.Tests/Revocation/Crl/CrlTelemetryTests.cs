using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Tests.Revocation.Lab;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

public sealed class CrlTelemetryTests
{
    // The meter is the process's, so only what this test's own calls measure counts.
    private static readonly AsyncLocal<ConcurrentBag<(string Instrument, string Tags)>?> Seen = new();

    [Fact]
    public async Task Loads_and_lookups_are_counted_by_outcome_and_no_tag_names_a_certificate()
    {
        ConcurrentBag<(string Instrument, string Tags)> seen = Seen.Value = [];
        using MeterListener listener = new() { InstrumentPublished = (instrument, self) => Listen(instrument, self) };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Seen.Value?.Add((instrument.Name, Text(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Seen.Value?.Add((instrument.Name, Text(tags))));
        listener.Start();
        CrlStore store = CrlStoreTests.Store();
        await store.AddAsync(new MemoryStream(CrlStreamTests.Mixed(3).Encode()), StatusLab.Anchors);
        await store.AddAsync(new MemoryStream([0x30]), StatusLab.Anchors);
        await Should.ThrowAsync<IOException>(() => store.AddAsync(new PieceStream(CrlStreamTests.Mixed(3).Encode(), 50, failsAt: 100), StatusLab.Anchors));
        CrlStoreTests.Check(store);
        seen.ShouldContain(("mynumber.jpki.crl.loads", "outcome=None"));
        seen.ShouldContain(("mynumber.jpki.crl.loads", "outcome=StatusMalformed"));
        seen.ShouldContain(("mynumber.jpki.crl.load.duration", "outcome=None"));
        seen.ShouldContain(("mynumber.jpki.crl.load.duration", "outcome=StatusMalformed"));
        seen.ShouldContain(("mynumber.jpki.crl.load.duration", "outcome=GivenUp"));
        seen.ShouldContain(("mynumber.jpki.crl.lookups", "outcome=Held"));
        seen.ShouldContain(("mynumber.jpki.crl.entries", string.Empty));
        seen.ShouldAllBe(row => !row.Tags.Contains("0A1B2C3D", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Load_is_an_activity()
    {
        ConcurrentBag<Activity> ended = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "MyNumber.Jpki",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using Activity mine = new Activity("test").Start();
        await CrlStoreTests.Store().AddAsync(new MemoryStream(CrlStreamTests.Mixed(3).Encode()), StatusLab.Anchors);
        Activity load = ended.Single(activity => activity.ParentId == mine.Id);
        load.OperationName.ShouldBe("mynumber.jpki.crl.load");
        load.GetTagItem("outcome").ShouldBe("None");
        load.GetTagItem("mynumber.jpki.crl.entries").ShouldBe(4);
    }

    private static void Listen(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == "MyNumber.Jpki")
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}
