namespace MyNumber.Card.Emulation.Replay;

/// <summary>Tag and length of an object: tags of one or two bytes, lengths of one to four.</summary>
internal readonly struct TlvHead
{
    private TlvHead(int tag, bool constructed, int size, long length)
    {
        Tag = tag;
        IsConstructed = constructed;
        Size = size;
        Length = length;
    }

    public int Tag { get; }

    public bool IsConstructed { get; }

    /// <summary>Bytes of tag and length.</summary>
    public int Size { get; }

    public long Length { get; }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out TlvHead head)
    {
        head = default;
        if (bytes.Length < 2)
        {
            return false;
        }

        bool wide = (bytes[0] & 0x1F) == 0x1F;
        int at = wide ? 2 : 1;
        int tag = wide ? (bytes[0] << 8) | bytes[1] : bytes[0];
        if ((wide && bytes[1] >= 0x80) || bytes.Length <= at)
        {
            return false;
        }

        long length = bytes[at++];
        if (length >= 0x80)
        {
            int count = (int)length - 0x80;
            if (count is 0 or > 3 || bytes.Length < at + count)
            {
                return false;
            }

            length = 0;
            foreach (byte digit in bytes.Slice(at, count))
            {
                length = (length << 8) | digit;
            }

            at += count;
        }

        head = new TlvHead(tag, (bytes[0] & 0x20) != 0, at, length);
        return true;
    }
}
