namespace MyNumber.Card.Emulation.Profiles.Json;

/// <summary>One file. An access list that is absent or empty means never; <c>always</c> means free; otherwise the PIN files of which any opens it.</summary>
internal sealed class FileDocument
{
    public required string Id { get; init; }

    /// <summary><c>transparent</c>, <c>record</c>, <c>pin</c>, <c>key</c> or <c>internal</c>.</summary>
    public required string Kind { get; init; }

    public string? Content { get; init; }

    /// <summary>Bytes of a <c>fixed</c> content.</summary>
    public string? Hex { get; init; }

    /// <summary>Physical size of a transparent file; absent, the certificate size of the options.</summary>
    public int? Size { get; init; }

    /// <summary>Whose value a PIN file holds; <c>none</c> is a reference that nothing opens.</summary>
    public string? Secret { get; init; }

    /// <summary>Tries of a PIN file; absent, what the options say for its secret.</summary>
    public int? Tries { get; init; }

    public string? Key { get; init; }

    /// <summary>Whether P2=00 of COMPUTE DIGITAL SIGNATURE means this key.</summary>
    public bool Default { get; init; }

    public string[]? Read { get; init; }

    public string[]? Verify { get; init; }

    public string[]? Change { get; init; }

    public string[]? ChangeKey { get; init; }

    public string[]? Sign { get; init; }

    public string[]? Authenticate { get; init; }

    public string[]? Update { get; init; }
}
