namespace MyNumber.Card.Tlv;

/// <summary>Walks over the BER-TLV objects of one level, one after the other, without copying.</summary>
/// <remarks>It never reads past its bytes and never throws on content: an object that does not fit makes <see cref="IsMalformed"/> true and ends the walk.
/// To go a level deeper, start a new reader on a value; the depth is the caller's own, so content cannot raise it.</remarks>
public ref struct BerTlvReader
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>Starts at the first object.</summary>
    /// <param name="content">The bytes of one level; referenced, not copied.</param>
    public BerTlvReader(ReadOnlySpan<byte> content) => _rest = content;

    /// <summary>Whether the walk ended at bytes that are no object.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>The bytes that have not been read yet; after a file's outer object they are filler (<c>FF</c>).</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>Goes to the next object.</summary>
    /// <param name="tag">Its tag.</param>
    /// <param name="value">Its value, a view.</param>
    /// <returns><see langword="false"/> at the end and at malformed bytes.</returns>
    public bool TryRead(out ushort tag, out ReadOnlySpan<byte> value)
    {
        tag = 0;
        value = default;
        if (_rest.IsEmpty || IsMalformed)
        {
            return false;
        }

        if (BerTlvHeader.Parse(_rest, out BerTlvHeader header) != BerTlvHeaderResult.Complete || header.TotalLength > _rest.Length)
        {
            IsMalformed = true;
            return false;
        }

        tag = header.Tag;
        value = _rest[header.HeaderLength..header.TotalLength];
        _rest = _rest[header.TotalLength..];
        return true;
    }

    /// <summary>Finds the first object with a tag on this level, from where the walk stands.</summary>
    /// <param name="wanted">The tag.</param>
    /// <param name="value">Its value, a view.</param>
    /// <returns>Whether it was found before the end or malformed bytes.</returns>
    public bool TryFind(ushort wanted, out ReadOnlySpan<byte> value)
    {
        while (TryRead(out ushort tag, out value))
        {
            if (tag == wanted)
            {
                return true;
            }
        }

        return false;
    }
}
