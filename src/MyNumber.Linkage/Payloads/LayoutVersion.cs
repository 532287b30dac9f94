using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Payloads;

/// <summary>Which edition of the data layout (特定個人情報データ標準レイアウト) an item set follows, such as <c>2026-07</c>.</summary>
/// <remarks>Layouts are revised every year and are not public in machine-readable form; the text is the user's own. 1 to 64 printable ASCII characters without
/// spaces. <see langword="default"/> is empty.</remarks>
public readonly record struct LayoutVersion
{
    private readonly string? _text;

    /// <summary>Makes a version.</summary>
    /// <param name="text">The version as text.</param>
    /// <exception cref="ArgumentException">The text is not 1 to 64 printable ASCII characters without spaces.</exception>
    public LayoutVersion(string text) => _text = OpaqueText.Require(text);

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _text is null;

    /// <summary>Makes a version when the text is one.</summary>
    /// <param name="text">A text.</param>
    /// <param name="version">The version, or empty.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryCreate(string? text, out LayoutVersion version)
    {
        version = OpaqueText.IsOne(text) ? new LayoutVersion(text) : default;
        return !version.IsEmpty;
    }

    /// <summary>The text.</summary>
    /// <returns>The text, or an empty one.</returns>
    public override string ToString() => _text ?? string.Empty;
}
