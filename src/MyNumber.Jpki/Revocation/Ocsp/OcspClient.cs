using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation.Telemetry;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Asks a responder over HTTP for each certificate (有効性確認 by OCSP). It keeps no answer; a cache may.</summary>
/// <remarks>Thread safe. The <see cref="HttpClient"/> is the caller's: proxy, redirects, TLS and disposal are decided there.</remarks>
public sealed class OcspClient : IRevocationSource
{
    private readonly OcspTransport _transport;
    private readonly OcspOptions _options;
    private readonly OcspResponseVerifier _verifier;
    private readonly TimeProvider _clock;

    /// <summary>Binds a client to its transport, options and clock.</summary>
    /// <param name="http">The caller's client; not disposed here.</param>
    /// <param name="options">Whom to ask and how far to believe.</param>
    /// <param name="clock">The clock that decides what now is and runs the time limit.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or none of them says whom to ask.</exception>
    public OcspClient(HttpClient http, OcspOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(http);
        _verifier = new OcspResponseVerifier(options, clock);
        options.ValidateForAsking();
        _transport = new OcspTransport(http, options, clock);
        _options = options;
        _clock = clock;
    }

    /// <summary>Asks for the status of one certificate, each address once until one gives a reliable answer.</summary>
    /// <param name="path">The certificate with its issuer. Its serial is sent to the responder.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Checked evidence; no connection, a time limit passed or a bad answer are Unreachable, each with its reason, and no address for this certificate is
    /// <see cref="VerificationReason.StatusNoAddress"/>. Of several failures the last address's is given.
    /// </returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    /// <remarks>What a <see cref="OcspOptions.RequestSigner"/>'s own key throws goes through.</remarks>
    public async ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        cancellationToken.ThrowIfCancellationRequested();
        RevocationEvidence answer = RevocationEvidence.Unreachable(VerificationReason.StatusNoAddress, RevocationMethod.Ocsp);
        foreach (Uri address in Addresses(path))
        {
            answer = await AskMeasuredAsync(address, path.Certificate, path.Issuer, cancellationToken).ConfigureAwait(false);
            if (answer.State != RevocationState.Unreachable)
            {
                break;
            }
        }

        return answer;
    }

    /// <summary>Asks about an anchor's own certificate, which is no person's: whether the configured responder gives answers that hold under the anchor. For health checks.</summary>
    /// <param name="anchor">The generation; its serial is what is asked about.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Any state but Unreachable is an answer that holds, also Unknown, which is likely. <see cref="VerificationReason.StatusRefused"/> is a responder that is there and gave no signed answer.
    /// Only <see cref="OcspOptions.ResponderAddress"/> and <see cref="OcspOptions.FallbackAddresses"/> are asked; without them it is <see cref="VerificationReason.StatusNoAddress"/>.
    /// </returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<RevocationEvidence> ProbeAsync(TrustAnchor anchor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        cancellationToken.ThrowIfCancellationRequested();
        RevocationEvidence answer = RevocationEvidence.Unreachable(VerificationReason.StatusNoAddress, RevocationMethod.Ocsp);
        foreach (Uri address in WithFallbacks(_options.ResponderAddress))
        {
            answer = await AskMeasuredAsync(address, anchor.Certificate, anchor, cancellationToken).ConfigureAwait(false);
            if (answer.State != RevocationState.Unreachable)
            {
                break;
            }
        }

        return answer;
    }

    private async ValueTask<RevocationEvidence> AskMeasuredAsync(Uri address, JpkiCertificate certificate, TrustAnchor issuer, CancellationToken cancellationToken)
    {
        using Activity? activity = JpkiTelemetry.Activities.StartActivity(JpkiTelemetry.OcspActivity, ActivityKind.Client);
        long start = _clock.GetTimestamp();
        RevocationEvidence answer = await AskAsync(address, certificate, issuer, cancellationToken).ConfigureAwait(false);
        JpkiTelemetry.RecordOcsp(_clock.GetElapsedTime(start), answer.State.ToString(), answer.Failure, _options.Transfer.ToString());
        activity?.SetTag("server.address", address.Host)
            .SetTag("transfer", _options.Transfer.ToString())
            .SetTag("state", answer.State.ToString())
            .SetTag("failure", answer.Failure.ToString())
            .SetStatus(answer.State == RevocationState.Unreachable ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        return answer;
    }

    private async ValueTask<RevocationEvidence> AskAsync(Uri address, JpkiCertificate certificate, TrustAnchor issuer, CancellationToken cancellationToken)
    {
        byte[] nonce = new byte[_options.NoncePolicy == OcspNoncePolicy.Off ? 0 : _options.NonceLength];
        if (nonce.Length != 0)
        {
            _options.NonceSource(nonce);
        }

        byte[] request = OcspRequest.Encode(certificate, issuer, _options.CertIdHash, nonce, _options.RequestSigner);
        OcspDelivery delivery = await _transport.SendAsync(address, request, cancellationToken).ConfigureAwait(false);
        return delivery.Failure == VerificationReason.None
            ? _verifier.Verify(delivery.Response, certificate, issuer.Certificate, nonce)
            : new RevocationEvidence(RevocationState.Unreachable, delivery.Failure) { Method = RevocationMethod.Ocsp, OcspResponse = delivery.Response };
    }

    private IEnumerable<Uri> Addresses(VerifiedPath path)
    {
        Uri? first = _options.ResponderAddress ?? _options.ResponderSelector?.Invoke(path);
        if (first is null && _options.UseCertificateAddress)
        {
            Uri.TryCreate(path.Certificate.OcspAddress, UriKind.Absolute, out first);
        }

        return WithFallbacks(first);
    }

    private IEnumerable<Uri> WithFallbacks(Uri? first) =>
        (first is not null && OcspOptions.IsHttp(first) ? [first] : Enumerable.Empty<Uri>()).Concat(_options.FallbackAddresses).Distinct();
}
