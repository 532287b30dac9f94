namespace MyNumber.Card.Tlv;

/// <summary>A file that is one outer object with a fixed row of inner objects, as the card's signed files are. Anything else is bad data: no unknown, missing, doubled or
/// reordered object, because a signature covers a run of them.</summary>
internal sealed class TlvSequence
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly ushort[] _tags;
    private readonly Range[] _values;
    private readonly int[] _starts;

    private TlvSequence(ReadOnlyMemory<byte> file, ushort[] tags)
    {
        _file = file;
        _tags = tags;
        _values = new Range[tags.Length];
        _starts = new int[tags.Length + 1];
    }

    /// <summary>The value of an object.</summary>
    public ReadOnlyMemory<byte> this[ushort tag] => _file[_values[IndexOf(tag)]];

    /// <summary>Reads a file.</summary>
    /// <param name="name">The file in words, for messages.</param>
    /// <param name="file">The file; referenced. What lies behind the outer object is filler.</param>
    /// <param name="outer">The outer tag.</param>
    /// <param name="tags">The inner tags in their order.</param>
    /// <exception cref="CardDataException">The file is built otherwise.</exception>
    public static TlvSequence Read(string name, ReadOnlyMemory<byte> file, ushort outer, params ushort[] tags)
    {
        TlvSequence sequence = new(file, tags);
        ReadOnlySpan<byte> bytes = file.Span;
        if (BerTlvHeader.Parse(bytes, out BerTlvHeader header) != BerTlvHeaderResult.Complete || header.Tag != outer || header.TotalLength > bytes.Length)
        {
            throw new CardDataException($"{name} does not hold object {outer:X2}.");
        }

        int at = header.HeaderLength, end = header.TotalLength;
        for (int i = 0; i < tags.Length; i++)
        {
            if (BerTlvHeader.Parse(bytes[at..end], out BerTlvHeader inner) != BerTlvHeaderResult.Complete || inner.Tag != tags[i] || inner.TotalLength > end - at)
            {
                throw new CardDataException($"{name} does not hold object {tags[i]:X2} where it belongs.");
            }

            sequence._starts[i] = at;
            sequence._values[i] = (at + inner.HeaderLength)..(at + inner.TotalLength);
            at += inner.TotalLength;
        }

        sequence._starts[^1] = at;
        return at == end ? sequence : throw new CardDataException($"{name} holds more objects than it should.");
    }

    /// <summary>The bytes from the tag of one object to the end of another, as signatures cover them.</summary>
    public ReadOnlySpan<byte> Run(ushort first, ushort last) => _file.Span[_starts[IndexOf(first)].._starts[IndexOf(last) + 1]];

    /// <summary>Where the tag of an object lies in the file.</summary>
    public int OffsetOf(ushort tag) => _starts[IndexOf(tag)];

    private int IndexOf(ushort tag) => Array.IndexOf(_tags, tag);
}
