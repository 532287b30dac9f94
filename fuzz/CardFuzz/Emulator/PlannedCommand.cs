namespace MyNumber.CardFuzz.Emulator;

/// <summary>A command to send, with what only its author knows of it.</summary>
/// <param name="Bytes">The command as it was planned.</param>
/// <param name="Inside">The secret inside a protected command, which cannot be seen from outside.</param>
/// <param name="SessionKey">The key that this command delivers, if any.</param>
internal readonly record struct PlannedCommand(byte[] Bytes, CardSecrets Inside = CardSecrets.None, byte[]? SessionKey = null);
