using MyNumber.Card.Emulation.Access;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>An application as a profile describes it.</summary>
internal sealed record ApplicationDefinition(string Name, byte[] Identifier, FileDefinition[] Files)
{
    /// <summary>What GET DATA gives out.</summary>
    public DataDefinition[] Data { get; init; } = [];

    /// <summary>What SET SESSION KEY does; null when the profile does not say.</summary>
    public SessionKeyDefinition? SessionKey { get; init; }

    /// <summary>A data object: its tag and the name of its content, or the bytes themselves.</summary>
    internal sealed record DataDefinition(ushort Tag, string Content, byte[] Fixed);

    /// <summary>A session key is taken under a rule, or refused with a status word other than 0.</summary>
    internal sealed record SessionKeyDefinition(AccessRule Rule, ushort Refusal);
}
