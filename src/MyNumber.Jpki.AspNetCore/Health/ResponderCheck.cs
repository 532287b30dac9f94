using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;

namespace MyNumber.Jpki.AspNetCore.Health;

/// <summary>Asks the responder about the anchors' own certificates. One result serves all who probe for a while, and they wait for one question together.</summary>
internal sealed class ResponderCheck : IHealthCheck, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly JpkiTrust _trust;
    private readonly JpkiHealthOptions _options;
    private readonly TimeProvider _clock;
    private readonly OcspClient? _responder;
    private (HealthCheckResult Result, long At)? _last;

    public ResponderCheck(IServiceProvider services, JpkiTrust trust, IOptions<JpkiHealthOptions> options, IOptions<JpkiOptions> jpki, TimeProvider clock)
    {
        _trust = trust;
        _options = options.Value;
        _clock = clock;
        OcspOptions ocsp = jpki.Value.Ocsp;
        ocsp = _options.ResponderAddress is { } address ? ocsp with { ResponderAddress = address, FallbackAddresses = [] } : ocsp;
        ocsp = ocsp with { Timeout = ocsp.Timeout < _options.ResponderTimeout ? ocsp.Timeout : _options.ResponderTimeout };
        bool hasAddress = ocsp.ResponderAddress is not null || ocsp.FallbackAddresses.Count != 0;
        _responder = hasAddress ? new OcspClient(FactoryHandler.CreateClient(services, JpkiHttpClients.Ocsp), ocsp, clock) : null;
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_responder is null)
        {
            return HealthCheckResult.Healthy("No responder is configured by address, so none was asked.");
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_last is { } last && _clock.GetElapsedTime(last.At) < _options.KeepResponderResultFor)
            {
                return last.Result;
            }

            HealthCheckResult result = await AskAsync(_responder, cancellationToken).ConfigureAwait(false);
            _last = (result, _clock.GetTimestamp());
            return result;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<HealthCheckResult> AskAsync(OcspClient responder, CancellationToken cancellationToken)
    {
        HealthFindings findings = new();
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            // The newest generation is the one that issues; whether it is in its period is another check.
            if (_trust.Find(purpose)?.Anchors.MaxBy(anchor => anchor.Certificate.NotBefore) is { } anchor)
            {
                long start = _clock.GetTimestamp();
                RevocationEvidence answer = await responder.ProbeAsync(anchor, cancellationToken).ConfigureAwait(false);
                Judge(findings, purpose, answer, _clock.GetElapsedTime(start));
            }
        }

        return findings.Result("The responder answers.");
    }

    private void Judge(HealthFindings findings, CertificatePurpose purpose, RevocationEvidence answer, TimeSpan duration)
    {
        string key = HealthFindings.Key(purpose);
        findings.Put(key + "state", answer.State.ToString());
        findings.Put(key + "failure", answer.Failure.ToString());
        findings.Put(key + "seconds", duration.TotalSeconds);
        HealthStatus status = (answer.State, answer.Failure) switch
        {
            (not RevocationState.Unreachable, _) => HealthStatus.Healthy,
            (_, VerificationReason.StatusRefused) => _options.WhenResponderRefuses,
            (_, VerificationReason.StatusStale or VerificationReason.StatusNonceMismatch) => HealthStatus.Degraded, // it is there, and signs
            _ => HealthStatus.Unhealthy,
        };
        findings.Add(status, $"The responder gives no answer of use for {purpose}: {answer.Failure}.");
    }
}
