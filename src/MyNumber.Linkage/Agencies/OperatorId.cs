namespace MyNumber.Linkage.Agencies;

/// <summary>A member of an agency's staff (職員), by the agency's own handle.</summary>
/// <remarks>No name belongs into it. 1 to 64 printable ASCII characters without spaces; compared as they are. <see langword="default"/> is empty.</remarks>
public readonly record struct OperatorId : IComparable<OperatorId>
{
    private readonly string? _text;

    /// <summary>Makes an id.</summary>
    /// <param name="text">The id as text.</param>
    /// <exception cref="ArgumentException">The text is not 1 to 64 printable ASCII characters without spaces.</exception>
    public OperatorId(string text) => _text = OpaqueText.Require(text);

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _text is null;

    /// <summary>Makes an id when the text is one.</summary>
    /// <param name="text">A text.</param>
    /// <param name="id">The id, or empty.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryCreate(string? text, out OperatorId id)
    {
        id = OpaqueText.IsOne(text) ? new OperatorId(text) : default;
        return !id.IsEmpty;
    }

    /// <summary>Compares by code points; empty comes first.</summary>
    /// <param name="other">Another id.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(OperatorId other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The text.</summary>
    /// <returns>The text, or an empty one.</returns>
    public override string ToString() => _text ?? string.Empty;
}
