using System.Security.Cryptography;

namespace MyNumber.Card.Sessions;

/// <summary>What COMPUTE DIGITAL SIGNATURE does before it exponentiates: P1 as a row of data.</summary>
/// <remarks>Immutable and thread safe. Source: project research notes; P1 = 00 has ten or more sources, 01 to 05 have one, measured on a test card. The hash is always SHA-256
/// where the card makes or wraps one. The salt length of the PSS modes is not told by any source.</remarks>
public sealed class CardSigningMode
{
    private CardSigningMode(string name, byte parameter, CardSigningInput input, RSASignaturePadding? padding, FactConfidence confidence)
    {
        Name = name;
        Parameter = parameter;
        Input = input;
        Padding = padding;
        Confidence = confidence;
    }

    /// <summary>P1 = 00: a block of 1–245 bytes, normally a DigestInfo, padded by PKCS#1 v1.5 as it is. Confirmed.</summary>
    public static CardSigningMode Block { get; } = new("block", 0x00, CardSigningInput.Block, RSASignaturePadding.Pkcs1, FactConfidence.Confirmed);

    /// <summary>P1 = 01: a message; the bare SHA-256 is padded without DigestInfo, which no standard verifier takes. One source.</summary>
    public static CardSigningMode BareHashOfMessage { get; } = new("bare hash of a message", 0x01, CardSigningInput.Message, null, FactConfidence.OneSource);

    /// <summary>P1 = 02: a SHA-256 hash, wrapped in a DigestInfo and padded by PKCS#1 v1.5. One source.</summary>
    public static CardSigningMode Hash { get; } = new("hash", 0x02, CardSigningInput.Sha256, RSASignaturePadding.Pkcs1, FactConfidence.OneSource);

    /// <summary>P1 = 03: a message; its SHA-256 is wrapped in a DigestInfo and padded by PKCS#1 v1.5. One source.</summary>
    public static CardSigningMode Message { get; } = new("message", 0x03, CardSigningInput.Message, RSASignaturePadding.Pkcs1, FactConfidence.OneSource);

    /// <summary>P1 = 04: a SHA-256 hash, signed by RSASSA-PSS. One source.</summary>
    public static CardSigningMode PssHash { get; } = new("hash, PSS", 0x04, CardSigningInput.Sha256, RSASignaturePadding.Pss, FactConfidence.OneSource);

    /// <summary>P1 = 05: a message; its SHA-256 is signed by RSASSA-PSS. One source.</summary>
    public static CardSigningMode PssMessage { get; } = new("message, PSS", 0x05, CardSigningInput.Message, RSASignaturePadding.Pss, FactConfidence.OneSource);

    /// <summary>The six modes in the order of P1.</summary>
    public static IReadOnlyList<CardSigningMode> All { get; } = [Block, BareHashOfMessage, Hash, Message, PssHash, PssMessage];

    /// <summary>A name for people and messages.</summary>
    public string Name { get; }

    /// <summary>P1.</summary>
    public byte Parameter { get; }

    /// <summary>What the card takes.</summary>
    public CardSigningInput Input { get; }

    /// <summary>How a verifier checks the signature, or <see langword="null"/> when no standard one can.</summary>
    public RSASignaturePadding? Padding { get; }

    /// <summary>How well the mode is known.</summary>
    public FactConfidence Confidence { get; }

    /// <summary>The most input bytes.</summary>
    public int MaximumLength => Input switch { CardSigningInput.Sha256 => 32, CardSigningInput.Message => 255, _ => CardSession.MaximumSignatureInput };

    /// <summary>The fewest input bytes.</summary>
    public int MinimumLength => Input == CardSigningInput.Sha256 ? 32 : 1;

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
