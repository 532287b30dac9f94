using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Linting;

/// <summary>One DER element with its place in the input, so that a lint can go on where strict reading stops. Read by <see cref="DerReader"/>.</summary>
internal sealed class DerElement
{
    private const int MostChildren = 4096;

    private List<DerElement>? _children;
    private bool _wereChildrenRead;

    private DerElement(Asn1Tag tag, int offset, ReadOnlyMemory<byte> encoded)
    {
        Tag = tag;
        Offset = offset;
        Encoded = encoded;
        int header = tag.CalculateEncodedSize();
        byte length = encoded.Span[header];
        header += length < 0x80 ? 1 : 1 + (length & 0x7F);
        Content = encoded[header..];
        ContentOffset = offset + header;
    }

    public Asn1Tag Tag { get; }

    public int Offset { get; }

    public int ContentOffset { get; }

    public ReadOnlyMemory<byte> Encoded { get; }

    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The elements inside; <see langword="null"/> unless it is constructed and all of them are well formed.</summary>
    public List<DerElement>? Children
    {
        get
        {
            if (!_wereChildrenRead)
            {
                _children = Tag.IsConstructed ? ReadAll(Content, ContentOffset) : null;
                _wereChildrenRead = true;
            }

            return _children;
        }
    }

    /// <summary>The child at a place, or <see langword="null"/>.</summary>
    public DerElement? this[int index] => Children is { } children && index < children.Count ? children[index] : null;

    public bool Is(UniversalTagNumber number) => Tag.HasSameClassAndValue(new Asn1Tag(number));

    public bool IsContext(int number) => Tag.HasSameClassAndValue(DerTags.Context(number));

    /// <summary>The one element that the bytes are; <see langword="null"/> for anything else.</summary>
    public static DerElement? ReadOne(ReadOnlyMemory<byte> bytes, int offset) =>
        TryReadNext(bytes, offset) is { } element && element.Encoded.Length == bytes.Length ? element : null;

    /// <summary>The element that the bytes begin with; <see langword="null"/> when they do not.</summary>
    public static DerElement? TryReadNext(ReadOnlyMemory<byte> bytes, int offset)
    {
        try
        {
            DerReader reader = new(bytes);
            Asn1Tag tag = reader.PeekTag();
            return new DerElement(tag, offset, reader.ReadEncoded());
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    public delegate T Reading<T>(ref DerReader reader);

    /// <summary>A value by the strict reader; <see langword="default"/> when it refuses.</summary>
    public T? Value<T>(Reading<T> read)
    {
        try
        {
            DerReader reader = new(Encoded);
            T value = read(ref reader);
            reader.End();
            return value;
        }
        catch (AsnContentException)
        {
            return default;
        }
    }

    /// <summary>An OBJECT IDENTIFIER, dotted; <see langword="null"/> when it is none.</summary>
    public string? Oid => Value((ref DerReader reader) => reader.ReadOid());

    private static List<DerElement>? ReadAll(ReadOnlyMemory<byte> bytes, int offset)
    {
        List<DerElement> elements = [];
        while (!bytes.IsEmpty)
        {
            if (elements.Count == MostChildren || TryReadNext(bytes, offset) is not { } next)
            {
                return null;
            }

            elements.Add(next);
            bytes = bytes[next.Encoded.Length..];
            offset += next.Encoded.Length;
        }

        return elements;
    }
}
