using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MyNumber.Jpki.Signatures.Jws;

/// <summary>A JWS in compact form (RFC 7515 §7.1), read strictly and so far believed in nothing.</summary>
/// <remarks>Immutable and thread safe. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class JwsToken
{
    /// <summary>The longest token, in characters (1 Mi). The ceiling is this library's choice.</summary>
    public const int MaximumLength = 1024 * 1024;

    /// <summary>The longest header, in characters (128 Ki): room for the certificates of x5c.</summary>
    public const int MaximumHeaderLength = 128 * 1024;

    private readonly JwsHeader _header;

    private JwsToken(JwsHeader header, byte[] payload, byte[] signature, byte[] signingInput)
    {
        _header = header;
        Payload = payload;
        Signature = signature;
        SigningInput = signingInput;
    }

    /// <summary>alg of the header; whether it is accepted is asked of the verifier.</summary>
    public JwsAlgorithm Algorithm => _header.Method.Algorithm;

    /// <summary>typ of the header; <see langword="null"/> when absent.</summary>
    public string? Type => _header.Type;

    /// <summary>kid of the header; <see langword="null"/> when absent. It names nothing by itself.</summary>
    public string? KeyId => _header.KeyId;

    /// <summary>The certificate that x5c gives as the signer's, DER, to be validated first; empty when absent.</summary>
    public ReadOnlyMemory<byte> Certificate => _header.Certificates.Count == 0 ? default : _header.Certificates[0];

    /// <summary>The payload as it stands, unverified; take it from a verified answer.</summary>
    internal ReadOnlyMemory<byte> Payload { get; }

    internal ReadOnlyMemory<byte> Signature { get; }

    internal ReadOnlyMemory<byte> SigningInput { get; }

    internal byte[]? CertificateSha256 => _header.CertificateSha256;

    internal JwsMethod Method => _header.Method;

    /// <summary>Reads one token.</summary>
    /// <param name="compact">Header, payload and signature in base64url with two dots between.</param>
    /// <param name="token">The token, or <see langword="null"/>.</param>
    /// <param name="reason"><see cref="VerificationReason.JwsMalformed"/>, <see cref="VerificationReason.JwsHeaderNotAccepted"/> (crit, b64, zip, jku, jwk, x5u),
    /// <see cref="VerificationReason.AlgorithmNotAccepted"/> (none and whatever is no <see cref="JwsAlgorithm"/>), or <see cref="VerificationReason.None"/>.</param>
    /// <returns>Whether the text is a token of a supported shape. No input throws.</returns>
    public static bool TryParse(ReadOnlySpan<char> compact, [NotNullWhen(true)] out JwsToken? token, out VerificationReason reason)
    {
        token = null;
        reason = VerificationReason.JwsMalformed;
        int first = compact.IndexOf('.'), last = compact.LastIndexOf('.');
        if (compact.Length > MaximumLength || first is < 1 or > MaximumHeaderLength || first == last)
        {
            return false;
        }

        byte[]? header = Base64UrlText.Decode(compact[..first]);
        byte[]? payload = Base64UrlText.Decode(compact[(first + 1)..last]); // a third dot is no character of the alphabet
        byte[]? signature = Base64UrlText.Decode(compact[(last + 1)..]);
        if (header is null || payload is null || signature is null)
        {
            return false;
        }

        reason = JwsHeader.Read(header, out JwsHeader? read);
        token = read is null ? null : new JwsToken(read, payload, signature, Encoding.ASCII.GetBytes(compact[..last].ToString()));
        return token is not null;
    }

    /// <summary>A mask; neither payload nor signer is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "JwsToken(***)";
}
