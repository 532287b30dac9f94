using MyNumber.Card.Certificates;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications.Surface;

/// <summary>AP基本情報 (EF 0003, object FF30) of the surface application. Free to read; nothing in it is signed.</summary>
/// <remarks>Immutable. Source: project research notes, three sources for the structure.</remarks>
public sealed class SurfaceInfo
{
    private const int ReferenceLength = CardKeyId.Length + CardPublicKey.ModulusLength;

    private SurfaceInfo(TlvSequence file)
    {
        Version = CardApplicationVersion.Read(file[0xDF31].Span, "version DF31 in file 0003");
        KeyId = CardKeyId.Read(file[0xDF32].Span, "key DF32 in file 0003");
        FormatVersion = file[0xDF33].Length == 1 ? file[0xDF33].Span[0] : throw new CardDataException("The version DF33 in file 0003 does not have one byte.");
        Municipality = CardText.Digits(file[0xDF34].Span, 5, "municipality DF34 in file 0003");
        ReadOnlySpan<byte> reference = file[0xDF35].Span;
        if (reference.Length != ReferenceLength)
        {
            throw new CardDataException("The reference DF35 in file 0003 does not have 272 bytes.");
        }

        ReferenceKeyId = CardKeyId.Read(reference[..CardKeyId.Length], "key DF35 in file 0003");
        Reference = reference[CardKeyId.Length..].ToArray();
    }

    /// <summary>DF31.</summary>
    public CardApplicationVersion Version { get; }

    /// <summary>DF32: the name of a key, such as 6000024/001. What it names is not known.</summary>
    public CardKeyId KeyId { get; }

    /// <summary>DF33: 00 seen.</summary>
    public byte FormatVersion { get; }

    /// <summary>DF34: the issuing municipality, the first five digits of its 全国地方公共団体コード.</summary>
    public string Municipality { get; }

    /// <summary>DF35, first part: a name like a key's, such as 5900025/001.</summary>
    public CardKeyId ReferenceKeyId { get; }

    /// <summary>DF35, second part: 256 bytes whose meaning is not known.</summary>
    public ReadOnlyMemory<byte> Reference { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="file">The object; filler may follow.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="CardDataException">Another form.</exception>
    public static SurfaceInfo Read(ReadOnlyMemory<byte> file) => new(TlvSequence.Read("File 0003", file, 0xFF30, 0xDF31, 0xDF32, 0xDF33, 0xDF34, 0xDF35));
}
