using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation.Ocsp;

namespace MyNumber.Jpki.Revocation.Stapling;

/// <summary>An OCSP response that the holder or client handed over with the certificate, judged like any other, and nobody is asked.</summary>
/// <remarks>
/// <para>The peer chooses which answer it shows, so it shows its best one: only <see cref="OcspOptions.MaximumAge"/> and nextUpdate keep an answer of before a hold out.
/// No nonce was sent, so the nonce policy is not applied.</para>
/// <para>Cheap to make, one for each request; put it before the shared sources in a <see cref="RevocationSourceSequence"/>. Immutable and thread safe.</para>
/// </remarks>
public sealed class StapledStatusSource : IRevocationSource
{
    private readonly ReadOnlyMemory<byte> _response;
    private readonly OcspResponseVerifier _verifier;

    /// <summary>Takes a response that was handed over.</summary>
    /// <param name="response">The whole response, DER, from anywhere; empty when none was handed over. The evidence keeps this memory, so it must not change later.</param>
    /// <param name="options">How far to believe; the settings of transport and nonce are not used.</param>
    /// <param name="clock">The clock that decides what now is.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public StapledStatusSource(ReadOnlyMemory<byte> response, OcspOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _response = response;
        _verifier = new OcspResponseVerifier(options with { NoncePolicy = OcspNoncePolicy.Off }, clock);
    }

    /// <summary>Judges the response for a certificate.</summary>
    /// <param name="path">The certificate with its issuer.</param>
    /// <param name="cancellationToken">Not waited on; nothing here waits.</param>
    /// <returns>
    /// The evidence, from <see cref="StatusOrigin.Stapled"/>; with an empty response <see cref="VerificationReason.StatusNotAtHand"/>. No response throws.
    /// </returns>
    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        cancellationToken.ThrowIfCancellationRequested();
        RevocationEvidence judged = _response.IsEmpty
            ? RevocationEvidence.Unreachable(VerificationReason.StatusNotAtHand, RevocationMethod.Ocsp)
            : _verifier.Verify(_response, path);
        return ValueTask.FromResult(judged.From(StatusOrigin.Stapled, judged.ReceivedAt));
    }
}
