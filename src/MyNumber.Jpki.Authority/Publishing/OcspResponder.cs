using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>An OCSP responder as a function from request to response; it opens no connection.</summary>
/// <remarks>
/// <para>Thread safe. SHA-1 and SHA-256 CertIDs; a certificate is found by name hash, key hash and serial. The answer is signed by a delegated responder of the
/// generation that the first recognised CertID names, and says unknown of other issuers' certificates and of serials never issued.
/// When no CertID names a generation of this lab the answer is unauthorized (RFC 5019 §2.2.3): there is nobody to sign for.</para>
/// <para>The nonce is echoed; 0 or more than 128 octets are malformed (RFC 9654 §2.1). A request is never an exception.</para>
/// </remarks>
public sealed class OcspResponder
{
    private volatile OcspIssuer[] _issuers;
    private readonly StatusStore _statuses;
    private readonly TimeProvider _clock;
    private readonly SigningKey _key;
    private readonly ResponderCertificates _certificates;
    private volatile OcspFaults _faults = OcspFaults.None;

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
        _issuers = [.. generations.Select(generation => new OcspIssuer(generation))];
        _statuses = statuses;
        _clock = clock;
        _key = new SigningKey(responderKey);
        _certificates = new ResponderCertificates(_key);
        Options = options ?? new OcspResponderOptions();
        Options.Validate();
    }

    /// <summary>Limits and timing.</summary>
    public OcspResponderOptions Options { get; }

    /// <summary>What it does wrong on purpose; may be changed while it runs.</summary>
    public OcspFaults Faults
    {
        get => _faults;
        set => _faults = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Answers for a further generation from now on; only one caller at a time.</summary>
    internal void Add(AuthorityGeneration generation) => _issuers = [.. _issuers, new OcspIssuer(generation)];

    /// <summary>Answers a request.</summary>
    /// <param name="request">OCSPRequest, DER, from anybody.</param>
    /// <returns>OCSPResponse, DER; an error response when the request cannot be read.</returns>
    public byte[] Answer(ReadOnlyMemory<byte> request)
    {
        OcspFaults faults = _faults;
        if (faults.Error is { } error && error != OcspResponseStatus.Successful)
        {
            return OcspResponseEncoder.Error(error);
        }

        if (!OcspRequestParser.TryParse(request, Options, out OcspRequest? parsed))
        {
            return OcspResponseEncoder.Error(OcspResponseStatus.MalformedRequest);
        }

        OcspIssuer? signer = parsed!.Certificates.Select(FindIssuer).FirstOrDefault(issuer => issuer is not null);
        return signer is null ? OcspResponseEncoder.Error(OcspResponseStatus.Unauthorized) : Answer(parsed, signer, faults);
    }

    /// <summary>Answers the last part of a GET request's path (RFC 6960 appendix A.1).</summary>
    /// <param name="encodedRequest">The URL-encoded base64 of an OCSPRequest, as it stands in the request line.</param>
    /// <returns>OCSPResponse, DER; an error response when the text cannot be read.</returns>
    public byte[] AnswerGet(string encodedRequest)
    {
        ArgumentNullException.ThrowIfNull(encodedRequest);
        byte[] request = [];
        if (encodedRequest.Length <= Options.MaximumRequestBytes * 4)
        {
            byte[] text = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(encodedRequest));
            request = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
            bool decoded = Base64.DecodeFromUtf8(text, request, out _, out int written) == System.Buffers.OperationStatus.Done;
            request = decoded ? request[..written] : [];
        }

        return Answer(request);
    }

    private byte[] Answer(OcspRequest request, OcspIssuer signer, OcspFaults faults)
    {
        DateTimeOffset now = ValidityRule.WholeSecond(_clock.GetUtcNow());
        OcspSingleResponse[] responses = [.. request.Certificates.Select(id => Single(id, signer, now, faults))];
        byte[] data = OcspResponseEncoder.ResponseData(_key.KeyIdentifier, now, responses, faults.OmitNonce ? null : request.Nonce);
        byte[] signature = _key.Sign(data);
        if (faults.WrongSignature)
        {
            signature[^1] ^= 1;
        }

        byte[] certificate = _certificates.For(signer.Generation, now, !faults.ResponderWithoutOcspSigning);
        return OcspResponseEncoder.Successful(OcspResponseEncoder.Basic(data, signature, certificate));
    }

    private OcspSingleResponse Single(OcspCertId id, OcspIssuer signer, DateTimeOffset now, OcspFaults faults)
    {
        DateTimeOffset tick = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Options.Tick.Ticks), TimeSpan.Zero);
        IssuedStatus? status = faults.ForceUnknown || !signer.Matches(id)
            ? null
            : _statuses.FindAt(signer.Generation.Identify(id.SerialNumber.Span), Options.AnswersAsOfTick ? tick : now);
        ReadOnlyMemory<byte> certId = faults.WrongIssuerKeyHash ? id.EncodeWithKeyHash(OtherGeneration(signer).KeyHash(id.HashAlgorithm)) : id.Encoded;
        DateTimeOffset thisUpdate = tick - faults.ThisUpdateAge;
        return new OcspSingleResponse(certId, status, thisUpdate, thisUpdate + Options.Tick);
    }

    private OcspIssuer? FindIssuer(OcspCertId id) => Array.Find(_issuers, issuer => issuer.Matches(id));

    private OcspIssuer OtherGeneration(OcspIssuer issuer) =>
        Array.FindLast(_issuers, other => other != issuer && other.Generation.Naming == issuer.Generation.Naming) ?? issuer;
}
