namespace MyNumber.Card.Tlv;

/// <summary>A record of a record file: SIMPLE-TLV (ISO/IEC 7816-4 §5.2.1), one byte of tag, one of length or <c>FF</c> and two.</summary>
internal static class SimpleTlv
{
    /// <summary>The value of a record that is one object and nothing else.</summary>
    /// <exception cref="CardDataException">Another form.</exception>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> record, byte? tag, string what)
    {
        int head = record.Length > 1 && record[1] == 0xFF ? 4 : 2;
        if (record.Length < head || (tag is byte wanted && record[0] != wanted))
        {
            throw new CardDataException($"The {what} is not the expected object.");
        }

        int length = head == 4 ? (record[2] << 8) | record[3] : record[1];
        return length == record.Length - head ? record[head..] : throw new CardDataException($"The {what} does not have the length that it tells.");
    }
}
