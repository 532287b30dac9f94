using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;

namespace MyNumber.Jpki.AspNetCore.Health;

/// <summary>Asks the responder about the anchors' own certificates. One result serves all who probe for a while, and they wait for one question together, which goes on when they leave.</summary>
internal sealed class ResponderCheck : IHealthCheck, IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationToken _ended;
    private readonly JpkiTrust _trust;
    private readonly JpkiHealthOptions _options;
    private readonly TimeProvider _clock;
    private readonly Dictionary<CertificatePurpose, OcspClient> _responders = [];
    private (HealthCheckResult Result, long At)? _last;
    private Task<HealthCheckResult>? _question;

    public ResponderCheck(IServiceProvider services, JpkiTrust trust, IOptions<JpkiHealthOptions> options, IOptions<JpkiOptions> jpki, TimeProvider clock)
    {
        _ended = _end.Token;
        _trust = trust;
        _options = options.Value;
        _clock = clock;
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            OcspOptions ocsp = OcspOf(jpki.Value, purpose);
            if (ocsp.ResponderAddress is not null || ocsp.FallbackAddresses.Count != 0)
            {
                _responders[purpose] = new OcspClient(FactoryHandler.CreateClient(services, JpkiHttpClients.Ocsp), ocsp, clock);
            }
        }
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_responders.Count == 0)
        {
            return HealthCheckResult.Healthy("No responder is configured by address, so none was asked.");
        }

        Task<HealthCheckResult> question;
        lock (_gate)
        {
            if (_last is { } last && _clock.GetElapsedTime(last.At) < _options.KeepResponderResultFor)
            {
                return last.Result;
            }

            question = _question ??= Task.Run(AskAndKeepAsync, CancellationToken.None);
        }

        return await question.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private OcspOptions OcspOf(JpkiOptions jpki, CertificatePurpose purpose)
    {
        OcspOptions ocsp = _options.ResponderAddresses.TryGetValue(purpose, out Uri? address) ? jpki.Ocsp with { ResponderAddress = address, FallbackAddresses = [] } : jpki.OcspOf(purpose);
        return ocsp with { Timeout = ocsp.Timeout < _options.ResponderTimeout ? ocsp.Timeout : _options.ResponderTimeout };
    }

    // No caller's token: who goes away leaves the question to the others, and its answer is kept.
    private async Task<HealthCheckResult> AskAndKeepAsync()
    {
        try
        {
            HealthCheckResult result = await AskAsync(_ended).ConfigureAwait(false);
            lock (_gate)
            {
                _last = (result, _clock.GetTimestamp());
            }

            return result;
        }
        finally
        {
            lock (_gate)
            {
                _question = null;
            }
        }
    }

    private async Task<HealthCheckResult> AskAsync(CancellationToken cancellationToken)
    {
        HealthFindings findings = new();
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            // The newest generation is the one that issues; whether it is in its period is another check.
            if (_trust.Find(purpose)?.Anchors.MaxBy(anchor => anchor.Certificate.NotBefore) is not { } anchor)
            {
                continue;
            }

            if (_responders.TryGetValue(purpose, out OcspClient? responder))
            {
                long start = _clock.GetTimestamp();
                RevocationEvidence answer = await responder.ProbeAsync(anchor, cancellationToken).ConfigureAwait(false);
                Judge(findings, purpose, answer, _clock.GetElapsedTime(start));
            }
            else
            {
                findings.Put(HealthFindings.Key(purpose) + "state", "NotAsked");
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
