using System.Text;

namespace MyNumber.Jpki.Authority.Services;

/// <summary>Reads the text of a consent as the relying party's library writes it (<see cref="Jpki.Services.Consents.ConsentRequest"/>).</summary>
internal static class ConsentText
{
    private const string Heading = "MyNumber SDK consent to the latest four attributes v1";
    private const string Id = "consent: ", Service = "service: ", Explanation = "explanation: ", AskedAt = "asked-at: ";
    private const int IdLength = 43, MaximumLength = 4096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The number and the service, or nothing when the text is another.</summary>
    internal static (string Id, string Service)? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            return content.Length <= MaximumLength && Strict.GetString(content).Split('\n') is [Heading, { } id, { } service, { } explanation, { } askedAt, ""]
                && id.StartsWith(Id, StringComparison.Ordinal) && id.Length == Id.Length + IdLength
                && service.StartsWith(Service, StringComparison.Ordinal) && service.Length > Service.Length
                && explanation.StartsWith(Explanation, StringComparison.Ordinal) && askedAt.StartsWith(AskedAt, StringComparison.Ordinal)
                ? (id[Id.Length..], service[Service.Length..])
                : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
