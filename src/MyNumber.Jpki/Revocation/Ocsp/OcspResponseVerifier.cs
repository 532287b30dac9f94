using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Judges the bytes of an OCSP response about one certificate, wherever they came from: a responder, or the peer that is judged.</summary>
/// <remarks>Immutable and thread safe. The order of checks: size and form, refusal, the matching answer, the signer and its signature, the nonce, the times.</remarks>
public sealed class OcspResponseVerifier
{
    private readonly OcspOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Binds the checks to options and a clock.</summary>
    /// <param name="options">How far to believe; the settings of transport are not used here.</param>
    /// <param name="clock">The clock that decides what now is.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public OcspResponseVerifier(OcspOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        options.Validate();
        _options = options;
        _clock = clock;
    }

    /// <summary>Judges a response.</summary>
    /// <param name="response">The whole response, DER; the evidence keeps this memory, so it must not change later.</param>
    /// <param name="path">The certificate with its issuer.</param>
    /// <param name="nonce">The nonce that was sent; empty when none was.</param>
    /// <returns>The evidence; no response throws.</returns>
    public RevocationEvidence Verify(ReadOnlyMemory<byte> response, VerifiedPath path, ReadOnlySpan<byte> nonce = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Verify(response, path.Certificate, path.Issuer.Certificate, nonce);
    }

    /// <summary>Judges a response about a certificate of any hierarchy. Whether the issuer issued the certificate and may be trusted is not judged:
    /// <see cref="Chains.ChainVerifier"/> does that.</summary>
    /// <param name="bytes">The whole response, DER; the evidence keeps this memory, so it must not change later.</param>
    /// <param name="certificate">The certificate that is asked about.</param>
    /// <param name="issuer">Its issuer, of a path that is valid by other means.</param>
    /// <param name="nonce">The nonce that was sent; empty when none was.</param>
    /// <returns>The evidence; no response throws.</returns>
    public RevocationEvidence Verify(ReadOnlyMemory<byte> bytes, JpkiCertificate certificate, JpkiCertificate issuer, ReadOnlySpan<byte> nonce = default)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        OcspResponse? response = bytes.Length <= _options.MaximumResponseLength ? OcspResponse.TryRead(bytes) : null;
        if (response is null || response.IsRefusal)
        {
            return Failed(response is null ? VerificationReason.StatusMalformed : VerificationReason.StatusRefused, bytes, null);
        }

        VerificationReason reason = FindAnswer(response, certificate, issuer, out OcspSingleResponse? answer);
        DateTimeOffset now = _clock.GetUtcNow();
        reason = reason != VerificationReason.None ? reason : OcspSigner.Check(response, issuer, _options, now);
        reason = reason != VerificationReason.None ? reason : CheckNonce(response.Nonce.Span, nonce);
        reason = reason != VerificationReason.None ? reason : CheckTimes(response.ProducedAt, answer!, now);
        return reason == VerificationReason.None ? Answered(answer!, bytes, now) : Failed(reason, bytes, answer);
    }

    private static VerificationReason FindAnswer(OcspResponse response, JpkiCertificate certificate, JpkiCertificate issuer, out OcspSingleResponse? answer)
    {
        answer = null;
        foreach (OcspSingleResponse candidate in response.Answers)
        {
            if (!candidate.Id.Names(certificate, issuer))
            {
                continue;
            }

            if (answer is not null)
            {
                return VerificationReason.StatusMalformed; // two answers about one certificate: neither is believed
            }

            answer = candidate;
        }

        return answer is null ? VerificationReason.StatusForOtherCertificate : VerificationReason.None;
    }

    private VerificationReason CheckNonce(ReadOnlySpan<byte> received, ReadOnlySpan<byte> sent)
    {
        bool fits = _options.NoncePolicy switch
        {
            OcspNoncePolicy.Off => true,
            OcspNoncePolicy.Required => !sent.IsEmpty && received.SequenceEqual(sent),
            _ => sent.IsEmpty || received.IsEmpty || received.SequenceEqual(sent),
        };
        return fits ? VerificationReason.None : VerificationReason.StatusNonceMismatch;
    }

    // RFC 6960 §3.2 (5, 6) and §4.2.2.1. Differences of instants cannot overflow; sums could.
    private VerificationReason CheckTimes(DateTimeOffset producedAt, OcspSingleResponse answer, DateTimeOffset now)
    {
        TimeSpan skew = _options.ClockSkew;
        bool fits = answer.ThisUpdate - now <= skew
            && producedAt - now <= skew
            && answer.ThisUpdate - producedAt <= skew
            && now - answer.ThisUpdate - skew <= _options.MaximumAge
            && (answer.NextUpdate is not { } next || (now - next <= skew && next >= answer.ThisUpdate));
        return fits ? VerificationReason.None : VerificationReason.StatusStale;
    }

    private static RevocationEvidence Answered(OcspSingleResponse answer, ReadOnlyMemory<byte> bytes, DateTimeOffset now)
    {
        RevocationState state = answer.MeansNeverIssued ? RevocationState.Unknown : answer.State;
        bool known = state != RevocationState.Unknown;
        VerificationReason failure = known ? VerificationReason.None : answer.MeansNeverIssued ? VerificationReason.StatusNeverIssued : VerificationReason.StatusUnknown;
        return new RevocationEvidence(state, failure)
        {
            Method = RevocationMethod.Ocsp,
            Reason = known ? answer.Reason : null,
            Since = known ? answer.Since : null,
            ReceivedAt = now,
            ThisUpdate = answer.ThisUpdate,
            NextUpdate = answer.NextUpdate,
            OcspResponse = bytes,
        };
    }

    private static RevocationEvidence Failed(VerificationReason reason, ReadOnlyMemory<byte> bytes, OcspSingleResponse? answer)
    {
        bool signed = reason is VerificationReason.StatusStale or VerificationReason.StatusNonceMismatch;
        return new RevocationEvidence(RevocationState.Unreachable, reason)
        {
            Method = RevocationMethod.Ocsp,
            ThisUpdate = signed ? answer?.ThisUpdate : null,
            NextUpdate = signed ? answer?.NextUpdate : null,
            OcspResponse = bytes,
        };
    }
}
