using System.Diagnostics.Metrics;
using MyNumber.Jpki.AspNetCore.Telemetry;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Shows how old the lists are, by purpose, on a meter of the host's own.</summary>
internal sealed class ListGauges
{
    private readonly JpkiLists _lists;
    private readonly TimeProvider _clock;

    public ListGauges(JpkiLists lists, IMeterFactory meters, TimeProvider clock)
    {
        _lists = lists;
        _clock = clock;
        Meter meter = meters.Create(JpkiWebTelemetry.Name);
        meter.CreateObservableGauge(JpkiWebTelemetry.ListAge, () => Measure(picture => picture.Age), "s", "Age of the oldest list held.");
        meter.CreateObservableGauge(JpkiWebTelemetry.ListRemaining, () => Measure(picture => picture.Remaining), "s", "Time to the soonest nextUpdate; negative past it.");
    }

    private IEnumerable<Measurement<double>> Measure(Func<ListPicture, TimeSpan?> read)
    {
        foreach (PurposeLists lists in _lists.Purposes)
        {
            if (read(_lists.Picture(lists, _clock.GetUtcNow(), TimeSpan.Zero)) is { } span)
            {
                yield return new Measurement<double>(span.TotalSeconds, new KeyValuePair<string, object?>("purpose", lists.Purpose.ToString()));
            }
        }
    }
}
