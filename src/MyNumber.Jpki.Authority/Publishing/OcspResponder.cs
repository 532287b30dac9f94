using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>An OCSP responder as a function from request to response; it opens no connection.</summary>
/// <remarks>
/// <para>Thread safe. SHA-1 and SHA-256 CertIDs; a certificate is found by name hash, key hash and serial. The answer is signed by a delegated responder of the
/// generation that the first recognised CertID names, and says unknown of other issuers' certificates and of serials never issued.
/// When no CertID names a generation of this lab the answer is unauthorized (RFC 5019 §2.2.3): there is nobody to sign for.</para>
/// <para>The nonce is echoed; 0 or more than 128 octets are malformed (RFC 9654 §2.1). A request is never an exception.</para>
/// <para>An answer about one issued certificate to a request without a nonce is signed once for its tick and kept: ahead by <see cref="RunAsync"/>, or when it is first asked for. A change of
/// status takes effect as <see cref="OcspResponderOptions.AnswersAsOfTick"/> says, kept answers notwithstanding. Everything else is signed on the spot.</para>
/// <para>Statuses are read from memory, so it answers while the register behind them is away.</para>
/// </remarks>
public sealed partial class OcspResponder
{
    private readonly StatusStore _statuses;
    private readonly TimeProvider _clock;
    private readonly OcspComposer _composer;
    private readonly OcspPresignedAnswers _presigned;
    private readonly Lock _signing = new();
    private volatile OcspIssuer[] _issuers;
    private volatile OcspFaults _faults = OcspFaults.None;
    private volatile bool _isFaulty;

