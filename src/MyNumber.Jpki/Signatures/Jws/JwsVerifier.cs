using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Signatures.Jws;

/// <summary>Verifies a JWS under a validated certificate (RFC 7515 §5.2). The key comes from the certificate alone, and the certificate decides which algorithm can be meant.</summary>
/// <remarks>Immutable and thread safe. No input throws.</remarks>
public sealed class JwsVerifier
{
    private readonly JwsAlgorithm[] _accepted;

    /// <summary>Names what is accepted.</summary>
    /// <param name="accepted">The algorithms, at least one. There is no default: an application knows what its signers use.</param>
    /// <exception cref="ArgumentException">None, or one that does not exist.</exception>
    public JwsVerifier(params IReadOnlyList<JwsAlgorithm> accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        _accepted = [.. accepted];
        if (_accepted.Length == 0 || !Array.TrueForAll(_accepted, Enum.IsDefined))
        {
            throw new ArgumentException("At least one algorithm is named.", nameof(accepted));
        }
    }

    /// <summary>Checks that a token was signed with the certificate's key.</summary>
    /// <param name="signer">The validated certificate, for example of the bytes in <see cref="JwsToken.Certificate"/>.</param>
    /// <param name="token">The token; it must name the certificate in x5c or x5t#S256, and in both when it has both.</param>
    /// <param name="payload">The payload when the signature holds, otherwise empty.</param>
    /// <returns><see cref="VerificationReason.None"/>, or <see cref="VerificationReason.AlgorithmNotAccepted"/> (not named, or not of the certificate's key),
    /// <see cref="VerificationReason.JwsCertificateMismatch"/> or <see cref="VerificationReason.SignatureInvalid"/>.</returns>
    public VerificationReason Verify(ValidatedCertificate signer, JwsToken token, out ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(token);
        payload = default;
        JpkiCertificate certificate = signer.Certificate;
        if (!_accepted.Contains(token.Algorithm) || !token.Method.Fits(certificate.Fields.PublicKey))
        {
            return VerificationReason.AlgorithmNotAccepted;
        }

        if (!Names(token, certificate))
        {
            return VerificationReason.JwsCertificateMismatch;
        }

        bool holds = token.Method.Holds(certificate, token.SigningInput.Span, token.Signature, signer.Path.Issuer.Arithmetic);
        payload = holds ? token.Payload : default;
        return holds ? VerificationReason.None : VerificationReason.SignatureInvalid;
    }

    private static bool Names(JwsToken token, JpkiCertificate certificate)
    {
        bool byCertificate = !token.Certificate.IsEmpty, byHash = token.CertificateSha256 is not null;
        return (byCertificate || byHash)
            && (!byCertificate || token.Certificate.Span.SequenceEqual(certificate.RawData.Span))
            && (!byHash || token.CertificateSha256.AsSpan().SequenceEqual(SHA256.HashData(certificate.RawData.Span)));
    }
}
