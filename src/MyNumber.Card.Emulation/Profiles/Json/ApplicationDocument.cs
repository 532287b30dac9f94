namespace MyNumber.Card.Emulation.Profiles.Json;

/// <summary>One application: either <see cref="Embedded"/> alone, or name, AID and files.</summary>
internal sealed class ApplicationDocument
{
    /// <summary>Name of an application document inside this package.</summary>
    public string? Embedded { get; init; }

    public string? Name { get; init; }

    public string? Aid { get; init; }

    public SessionKeyDocument? SessionKey { get; init; }

    /// <summary>What GET DATA gives out.</summary>
    public DataDocument[]? Data { get; init; }

    public FileDocument[]? Files { get; init; }

    /// <summary>What SET SESSION KEY does: the PIN files of which any allows it, or a status word.</summary>
    internal sealed class SessionKeyDocument
    {
        public string[]? Open { get; init; }

        public string? Refusal { get; init; }
    }

    internal sealed class DataDocument
    {
        public required string Tag { get; init; }

        public required string Content { get; init; }

        /// <summary>Bytes of a <c>fixed</c> content.</summary>
        public string? Hex { get; init; }
    }
}
