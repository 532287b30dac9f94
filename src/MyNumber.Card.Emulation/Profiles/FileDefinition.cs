using MyNumber.Card.Emulation.Access;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>A file as a profile describes it, checked for its kind.</summary>
internal sealed record FileDefinition(ushort Id, FileKind Kind, string Path, AccessRules Access)
{
    /// <summary>Name of a transparent or record file's content.</summary>
    public string Content { get; init; } = string.Empty;

    /// <summary>Bytes of a fixed content.</summary>
    public byte[] Fixed { get; init; } = [];

    /// <summary>Physical size, or null for the options' certificate size.</summary>
    public int? Size { get; init; }

    /// <summary>Name of a PIN file's secret.</summary>
    public string Secret { get; init; } = string.Empty;

    /// <summary>Tries of a PIN file, or null for what the options say.</summary>
    public int? Tries { get; init; }

    public CardKeyPurpose Key { get; init; }

    /// <summary>Whether the key is the application's default key.</summary>
    public bool IsDefault { get; init; }
}
