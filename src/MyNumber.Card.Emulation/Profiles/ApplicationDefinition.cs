namespace MyNumber.Card.Emulation.Profiles;

/// <summary>An application as a profile describes it.</summary>
internal sealed record ApplicationDefinition(string Name, byte[] Identifier, FileDefinition[] Files);