    /// <summary>Makes a responder for some generations.</summary>
    /// <param name="generations">The generations it answers for, of both authorities.</param>
    /// <param name="responderKey">The delegated responder's key; owned by the caller.</param>
    /// <param name="statuses">The status of all certificates.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="options">Limits and timing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public OcspResponder(
        IEnumerable<AuthorityGeneration> generations, RSA responderKey, StatusStore statuses, TimeProvider clock, OcspResponderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(generations);
        ArgumentNullException.ThrowIfNull(statuses);
        ArgumentNullException.ThrowIfNull(clock);
        Options = options ?? new OcspResponderOptions();
        Options.Validate();
        _issuers = [.. generations.Select(generation => new OcspIssuer(generation))];
        _statuses = statuses;
        _clock = clock;
        _composer = new OcspComposer(new SigningKey(responderKey));
        _presigned = new OcspPresignedAnswers(Options.MaximumPresigned);
    }

    /// <summary>Limits and timing.</summary>
    public OcspResponderOptions Options { get; }

    /// <summary>What it does wrong on purpose; may be changed while it runs.</summary>
    public OcspFaults Faults
    {
        get => _faults;
        set
        {
            _faults = value ?? throw new ArgumentNullException(nameof(value));
            _isFaulty = value != OcspFaults.None;
        }
    }

    internal TimeProvider Clock => _clock;

    /// <summary>Answers a request.</summary>
    /// <param name="request">OCSPRequest, DER, from anybody.</param>
    /// <returns>OCSPResponse, DER, a copy; an error response when the request cannot be read.</returns>
    public byte[] Answer(ReadOnlyMemory<byte> request) => Respond(request).Encoded.ToArray();

    /// <summary>Answers the last part of a GET request's path (RFC 6960 appendix A.1).</summary>
    /// <param name="encodedRequest">The URL-encoded base64 of an OCSPRequest, as it stands in the request line.</param>
    /// <returns>OCSPResponse, DER, a copy; an error response when the text cannot be read.</returns>
    public byte[] AnswerGet(string encodedRequest)
    {
        ArgumentNullException.ThrowIfNull(encodedRequest);
        return Answer(OcspGetPath.Decode(encodedRequest, Options.MaximumRequestBytes));
    }

    /// <summary>Answers for a further generation from now on; only one caller at a time.</summary>
    internal void Add(AuthorityGeneration generation) => _issuers = [.. _issuers, new OcspIssuer(generation)];

    /// <summary>Answers a request; nothing of the request's memory is kept.</summary>
    internal OcspAnswer Respond(ReadOnlyMemory<byte> request)
    {
        OcspFaults faults = _isFaulty ? _faults : OcspFaults.None;
        if (faults.Error is { } error && error != OcspResponseStatus.Successful)
        {
            return Refusal(error);
        }

        bool isPlain = !_isFaulty;
        if (isPlain && OcspQuickRequest.TryFind(request.Span, out ReadOnlySpan<byte> certId) && FindKept(certId, _clock.GetUtcNow()) is { } kept)
        {
            return kept;
        }

        return OcspRequestParser.TryParse(request, Options, out OcspRequest? parsed) ? Respond(parsed!, faults, isPlain) : Refusal(OcspResponseStatus.MalformedRequest);
    }

    private static OcspAnswer Refusal(OcspResponseStatus status) => new(OcspResponseEncoder.Error(status));

    private OcspAnswer Respond(OcspRequest request, OcspFaults faults, bool isPlain)
    {
        if (faults.RequireSignature && (request.Signature.IsEmpty || !OcspRequestSignature.Holds(request.ToBeSigned, request.Signature)))
        {
            return Refusal(request.Signature.IsEmpty ? OcspResponseStatus.SigRequired : OcspResponseStatus.Unauthorized);
        }

        OcspIssuer? signer = request.Certificates.Select(FindIssuer).FirstOrDefault(issuer => issuer is not null);
        if (signer is null)
        {
            return Refusal(OcspResponseStatus.Unauthorized);
        }

        bool mayBeKept = isPlain && request.Nonce is null && request.Certificates.Count == 1 && Options.MaximumPresigned > 0;
        return (mayBeKept ? RespondForTick(request.Certificates[0], signer) : null) ?? RespondAtOnce(request, signer, faults);
    }

    private OcspAnswer RespondAtOnce(OcspRequest request, OcspIssuer signer, OcspFaults faults)
    {
        DateTimeOffset now = ValidityRule.WholeSecond(_clock.GetUtcNow());
        OcspIssuer other = OtherGeneration(signer);
        OcspSingleResponse[] responses = [.. request.Certificates.Select(id => Single(id, signer, other, Options.TickOf(now), faults))];
        return new OcspAnswer(_composer.Compose(signer, other, responses, request.Nonce, now, faults));
    }

    private OcspSingleResponse Single(OcspCertId id, OcspIssuer signer, OcspIssuer other, DateTimeOffset tick, OcspFaults faults)
    {
        IssuedStatus? status = faults switch
        {
            { ForceUnknown: true } => null,
            { ForceNeverIssued: true } => new IssuedStatus(IssuedState.Held, RevocationReason.CertificateHold, DateTimeOffset.UnixEpoch),
            _ => signer.Matches(id) ? StatusAt(signer.Generation.Identify(id.SerialNumber.Span), tick) : null,
        };
        ReadOnlyMemory<byte> certId = faults switch
        {
            { WrongIssuerKeyHash: true } => id.EncodeWithKeyHash(other.KeyHash(id.HashAlgorithm)),
            { WrongSerial: true } => id.EncodeWithOtherSerial(1),
            _ => id.Encoded,
        };
        DateTimeOffset thisUpdate = tick - faults.ThisUpdateAge + faults.ThisUpdateAhead;
        return new OcspSingleResponse(id, certId, status, thisUpdate, thisUpdate + Options.Tick);
    }

    /// <summary>What is said in a tick; the same as long as the statuses' position is.</summary>
    private IssuedStatus? StatusAt(CertificateIdentity certificate, DateTimeOffset tick) =>
        _statuses.FindAt(certificate, Options.AnswersAsOfTick ? tick : DateTimeOffset.MaxValue);

    private OcspIssuer? FindIssuer(OcspCertId id) => Array.Find(_issuers, issuer => issuer.Matches(id));

    private OcspIssuer OtherGeneration(OcspIssuer issuer) =>
        Array.FindLast(_issuers, other => other != issuer && other.Generation.Naming == issuer.Generation.Naming) ?? issuer;
}
