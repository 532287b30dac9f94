namespace MyNumber.Card.Emulation.Profiles.Json;

/// <summary>The JSON form of a card profile: applications and files with kind, size and access rules.</summary>
internal sealed class ProfileDocument
{
    public required string Name { get; init; }

    public required string AnswerToReset { get; init; }

    public required string TokenLabel { get; init; }

    /// <summary>Secrets that nobody has set on this kind of card: their references are blocked from the beginning.</summary>
    public string[]? UnsetSecrets { get; init; }

    public required ApplicationDocument[] Applications { get; init; }
}
