using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MyNumber.Jpki.Services;

/// <summary>One login challenge (チャレンジ): a nonce bound to an origin and a session, good once and for a short time.</summary>
/// <remarks>
/// <para>What the user-authentication key signs is <see cref="Message"/>, this text in UTF-8, each line ended by LF, the last one too:</para>
/// <code>
/// MyNumber SDK login challenge v1
/// purpose: prove the holder of a user-authentication certificate for login
/// origin: https://bank.example
/// nonce: 43 characters, base64url of 32 bytes
/// issued-at: 2026-11-21T00:00:00Z
/// </code>
/// <para>Where the holder approves a text (<see cref="Text"/>), the purpose is another and the text follows, after its length in bytes and an empty line:</para>
/// <code>
/// purpose: approve the text below as the holder of a user-authentication certificate
/// (origin, nonce and issued-at as above)
/// text-bytes: 24
///
/// the text, ended by LF
/// </code>
/// <para>The session stays on the server; it is compared and not signed. Immutable and thread safe. <see cref="ToString"/> is masked.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LoginChallenge
{
    /// <summary>The longest origin and session, in characters. The ceiling is this library's choice.</summary>
    public const int MaximumTextLength = 512;

    /// <summary>The longest text to be approved, in characters: one screen of a phone. The ceiling is this library's choice.</summary>
    public const int MaximumApprovedTextLength = 2000;

    private const int IdLength = 43;
    private const string Heading = "MyNumber SDK login challenge v1";
    private const string ApprovalPurpose = "approve the text below as the holder of a user-authentication certificate";
    private const string Purpose = "prove the holder of a user-authentication certificate for login";

    /// <summary>Restores a challenge that a store kept; new ones come from <see cref="LoginChallenges"/>.</summary>
    /// <param name="id">The nonce: 43 characters of base64url.</param>
    /// <param name="origin">The origin, printable ASCII without space, as the browser or app states it.</param>
    /// <param name="session">The session or transaction on the server; not empty.</param>
    /// <param name="issuedAt">When it was issued; fractions of a second are dropped.</param>
    /// <param name="expiresAt">The first instant at which it is too old.</param>
    /// <param name="text">The text that the holder approves, or <see langword="null"/> for a login.</param>
    /// <exception cref="ArgumentException">A text has another shape.</exception>
    public LoginChallenge(string id, string origin, string session, DateTimeOffset issuedAt, DateTimeOffset expiresAt, string? text = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(origin);
        ArgumentException.ThrowIfNullOrEmpty(session);
        if (id.Length != IdLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException("The nonce is 43 characters of base64url.", nameof(id));
        }

        if (origin.Length > MaximumTextLength || origin.AsSpan().ContainsAnyExceptInRange('!', '~') || session.Length > MaximumTextLength)
        {
            throw new ArgumentException("The origin is printable ASCII without space; origin and session have a longest length.");
        }

        if (text is not null && !IsShowable(text))
        {
            throw new ArgumentException("The text has 1 to 2000 characters, no control but line feed, nothing that turns the direction of writing.", nameof(text));
        }

        Id = id;
        Text = text;
        Origin = origin;
        Session = session;
        IssuedAt = issuedAt.ToUniversalTime().AddTicks(-(issuedAt.Ticks % TimeSpan.TicksPerSecond));
        ExpiresAt = expiresAt;
        Message = Write();
    }

    /// <summary>The nonce, which is also the name under which the challenge is kept.</summary>
    public string Id { get; }

    /// <summary>The origin that it was issued for.</summary>
    public string Origin { get; }

    /// <summary>The session or transaction that it was issued for.</summary>
    public string Session { get; }

    /// <summary>The text that the holder sees and approves; <see langword="null"/> for a login. It may be personal.</summary>
    public string? Text { get; }

    /// <summary>When it was issued, whole seconds, UTC.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>The first instant at which it is too old.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The bytes to be signed with the user-authentication key (SHA-256, RSASSA-PKCS1-v1_5 with DigestInfo; with a key on a curve ECDSA with the curve's hash, as Ecdsa-Sig-Value).</summary>
    public ReadOnlyMemory<byte> Message { get; }

    /// <summary>A mask; neither nonce nor session is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "LoginChallenge(***)";

    private byte[] Write()
    {
        string issuedAt = IssuedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string purpose = Text is null ? Purpose : ApprovalPurpose;
        string tail = Text is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"text-bytes: {Encoding.UTF8.GetByteCount(Text)}\n\n{Text}\n");
        return Encoding.UTF8.GetBytes($"{Heading}\npurpose: {purpose}\norigin: {Origin}\nnonce: {Id}\nissued-at: {issuedAt}\n{tail}");
    }

    // What is signed must be what was seen: no half characters, no controls, no marks that turn or hide text (Unicode UAX #9 explicit formatting, and zero width).
    private static bool IsShowable(string text)
    {
        if (text.Length is 0 or > MaximumApprovedTextLength)
        {
            return false;
        }

        for (int at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out Rune rune) || (rune.Value != '\n' && Rune.IsControl(rune)) || IsHidden(rune.Value))
            {
                return false;
            }

            at += rune.Utf16SequenceLength;
        }

        return true;
    }

    private static bool IsHidden(int character) =>
        character is (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x061C or 0xFEFF;
}
