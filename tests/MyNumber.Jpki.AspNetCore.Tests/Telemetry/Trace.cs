using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MyNumber.Jpki.AspNetCore.Tests.Telemetry;

/// <summary>Keeps the activities of this library that belong to one test, and the answers that were counted on the way.</summary>
internal sealed class Trace : IDisposable
{
    private readonly Activity _root = new Activity("test").Start();
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly MeterListener _meter = new();
    private readonly ConcurrentQueue<string> _answers = [];

    public Trace()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "MyNumber.Jpki.AspNetCore" or "MyNumber.Jpki",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _root.TraceId)
                {
                    _ended.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "mynumber.jpki.web.answers")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meter.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            if (Activity.Current?.TraceId == _root.TraceId)
            {
                _answers.Enqueue($"{count} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
            }
        });
        _meter.Start();
    }

    /// <summary>The answers that were counted: how many, tags in their order.</summary>
    public string[] Answers => [.. _answers];

    public IReadOnlyList<Activity> Ended => [.. _ended];

    /// <summary>Those of holders: name, tags in their order, status.</summary>
    public string[] Holders => [.. _ended.Where(activity => activity.Source.Name == "MyNumber.Jpki.AspNetCore")
        .Select(activity => $"{activity.OperationName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {activity.Status}")];

    /// <summary>All that an exporter would send.</summary>
    public IEnumerable<string> Exported => _ended.SelectMany(activity => activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")
        .Concat(activity.Baggage.Select(pair => $"{pair.Key}={pair.Value}"))
        .Concat(activity.Events.Select(one => $"{one.Name} {string.Join(' ', one.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}"))
        .Append($"{activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString}"));

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
        _root.Dispose();
    }
}
