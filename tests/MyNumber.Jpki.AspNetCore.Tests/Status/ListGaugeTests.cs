using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Telemetry;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Status;

public sealed class ListGaugeTests
{
    [Fact]
    public async Task Age_and_rest_of_the_lists_are_shown_by_purpose_once_one_is_held()
    {
        // 00:00 in Japan is 15:00 UTC: the list is taken at that hour and ends 48 hours later.
        await using LabWorld world = await LabWorld.StartAsync(new LabWorldOptions { Start = new DateTimeOffset(2026, 4, 1, 16, 0, 0, TimeSpan.Zero) });
        await using StatusHost host = await StatusHost.StartAsync(world, options => options.Signature.CrlAddresses.Add(StatusHost.SignatureList));
        await host.Events.WaitAsync(7022);
        object scope = host.Services.GetRequiredService<IMeterFactory>();
        Dictionary<string, (double Value, object? Purpose)> seen = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == JpkiWebTelemetry.Name && instrument.Meter.Scope == scope)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen[instrument.Name] = (value, tags.ToArray().Single(tag => tag.Key == "purpose").Value));
        listener.Start();
        listener.RecordObservableInstruments();
        seen["mynumber.jpki.web.list.age"].ShouldBe((3600, "Signature"));
        seen["mynumber.jpki.web.list.remaining"].ShouldBe((47 * 3600, "Signature"));
    }
}
