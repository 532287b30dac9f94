using System.Diagnostics.CodeAnalysis;

namespace MyNumber.Linkage.Agencies;

/// <summary>What every id that is a text must be.</summary>
internal static class OpaqueText
{
    private const int MaxLength = 64;

    public static bool IsOne([NotNullWhen(true)] string? text) =>
        text is { Length: >= 1 and <= MaxLength } && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    public static string Require(string text) =>
        IsOne(text) ? text : throw new ArgumentException("An id has 1 to 64 printable ASCII characters and no space.", nameof(text));
}
