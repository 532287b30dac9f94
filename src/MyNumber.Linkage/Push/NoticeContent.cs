using System.Diagnostics;
using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.Push;

/// <summary>What a notice (お知らせ) says.</summary>
/// <remarks>Immutable. It is personal; debugger and text show a mask.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record NoticeContent
{
    /// <summary>Most characters of a title. The ceiling is ours.</summary>
    public const int LongestTitle = 200;

    /// <summary>Most characters of a text. The ceiling is ours.</summary>
    public const int LongestText = 8_000;

    private const int Kind = 26;

    /// <summary>Makes a content.</summary>
    /// <param name="title">The title; not blank.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The title is blank, or one of both is too long.</exception>
    public NoticeContent(string title, string text)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        (Title, Text) = IsOne(title, text) ? (title, text) : throw new ArgumentException("A notice has a title of at most 200 and a text of at most 8,000 characters.", nameof(title));
    }

    /// <summary>The title.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Title { get; }

    /// <summary>The text.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Text { get; }

    /// <summary>Reads a content; never throws for what the bytes are.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    /// <returns>The content, or <see langword="null"/>.</returns>
    public static NoticeContent? TryRead(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, Kind, from =>
    {
        (string title, string text) = (from.Text(), from.Text());
        return IsOne(title, text) ? new NoticeContent(title, text) : from.Spoil<NoticeContent>()!;
    });

    /// <summary>Writes the content.</summary>
    /// <returns>DER.</returns>
    public byte[] ToBytes() => MessageWriter.Write(Kind, to => to.Text(Title).Text(Text));

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "notice ***";

    private static bool IsOne(string title, string text) => !string.IsNullOrWhiteSpace(title) && title.Length <= LongestTitle && text.Length <= LongestText;
}
