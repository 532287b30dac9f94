namespace MyNumber.Card.Emulation.Profiles.Json;

/// <summary>The JSON form of a card profile: applications and files with kind, size and access rules.</summary>
internal sealed class ProfileDocument
{
    public required string Name { get; init; }

    public required string AnswerToReset { get; init; }

    public required string TokenLabel { get; init; }

    public required ApplicationDocument[] Applications { get; init; }

    internal sealed class ApplicationDocument
    {
        public required string Name { get; init; }

        public required string Aid { get; init; }

        public required FileDocument[] Files { get; init; }
    }

    /// <summary>One file. An access list that is absent or empty means never; <c>always</c> means free; otherwise the PIN files of which any opens it.</summary>
    internal sealed class FileDocument
    {
        public required string Id { get; init; }

        /// <summary><c>transparent</c>, <c>pin</c> or <c>key</c>.</summary>
        public required string Kind { get; init; }

        public string? Content { get; init; }

        /// <summary>Bytes of a <c>fixed</c> content.</summary>
        public string? Hex { get; init; }

        /// <summary>Physical size of a transparent file; absent, the certificate size of the options.</summary>
        public int? Size { get; init; }

        public string? Secret { get; init; }

        /// <summary>Tries of a PIN file; absent, the matching-number tries of the options.</summary>
        public int? Tries { get; init; }

        public string? Key { get; init; }

        public string[]? Read { get; init; }

        public string[]? Verify { get; init; }

        public string[]? Change { get; init; }

        public string[]? Sign { get; init; }
    }
}
