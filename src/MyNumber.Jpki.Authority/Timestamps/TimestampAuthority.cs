using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.Jpki.Authority.Timestamps;

/// <summary>A timestamp authority for a lab (時刻認証局, RFC 3161) as a function from request to response; it opens no connection. It protects nothing and nobody must trust it.</summary>
/// <remarks>
/// <para>It has an anchor of its own, and below it one certificate with the one, critical purpose id-kp-timeStamping; both for ten years from the clock's present.</para>
/// <para>Tokens bind the certificate by signing-certificate-v2, carry it when the request asks for it, echo the nonce, name the authority and the accuracy, and have serial numbers that rise, also
/// from one process to the next as long as the clock does. Times have milliseconds; tokens are not ordered (ordering is FALSE).</para>
/// <para>Refused, with PKIFailureInfo: digests other than SHA-256, SHA-384 and SHA-512 (badAlg), another version (badRequest), what is no DER or has an imprint of another length (badDataFormat),
/// another policy (unacceptedPolicy), any extension (unacceptedExtension), and everything while the clock is outside of the certificate's period (timeNotAvailable).</para>
/// <para>Thread safe. A request is never an exception.</para>
/// </remarks>
public sealed class TimestampAuthority
{
    private readonly TimestampCertificates _certificates;
    private readonly SignerCredential _signer;
    private readonly CmsDocumentSigner _documents;
    private readonly TimeProvider _clock;
    private readonly Lock _signing = new();
    private long _lastSerial;

    /// <summary>Makes the anchor and the certificate.</summary>
    /// <param name="anchorKey">Key of the anchor; owned by the caller and used as long as the authority lives, one call at a time.</param>
    /// <param name="key">Key that signs tokens, another one; likewise.</param>
    /// <param name="clock">The clock that is stamped.</param>
    /// <param name="options">Names, policy and limits.</param>
    /// <exception cref="ArgumentException">Both keys are one, the organisation is one of the real service, or the policy is no OID.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public TimestampAuthority(RSA anchorKey, RSA key, TimeProvider clock, TimestampAuthorityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        Options = options ?? new TimestampAuthorityOptions();
        Options.Validate();
        _clock = clock;
        SigningKey anchor = new(anchorKey), own = new(key);
        if (anchor.PublicKey.AsSpan().SequenceEqual(own.PublicKey))
        {
            throw new ArgumentException("The anchor has a key of its own.", nameof(key));
        }

        _certificates = new TimestampCertificates(anchor, own, Options.Organization, clock.GetUtcNow());
        _signer = SignerCredential.Create(_certificates.Certificate, key);
        _documents = new CmsDocumentSigner(clock);
    }

    /// <summary>Names, policy and limits.</summary>
    public TimestampAuthorityOptions Options { get; }

    /// <summary>The anchor's self-signed certificate, DER: what a verifier pins.</summary>
    public ReadOnlyMemory<byte> Anchor => _certificates.Anchor;

    /// <summary>The certificate that signs tokens, DER.</summary>
    public ReadOnlyMemory<byte> Certificate => _certificates.Certificate;

    /// <summary>The anchor's revocation list (失効リスト), made now and good for seven days; nothing is on it.</summary>
    /// <returns>DER.</returns>
    public byte[] PublishList() => _certificates.List(_clock.GetUtcNow());

    /// <summary>Answers a request.</summary>
    /// <param name="request">TimeStampReq, DER, from anybody.</param>
    /// <returns>TimeStampResp, DER: a token, or a rejection with its reason.</returns>
    public byte[] Answer(ReadOnlyMemory<byte> request)
    {
        TimestampFailure failure = TimestampFailure.BadDataFormat;
        TimestampQuestion? question = request.Length > Options.MaximumRequestBytes ? null : TimestampQuestionParser.Read(request, out failure);
        if (question is null)
        {
            return TimestampReply.Refuse(failure);
        }

        DateTimeOffset now = _clock.GetUtcNow().ToUniversalTime();
        DateTimeOffset time = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        return question.Policy is not null && question.Policy != Options.Policy ? TimestampReply.Refuse(TimestampFailure.UnacceptedPolicy)
            : time < _certificates.NotBefore || time >= _certificates.NotAfter.AddSeconds(1) ? TimestampReply.Refuse(TimestampFailure.TimeNotAvailable)
            : TimestampReply.Grant(Stamp(question, time));
    }

    private byte[] Stamp(TimestampQuestion question, DateTimeOffset time)
    {
        lock (_signing)
        {
            _lastSerial = Math.Max(_lastSerial + 1, time.Ticks);
            byte[] info = TimestampReply.Info(question, Options, _certificates.Name, _lastSerial, time);
            return _documents.Sign(_signer, info, new CmsSigningOptions { ContentType = TimestampReply.TokenContent, IncludesCertificate = question.WantsCertificate });
        }
    }
}
