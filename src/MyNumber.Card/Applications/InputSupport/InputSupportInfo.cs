using MyNumber.Card.Certificates;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications.InputSupport;

/// <summary>AP基本情報 (EF 0005, object FF40) of the input-support application. Free to read; nothing in it is signed.</summary>
/// <remarks>Immutable. Source: project research notes, three sources for the structure.</remarks>
public sealed class InputSupportInfo
{
    private InputSupportInfo(TlvSequence file)
    {
        Version = CardApplicationVersion.Read(file[0xDF41].Span, "version DF41 in file 0005");
        KeyId = CardKeyId.Read(file[0xDF42].Span, "key DF42 in file 0005");
        Opaque = file[0xDF43].ToArray();
    }

    /// <summary>DF41.</summary>
    public CardApplicationVersion Version { get; }

    /// <summary>DF42: the name of a key, such as 6000034/001. It is not the key that signs the files; what it names is not known.</summary>
    public CardKeyId KeyId { get; }

    /// <summary>DF43: 32 bytes and 96 of filler. What they mean is not known; they are no hash of a file.</summary>
    public ReadOnlyMemory<byte> Opaque { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="file">The object; filler may follow.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="CardDataException">Another form.</exception>
    public static InputSupportInfo Read(ReadOnlyMemory<byte> file) => new(TlvSequence.Read("File 0005", file, 0xFF40, 0xDF41, 0xDF42, 0xDF43));
}
