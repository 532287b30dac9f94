using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>A question to a timestamp authority: TimeStampReq (RFC 3161 §2.4.1). The caller carries it there, over HTTP as <c>application/timestamp-query</c>, and the answer back.</summary>
/// <remarks>Immutable. Only a hash leaves the house.</remarks>
public sealed class TimestampRequest
{
    /// <summary>Bytes of a nonce: 64 bits, as RFC 3161 §2.4.1 advises; the first bit is cleared so that the number is positive.</summary>
    public const int NonceLength = 8;

    private readonly DigestAlgorithm _digest;

    private TimestampRequest(DigestAlgorithm digest, byte[] imprint, ReadOnlyMemory<byte> nonce, string? policy)
    {
        _digest = digest;
        Imprint = imprint;
        Nonce = nonce;
        Policy = policy;
    }

    /// <summary>OID of the hash.</summary>
    public string HashAlgorithm => _digest.Oid;

    /// <summary>The hash of what is to be stamped.</summary>
    public ReadOnlyMemory<byte> Imprint { get; }

    /// <summary>The nonce as INTEGER contents; it must come back.</summary>
    public ReadOnlyMemory<byte> Nonce { get; }

    /// <summary>OID of the policy that is asked for; <see langword="null"/> for the authority's own.</summary>
    public string? Policy { get; }

    /// <summary>Asks for a timestamp over a signature, for <see cref="SignatureTimestamps.Attach"/> (CAdES-T): the hash is over the signature value and nothing else (RFC 3161 appendix A).</summary>
    /// <param name="signer">The signer.</param>
    /// <param name="random">Where the nonce comes from.</param>
    /// <param name="policy">OID of a policy, or <see langword="null"/>.</param>
    /// <returns>The request, with SHA-256.</returns>
    public static TimestampRequest ForSignature(CmsSignerInfo signer, RandomNumberGenerator random, string? policy = null)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return ForData(signer.Signature.Span, HashAlgorithmName.SHA256, random, policy);
    }

    /// <summary>Asks for a timestamp over any data.</summary>
    /// <param name="data">What is to be stamped; it is hashed here.</param>
    /// <param name="hash">SHA-256, SHA-384 or SHA-512.</param>
    /// <param name="random">Where the nonce comes from.</param>
    /// <param name="policy">OID of a policy, or <see langword="null"/>.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">Another hash.</exception>
    public static TimestampRequest ForData(ReadOnlySpan<byte> data, HashAlgorithmName hash, RandomNumberGenerator random, string? policy = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        DigestAlgorithm digest = DigestAlgorithm.Of(hash, nameof(hash));
        byte[] nonce = new byte[NonceLength];
        random.GetBytes(nonce);
        nonce[0] = (byte)((nonce[0] & 0x7F) | 0x40); // positive, and of one length in DER
        return new TimestampRequest(digest, digest.Hash(data), nonce, policy);
    }

    /// <summary>Writes TimeStampReq, with certReq set so that the token brings the authority's certificate.</summary>
    /// <returns>DER.</returns>
    public byte[] Encode()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                SignedDataWriter.WriteAlgorithm(writer, _digest.Oid);
                writer.WriteOctetString(Imprint.Span);
            }

            if (Policy is not null)
            {
                writer.WriteObjectIdentifier(Policy);
            }

            writer.WriteInteger(Nonce.Span);
            writer.WriteBoolean(true);
        }

        return writer.Encode();
    }

    /// <summary>Reads the authority's answer, TimeStampResp (RFC 3161 §2.4.2), and checks that it is one to this request. The token's signature is for <see cref="TimestampVerifier"/>.</summary>
    /// <param name="response">The answer, at most <see cref="TimestampToken.MaximumLength"/> bytes and a few.</param>
    /// <param name="token">The token when the answer is to this request.</param>
    /// <returns><see cref="VerificationReason.None"/>, or <see cref="VerificationReason.TimestampMalformed"/>, <see cref="VerificationReason.TimestampRefused"/>,
    /// <see cref="VerificationReason.TimestampNonceMismatch"/>, <see cref="VerificationReason.TimestampImprintMismatch"/>, <see cref="VerificationReason.TimestampPolicyMismatch"/>. No input throws.</returns>
    public VerificationReason ReadResponse(ReadOnlyMemory<byte> response, out TimestampToken? token)
    {
        token = null;
        VerificationReason reason = TimestampResponse.Read(response, out TimestampToken? answer);
        if (answer is null)
        {
            return reason;
        }

        reason = !answer.Nonce.Span.SequenceEqual(Nonce.Span) ? VerificationReason.TimestampNonceMismatch
            : answer.HashAlgorithm != HashAlgorithm || !answer.Imprint.Span.SequenceEqual(Imprint.Span) ? VerificationReason.TimestampImprintMismatch
            : Policy is not null && answer.Policy != Policy ? VerificationReason.TimestampPolicyMismatch
            : VerificationReason.None;
        token = reason == VerificationReason.None ? answer : null;
        return reason;
    }
}
