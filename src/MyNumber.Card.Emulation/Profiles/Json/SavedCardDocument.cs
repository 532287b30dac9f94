using System.Text.Json;

namespace MyNumber.Card.Emulation.Profiles.Json;

/// <summary>The JSON form of a whole card: its profile and everything that survives power-off.</summary>
internal sealed class SavedCardDocument
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required JsonElement Profile { get; init; }

    /// <summary>Bytes of files by path (<c>jpki/0001</c>) and of data objects (<c>issuer#0042</c>), in Base64.</summary>
    public required Dictionary<string, byte[]> Contents { get; init; }

    public required Dictionary<string, PinDocument> Pins { get; init; }

    /// <summary>PKCS#8 by purpose, in Base64.</summary>
    public required Dictionary<string, byte[]> Keys { get; init; }

    public required SlotDocument[] FreeArea { get; init; }

    internal sealed class PinDocument
    {
        public required byte[] Secret { get; init; }

        public required int MaximumTries { get; init; }

        public required int TriesLeft { get; init; }
    }

    internal sealed class SlotDocument
    {
        public required int Number { get; init; }

        public required string Owner { get; init; }

        public required int Basis { get; init; }

        public required string Ground { get; init; }

        public required DateOnly ValidUntil { get; init; }

        public required bool HasPin { get; init; }

        public required SlotFileDocument[] Files { get; init; }
    }

    internal sealed class SlotFileDocument
    {
        public required int Id { get; init; }

        public required int Size { get; init; }

        public required bool NeedsPinToRead { get; init; }

        public required bool IsWritable { get; init; }
    }
}
