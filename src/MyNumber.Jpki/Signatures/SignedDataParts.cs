namespace MyNumber.Jpki.Signatures;

/// <summary>SignedData (RFC 5652 §5.1) in pieces, each encoded as it stands.</summary>
internal sealed class SignedDataParts
{
    public int Version { get; init; }

    public List<ReadOnlyMemory<byte>> DigestAlgorithms { get; } = [];

    /// <summary>encapContentInfo.</summary>
    public ReadOnlyMemory<byte> EncapsulatedContent { get; set; }

    /// <summary>Certificates of every choice, attribute certificates too.</summary>
    public List<ReadOnlyMemory<byte>> Certificates { get; } = [];

    /// <summary>crls with its tag [1]; empty when absent.</summary>
    public ReadOnlyMemory<byte> Lists { get; set; }
}
