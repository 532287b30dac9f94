using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace MyNumber.Jpki.Services;

/// <summary>What the holder of a card signs for a service: for whom, from where, once, and which text.</summary>
/// <remarks>
/// <para>The signed bytes are this text in UTF-8, each line ended by LF, the last one too:</para>
/// <code>
/// MyNumber SDK holder statement v1
/// purpose: prove the holder of a user-authentication certificate for login
/// origin: https://bank.example
/// audience: https://bank.example
/// nonce: 43 characters, base64url of 32 bytes
/// issued-at: 2026-11-21T00:00:00Z
/// </code>
/// <para>For an approval and for an application (<see cref="StatementPurpose"/>) the purpose is another and the text follows, after its length in bytes and an empty line:</para>
/// <code>
/// purpose: approve the text below as the holder of a user-authentication certificate
/// purpose: apply with the text below as the holder of a signature certificate
/// (origin, audience, nonce and issued-at as above)
/// text-bytes: 24
///
/// the text, ended by LF
/// </code>
/// <para>A program that holds the card composes the statement itself: the origin is the one that it saw, never one that the page told.
/// The format is this library's own. Immutable and thread safe; <see cref="ToString"/> is masked.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class HolderStatement
{
    /// <summary>The longest origin and audience, in characters. The ceiling is this library's choice.</summary>
    public const int MaximumNameLength = 512;

    /// <summary>The longest text to be approved, in characters: one screen of a phone. The ceiling is this library's choice.</summary>
    public const int MaximumApprovedTextLength = 2000;

    /// <summary>The longest text of an application, in characters. The ceiling is this library's choice.</summary>
    public const int MaximumApplicationTextLength = 16384;

    private const int NonceTextLength = 43; // 32 bytes in base64url
    private const string Heading = "MyNumber SDK holder statement v1";

    /// <summary>Composes a statement.</summary>
    /// <param name="purpose">What the holder is asked for.</param>
    /// <param name="origin">Where the holder is asked, such as <c>https://bank.example</c>: printable ASCII without space.</param>
    /// <param name="audience">Which service may accept it; the same shape as an origin.</param>
    /// <param name="nonce">43 characters of base64url, as 32 bytes give them.</param>
    /// <param name="issuedAt">When it was asked; fractions of a second are dropped.</param>
    /// <param name="text">The text of an approval or an application, exactly as shown; <see langword="null"/> for the other purposes. No control but line feed, nothing that turns the direction of writing.</param>
    /// <exception cref="ArgumentException">A text has another shape.</exception>
    public HolderStatement(StatementPurpose purpose, string origin, string audience, string nonce, DateTimeOffset issuedAt, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(nonce);
        Require(IsName(origin), "The origin is printable ASCII without space, 1 to 512 characters.", nameof(origin));
        Require(IsName(audience), "The audience is printable ASCII without space, 1 to 512 characters.", nameof(audience));
        Require(IsNonce(nonce), "The nonce is 43 characters of base64url.", nameof(nonce));
        Require(Enum.IsDefined(purpose), "The purpose is one of the enumeration's.", nameof(purpose));
        Require((text is not null) == HasText(purpose), "Approvals and applications have a text, and nothing else has.", nameof(text));
        Require(text is null || IsShowable(text, purpose), "The text has 1 to 2000 characters (an application 16384), no control but line feed, nothing that turns the direction of writing.", nameof(text));
        Purpose = purpose;
        Origin = origin;
        Audience = audience;
        Nonce = nonce;
        IssuedAt = issuedAt.ToUniversalTime().AddTicks(-(issuedAt.Ticks % TimeSpan.TicksPerSecond));
        Text = text;
        Message = Write();
    }

    /// <summary>What the holder is asked for.</summary>
    public StatementPurpose Purpose { get; }

    /// <summary>Where the holder is asked.</summary>
    public string Origin { get; }

    /// <summary>Which service may accept it.</summary>
    public string Audience { get; }

    /// <summary>What makes it good once.</summary>
    public string Nonce { get; }

    /// <summary>When it was asked, whole seconds, UTC.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>The text that the holder sees and approves; <see langword="null"/> for a login. It may be personal.</summary>
    public string? Text { get; }

    /// <summary>The bytes to be signed. With the user-authentication key: SHA-256, RSASSA-PKCS1-v1_5 with DigestInfo; with a key on a curve ECDSA with the curve's hash, as Ecdsa-Sig-Value.
    /// For an application: the content of a CMS SignedData under the signature key.</summary>
    public ReadOnlyMemory<byte> Message { get; }

    /// <summary>A mask; the nonce is not in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "HolderStatement(***)";

    private static void Require(bool condition, string message, string name)
    {
        if (!condition)
        {
            throw new ArgumentException(message, name);
        }
    }

    /// <summary>Whether a text may stand as origin or audience: printable ASCII without space, 1 to 512 characters.</summary>
    /// <param name="name">The text, from outside.</param>
    /// <returns>Whether a statement takes it.</returns>
    public static bool IsName([NotNullWhen(true)] string? name) => name?.Length is > 0 and <= MaximumNameLength && !name.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>Whether a text from outside has the shape of a nonce.</summary>
    internal static bool IsNonce(string nonce) => nonce.Length == NonceTextLength && nonce.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private byte[] Write()
    {
        string issuedAt = IssuedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string tail = Text is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"text-bytes: {Encoding.UTF8.GetByteCount(Text)}\n\n{Text}\n");
        return Encoding.UTF8.GetBytes($"{Heading}\npurpose: {Words(Purpose)}\norigin: {Origin}\naudience: {Audience}\nnonce: {Nonce}\nissued-at: {issuedAt}\n{tail}");
    }

    private static bool HasText(StatementPurpose purpose) => purpose is StatementPurpose.Approval or StatementPurpose.Application;

    private static string Words(StatementPurpose purpose) => purpose switch
    {
        StatementPurpose.Approval => "approve the text below as the holder of a user-authentication certificate",
        StatementPurpose.Application => "apply with the text below as the holder of a signature certificate",
        StatementPurpose.CertificateHandover => "hand over a signature certificate to fill in a form",
        _ => "prove the holder of a user-authentication certificate for login",
    };

    // What is signed must be what was seen: no half characters, no controls, nothing that turns or hides text.
    private static bool IsShowable(string text, StatementPurpose purpose)
    {
        if (text.Length == 0 || text.Length > (purpose == StatementPurpose.Application ? MaximumApplicationTextLength : MaximumApprovedTextLength))
        {
            return false;
        }

        for (int at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out Rune rune) || (rune.Value != '\n' && !ShownText.CanShow(rune)))
            {
                return false;
            }

            at += rune.Utf16SequenceLength;
        }

        return true;
    }
}
