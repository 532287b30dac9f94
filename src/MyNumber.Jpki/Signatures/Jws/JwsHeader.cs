using System.Text.Json;
using System.Text.Unicode;

namespace MyNumber.Jpki.Signatures.Jws;

/// <summary>The JOSE header of a token (RFC 7515 §4), strictly: one JSON object, no name twice, and nothing that changes how the token is to be read or brings a key from elsewhere.</summary>
internal sealed class JwsHeader
{
    private const int MostMembers = 32;
    private const int MostCertificates = 8;
    private const int Depth = 8;

    public JwsMethod Method { get; private set; } = null!;

    public string? Type { get; private set; }

    public string? KeyId { get; private set; }

    public List<byte[]> Certificates { get; } = [];

    public byte[]? CertificateSha256 { get; private set; }

    public static VerificationReason Read(byte[] json, out JwsHeader? header)
    {
        header = new JwsHeader();
        VerificationReason reason;
        try
        {
            reason = Utf8.IsValid(json) ? header.ReadMembers(json) : VerificationReason.JwsMalformed;
        }
        catch (Exception flaw) when (flaw is JsonException or InvalidOperationException or FormatException)
        {
            reason = VerificationReason.JwsMalformed; // the reader's own for bad JSON, a value of another kind, a lone surrogate, bad base64
        }

        header = reason == VerificationReason.None ? header : null;
        return reason;
    }

    // RFC 7515 §4.1.11: an extension that must be understood and is not; RFC 7797 and zip change the payload; the others name a key that nobody vouches for.
    private static bool IsRefused(string name) => name is "crit" or "b64" or "zip" or "jku" or "jwk" or "x5u";

    private VerificationReason ReadMembers(byte[] json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = Depth });
        HashSet<string> names = new(StringComparer.Ordinal);
        string? algorithm = null;
        bool refused = false;
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            Expect(names.Count < MostMembers && names.Add(name));
            refused |= IsRefused(name);
            reader.Read();
            if (name == "alg")
            {
                algorithm = Text(ref reader);
            }
            else
            {
                Take(name, ref reader);
            }
        }

        Expect(!reader.Read() && algorithm is not null);
        Method = JwsMethod.Find(algorithm!)!;
        return refused ? VerificationReason.JwsHeaderNotAccepted
            : Method is null ? VerificationReason.AlgorithmNotAccepted
            : VerificationReason.None;
    }

    private void Take(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "typ":
                Type = Text(ref reader);
                break;
            case "kid":
                KeyId = Text(ref reader);
                break;
            case "x5t#S256":
                CertificateSha256 = Base64UrlText.Decode(Text(ref reader));
                Expect(CertificateSha256?.Length == DigestAlgorithm.Sha256.Size);
                break;
            case "x5c":
                ReadCertificates(ref reader);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    // RFC 7515 §4.1.6: base64, not base64url, without line breaks; the first is the signer's.
    private void ReadCertificates(ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType == JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(Certificates.Count < MostCertificates);
            string text = Text(ref reader);
            byte[] certificate = Convert.FromBase64String(text);
            Expect(Convert.ToBase64String(certificate) == text);
            Certificates.Add(certificate);
        }

        Expect(Certificates.Count != 0);
    }

    private static string Text(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();

    private static void Expect(bool condition)
    {
        if (!condition)
        {
            throw new JsonException();
        }
    }
}
