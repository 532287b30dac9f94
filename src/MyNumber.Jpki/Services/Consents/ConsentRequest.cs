using System.Buffers.Text;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MyNumber.Jpki.Services.Consents;

/// <summary>A consent that a customer is asked for: the provision of the latest four attributes (最新の基本４情報の提供 同意) for one service.</summary>
/// <remarks>
/// <para>What the signature key signs is <see cref="Content"/>, this text in UTF-8, each line ended by LF:</para>
/// <code>
/// MyNumber SDK consent to the latest four attributes v1
/// consent: 43 characters, base64url of 32 bytes
/// service: the service for which it is given
/// explanation: the version of the explanation that was shown
/// asked-at: 2026-11-21T00:00:00Z
/// </code>
/// <para>The form is this library's own. The one that goes to the authority is an XML document whose specification is not public (only the beginning of its root element's
/// name is known, from one source); who has it signs that and keeps this class for what belongs to it. <see cref="ToString"/> is masked.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ConsentRequest
{
    /// <summary>The longest service name and explanation version, in characters. The ceiling is this library's choice.</summary>
    public const int MaximumTextLength = 200;

    private const string Heading = "MyNumber SDK consent to the latest four attributes v1";
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int NonceLength = 32, MaximumContentLength = 4096;

    private static readonly string[] Names = ["consent: ", "service: ", "explanation: ", "asked-at: "];

    private ConsentRequest(string id, string service, string explanation, DateTimeOffset askedAt)
    {
        Id = id;
        Service = service;
        Explanation = explanation;
        AskedAt = askedAt;
        string time = askedAt.ToString(TimeForm, CultureInfo.InvariantCulture);
        Content = Encoding.UTF8.GetBytes($"{Heading}\nconsent: {id}\nservice: {service}\nexplanation: {explanation}\nasked-at: {time}\n");
    }

    /// <summary>Under which the consent is known, at the authority too: 43 characters of base64url.</summary>
    public string Id { get; }

    /// <summary>The service for which it is given; a consent for one service is none for another.</summary>
    public string Service { get; }

    /// <summary>Version of the explanation that was shown. Fifteen items must be explained (one source); their text is yours.</summary>
    public string Explanation { get; }

    /// <summary>When it was asked, whole seconds, UTC.</summary>
    public DateTimeOffset AskedAt { get; }

    /// <summary>The bytes that are signed with the signature certificate, as CMS with this content.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Makes a request. Keep it, or its <see cref="Content"/>, with the session until the signed consent comes.</summary>
    /// <param name="service">The service; one line.</param>
    /// <param name="explanation">Version of the explanation; one line.</param>
    /// <param name="random">A cryptographic source.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">A text is empty, too long, or has control characters, line separators or half characters.</exception>
    public static ConsentRequest Create(string service, string explanation, RandomNumberGenerator random, TimeProvider clock)
    {
        ThrowIfNoLine(service, nameof(service));
        ThrowIfNoLine(explanation, nameof(explanation));
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(clock);
        Span<byte> nonce = stackalloc byte[NonceLength];
        random.GetBytes(nonce);
        DateTimeOffset now = clock.GetUtcNow();
        return new ConsentRequest(Base64Url.EncodeToString(nonce), service, explanation, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)));
    }

    /// <summary>Restores a request from its content, for example in another process. Give it what this service kept, never what came with the signature.</summary>
    /// <param name="content">The bytes of <see cref="Content"/>.</param>
    /// <param name="request">The request, or <see langword="null"/>.</param>
    /// <returns>Whether these are the bytes of a request. No input throws.</returns>
    public static bool TryParse(ReadOnlySpan<byte> content, [NotNullWhen(true)] out ConsentRequest? request)
    {
        request = null;
        string[] lines = content.Length <= MaximumContentLength ? Encoding.UTF8.GetString(content).Split('\n') : [];
        if (lines.Length != Names.Length + 2 || !Names.Index().All(name => lines[name.Index + 1].StartsWith(name.Item, StringComparison.Ordinal)))
        {
            return false;
        }

        string[] values = [.. Names.Index().Select(name => lines[name.Index + 1][name.Item.Length..])];
        if (!IsId(values[0]) || !IsLine(values[1]) || !IsLine(values[2])
            || !DateTimeOffset.TryParseExact(values[3], TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset askedAt))
        {
            return false;
        }

        ConsentRequest read = new(values[0], values[1], values[2], askedAt);
        request = read.Content.Span.SequenceEqual(content) ? read : null;
        return request is not null;
    }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "ConsentRequest(***)";

    private static bool IsId(string text)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        return Base64Url.IsValid(text, out int length) && length == NonceLength && Base64Url.TryDecodeFromChars(text, nonce, out _) && Base64Url.EncodeToString(nonce) == text;
    }

    private static bool IsLine(string text) =>
        !string.IsNullOrWhiteSpace(text) && PlainText.IsPlain(text, MaximumTextLength) && !text.AsSpan().ContainsAny('\u2028', '\u2029');

    private static void ThrowIfNoLine(string text, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        if (!IsLine(text))
        {
            throw new ArgumentException("One line of 1 to 200 characters is needed.", name);
        }
    }
}
