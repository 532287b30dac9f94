using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MyNumber.Jpki.Signatures.Jws;

/// <summary>Signs a JWS in compact form (RFC 7515 §5.1) with any RSA or ECDSA key, a card's too. The key is asked once.</summary>
public static class JwsSigner
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // the header is no HTML

    /// <summary>Signs a payload.</summary>
    /// <param name="signer">Certificate and key.</param>
    /// <param name="payload">What is signed, as it stands.</param>
    /// <param name="algorithm">One that fits the key: RS256 and PS256 for RSA, ES256 for P-256, ES384 for P-384.</param>
    /// <param name="includesCertificate">Whether x5c carries the certificate; x5t#S256 names it in any case. A signature certificate carries the holder's four attributes.</param>
    /// <param name="type">typ of the header; <see langword="null"/> leaves it out.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentException">The algorithm does not fit the key, or the payload is too long for <see cref="JwsToken.MaximumLength"/>.</exception>
    public static string Sign(SignerCredential signer, ReadOnlySpan<byte> payload, JwsAlgorithm algorithm, bool includesCertificate = true, string? type = null)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (JwsMethod.Find(algorithm) is not { } method || !method.Fits(signer.Certificate.PublicKey))
        {
            throw new ArgumentException("The algorithm is not for this key.", nameof(algorithm));
        }

        if (payload.Length > JwsToken.MaximumLength / 2)
        {
            throw new ArgumentException("The payload is too long.", nameof(payload));
        }

        string input = Base64UrlText.Encode(Header(signer, method, includesCertificate, type)) + "." + Base64UrlText.Encode(payload);
        byte[] digest = method.Signature.Digest.Hash(Encoding.ASCII.GetBytes(input));
        return input + "." + Base64UrlText.Encode(signer.SignHash(digest, method.Signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    private static byte[] Header(SignerCredential signer, JwsMethod method, bool includesCertificate, string? type)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("alg", method.Name);
            if (type is not null)
            {
                writer.WriteString("typ", type);
            }

            writer.WriteString("x5t#S256", Base64UrlText.Encode(SHA256.HashData(signer.RawCertificate.Span)));
            if (includesCertificate)
            {
                writer.WriteStartArray("x5c");
                writer.WriteBase64StringValue(signer.RawCertificate.Span);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return json.ToArray();
    }
}
