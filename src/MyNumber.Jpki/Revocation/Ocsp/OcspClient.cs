using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Asks a responder over HTTP for each certificate (有効性確認 by OCSP). It keeps no answer.</summary>
/// <remarks>Thread safe. The <see cref="HttpClient"/> is the caller's: proxy, redirects, TLS and disposal are decided there.</remarks>
public sealed class OcspClient : IRevocationSource
{
    private readonly OcspTransport _transport;
    private readonly OcspOptions _options;
    private readonly OcspResponseVerifier _verifier;

    /// <summary>Binds a client to its transport, options and clock.</summary>
    /// <param name="http">The caller's client; not disposed here.</param>
    /// <param name="options">Whom to ask and how far to believe.</param>
    /// <param name="clock">The clock that decides what now is and runs the time limit.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public OcspClient(HttpClient http, OcspOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(http);
        _verifier = new OcspResponseVerifier(options, clock);
        _transport = new OcspTransport(http, options, clock);
        _options = options;
    }

    /// <summary>Asks for the status of one certificate.</summary>
    /// <param name="path">The certificate with its issuer. Its serial is sent to the responder.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Checked evidence; no address, no connection, a time limit passed or a bad answer are Unreachable, each with its reason.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        cancellationToken.ThrowIfCancellationRequested();
        Uri? address = FindAddress(path);
        return address is null
            ? ValueTask.FromResult(RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp))
            : AskAsync(address, path, cancellationToken);
    }

    private async ValueTask<RevocationEvidence> AskAsync(Uri address, VerifiedPath path, CancellationToken cancellationToken)
    {
        byte[] nonce = new byte[_options.NoncePolicy == OcspNoncePolicy.Off ? 0 : _options.NonceLength];
        if (nonce.Length != 0)
        {
            _options.NonceSource(nonce);
        }

        byte[] request = OcspRequest.Encode(path.Certificate, path.Issuer, _options.CertIdHash, nonce);
        OcspDelivery delivery = await _transport.SendAsync(address, request, cancellationToken).ConfigureAwait(false);
        return delivery.Failure == VerificationReason.None
            ? _verifier.Verify(delivery.Response, path, nonce)
            : new RevocationEvidence(RevocationState.Unreachable, delivery.Failure) { Method = RevocationMethod.Ocsp, OcspResponse = delivery.Response };
    }

    private Uri? FindAddress(VerifiedPath path)
    {
        Uri? address = _options.ResponderAddress ?? _options.ResponderSelector?.Invoke(path);
        if (address is null && _options.UseCertificateAddress)
        {
            Uri.TryCreate(path.Certificate.OcspAddress, UriKind.Absolute, out address);
        }

        return address is not null && OcspOptions.IsHttp(address) ? address : null;
    }
}
