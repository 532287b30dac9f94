using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Chains.Reading;
using MyNumber.Jpki.Rsa;

namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>Verifies timestamps (タイムスタンプの検証): what was stamped, the token's signature, the authority's certificate and whether it is trusted (RFC 3161 §2.2, §2.3, §2.4.2).</summary>
/// <remarks>
/// <para>The authority's certificate must be in the token, be bound to it by signing-certificate or signing-certificate-v2, and have id-kp-timeStamping as its one, critical
/// purpose. Order: bytes, imprint, certificate, times, signature, trust last.</para>
/// <para>Immutable and thread safe. No input throws; nothing is fetched.</para>
/// </remarks>
public sealed class TimestampVerifier
{
    private readonly ITimestampTrust _trust;
    private readonly TimeSpan _skew;

    /// <summary>Verifies under a trust.</summary>
    /// <param name="trust">Who decides about authorities.</param>
    /// <param name="skew">How far a token's time may be ahead of the instant of verification; default five minutes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The skew is negative or longer than a day.</exception>
    public TimestampVerifier(ITimestampTrust trust, TimeSpan? skew = null)
    {
        ArgumentNullException.ThrowIfNull(trust);
        _trust = trust;
        _skew = skew ?? TimeSpan.FromMinutes(5);
        ArgumentOutOfRangeException.ThrowIfLessThan(_skew, TimeSpan.Zero, nameof(skew));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_skew, TimeSpan.FromDays(1), nameof(skew));
    }

    /// <summary>Verifies the timestamp over a signature (CAdES-T).</summary>
    /// <param name="signer">The signer; it must have exactly one token.</param>
    /// <param name="at">The instant of verification: the authority must be trusted then, and its certificate have been valid when it stamped.</param>
    /// <returns>The answer.</returns>
    public TimestampResult VerifySignatureTimestamp(CmsSignerInfo signer, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return signer.TimestampTokens.Count switch
        {
            0 => TimestampResult.Refused(VerificationReason.TimestampMissing),
            1 => Verify(signer.TimestampTokens[0].Span, signer.Signature.Span, at),
            _ => TimestampResult.Refused(VerificationReason.TimestampAmbiguous),
        };
    }

    /// <summary>Verifies a timestamp over any data.</summary>
    /// <param name="token">The token, DER.</param>
    /// <param name="data">What should be stamped; it is hashed here.</param>
    /// <param name="at">As for <see cref="VerifySignatureTimestamp"/>.</param>
    /// <returns>The answer.</returns>
    public TimestampResult Verify(ReadOnlySpan<byte> token, ReadOnlySpan<byte> data, DateTimeOffset at)
    {
        if (!TimestampToken.TryParse(token, out TimestampToken? read))
        {
            return TimestampResult.Refused(VerificationReason.TimestampMalformed);
        }

        if (DigestAlgorithm.Find(read.HashAlgorithm) is not { } digest)
        {
            return TimestampResult.Refused(VerificationReason.AlgorithmNotAccepted, read);
        }

        if (!digest.Hash(data).AsSpan().SequenceEqual(read.Imprint.Span))
        {
            return TimestampResult.Refused(VerificationReason.TimestampImprintMismatch, read);
        }

        if (FindAuthority(read) is not { } authority)
        {
            return TimestampResult.Refused(VerificationReason.TimestampSignerNotAuthorised, read);
        }

        VerificationReason reason = CheckAuthority(read, authority, at);
        reason = reason == VerificationReason.None ? CheckSignature(read, authority) : reason;
        if (reason != VerificationReason.None)
        {
            return new TimestampResult(VerificationOutcome.Invalid, reason, read, authority.RawData);
        }

        VerificationOutcome outcome = _trust.Judge(authority.RawData, read.Certificates, at, out reason);
        return new TimestampResult(outcome, reason, read, authority.RawData) { IsTrustJudged = true, IsStatusLeftToTheCaller = _trust.LeavesStatusToTheCaller };
    }

    /// <summary>Verifies a timestamp authority's whole answer, TimeStampResp (RFC 3161 §2.4.2), as it is kept in a file. Whether it is the answer to a request is <see cref="TimestampRequest.ReadResponse"/>'s question.</summary>
    /// <param name="response">The answer, DER.</param>
    /// <param name="data">What should be stamped; it is hashed here.</param>
    /// <param name="at">As for <see cref="VerifySignatureTimestamp"/>.</param>
    /// <returns>The answer; undetermined with <see cref="VerificationReason.TimestampRefused"/> when the authority granted none.</returns>
    public TimestampResult VerifyResponse(ReadOnlyMemory<byte> response, ReadOnlySpan<byte> data, DateTimeOffset at)
    {
        VerificationReason reason = TimestampResponse.Read(response, out TimestampToken? token);
        return token is not null ? Verify(token.RawData.Span, data, at)
            : reason == VerificationReason.TimestampRefused ? new TimestampResult(VerificationOutcome.Undetermined, reason)
            : TimestampResult.Refused(reason);
    }

    private static ChainCertificate? FindAuthority(TimestampToken token)
    {
        SignerFields signer = token.Document.Signers[0].Fields;
        foreach (ReadOnlyMemory<byte> encoded in token.Certificates)
        {
            if (ChainCertificateReader.TryRead(encoded) is { } read
                && signer.Names(read.Issuer.Der.Span, read.SerialNumber.Span, read.Extensions.SubjectKeyIdentifier.Span)
                && BindingOf(token, read) != VerificationReason.SigningCertificateMismatch)
            {
                return read;
            }
        }

        return null;
    }

    private static VerificationReason BindingOf(TimestampToken token, ChainCertificate authority) => CmsSignatureCheck.CheckSigningCertificate(
        token.Document.Signers[0].Fields, authority.RawData.Span, authority.Issuer.Der.Span, authority.SerialNumber.Span);

    private VerificationReason CheckAuthority(TimestampToken token, ChainCertificate authority, DateTimeOffset at)
    {
        const X509KeyUsageFlags Signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        ChainExtensions extensions = authority.Extensions;
        bool may = extensions is { Purposes: [Oids.TimeStamping], ArePurposesCritical: true, IsAuthority: false }
            && (extensions.KeyUsage is not { } usage || ((usage & Signing) != 0 && (usage & ~Signing) == 0));
        return !may ? VerificationReason.TimestampSignerNotAuthorised
            : token.GeneratedAt - at > _skew || !token.IsMadeIn(authority.NotBefore, authority.NotAfter) ? VerificationReason.TimestampOutOfPeriod
            : VerificationReason.None;
    }

    private static VerificationReason CheckSignature(TimestampToken token, ChainCertificate authority)
    {
        PublicKeyFields key = authority.PublicKey;
        SignerFields signer = token.Document.Signers[0].Fields;
        if (key.Algorithm == Oids.RsaEncryption && key.KeySize < RsaVerificationKey.ShortestModulus)
        {
            return VerificationReason.AlgorithmNotAccepted;
        }

        // RFC 3161 §2.4.2 and RFC 5816: the token binds its certificate, by version 1 or 2.
        VerificationReason binding = signer.Attributes is { SigningCertificates.Count: > 0 } ? BindingOf(token, authority) : VerificationReason.TimestampSignatureInvalid;
        VerificationReason reason = binding == VerificationReason.None ? CmsSignatureCheck.Verify(signer, token.Document.Content!.Value, authority.Key) : binding;
        return reason is VerificationReason.None or VerificationReason.AlgorithmNotAccepted ? reason : VerificationReason.TimestampSignatureInvalid;
    }
}
