using Microsoft.Extensions.Diagnostics.HealthChecks;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Health;

/// <summary>Limits of the health checks.</summary>
/// <remarks>Set once at start and validated then; not for change while the host runs.</remarks>
public sealed class JpkiHealthOptions
{
    /// <summary>Whom the check asks about a purpose, absolute http or https. A purpose that is not in it (default: none is) is asked about at the addresses of the configuration, its own before the common
    /// one. Write one where a selector or the certificates name the responder: otherwise there is nobody to ask.</summary>
    public IDictionary<CertificatePurpose, Uri> ResponderAddresses { get; } = new Dictionary<CertificatePurpose, Uri>();

    /// <summary>The longest wait for one answer to a check, more than zero and at most a minute; default 5 seconds, and never longer than the application's own.</summary>
    public TimeSpan ResponderTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one result is given to all who probe, a second to an hour; default 10 seconds. Probes cannot make more questions than this.</summary>
    public TimeSpan KeepResponderResultFor { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The result where the responder is there and refuses to speak of the anchor's own certificate, such as tryLater or unauthorized; default Degraded. A responder that answers only of
    /// certificates that it prepared (RFC 5019) always does: set Healthy for it.</summary>
    public HealthStatus WhenResponderRefuses { get; set; } = HealthStatus.Degraded;

    /// <summary>How long before its nextUpdate a list is near its end (Degraded), zero to a week; <see langword="null"/> (default) for <c>CrlDownload.RefreshBefore</c>: by then a newer one should have been taken.</summary>
    public TimeSpan? ListsNearEnd { get; set; }

    /// <summary>How long before the end of a purpose's last anchor the check is Degraded, zero to ten years; default 90 days.</summary>
    public TimeSpan AnchorsNearEnd { get; set; } = TimeSpan.FromDays(90);
}
