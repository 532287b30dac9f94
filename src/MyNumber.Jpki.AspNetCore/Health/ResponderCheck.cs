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
    private readonly OcspClient? _responder;
    private (HealthCheckResult Result, long At)? _last;
    private Task<HealthCheckResult>? _question;

    public ResponderCheck(IServiceProvider services, JpkiTrust trust, IOptions<JpkiHealthOptions> options, IOptions<JpkiOptions> jpki, TimeProvider clock)
    {
        _ended = _end.Token;
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

        Task<HealthCheckResult> question;
        lock (_gate)
        {
            if (_last is { } last && _clock.GetElapsedTime(last.At) < _options.KeepResponderResultFor)
            {
                return last.Result;
            }

            question = _question ??= Task.Run(() => AskAndKeepAsync(_responder), CancellationToken.None);
        }

        return await question.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    // No caller's token: who goes away leaves the question to the others, and its answer is kept.
    private async Task<HealthCheckResult> AskAndKeepAsync(OcspClient responder)
    {
        try
        {
            HealthCheckResult result = await AskAsync(responder, _ended).ConfigureAwait(false);
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
