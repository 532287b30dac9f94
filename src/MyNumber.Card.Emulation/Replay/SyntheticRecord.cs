namespace MyNumber.Card.Emulation.Replay;

/// <summary>Records (READ RECORD) for a transcript: the record of the common application keeps its form, others are bare values.</summary>
internal static class SyntheticRecord
{
    // 01 1C: serial number (15 digits), municipality (5), expiry YYYYMMDD.
    private static readonly byte[] Identity = [0x01, 0x1C, .. "000000000000000"u8, .. "00000"u8, .. "20360101"u8];

    public static void Replace(Span<byte> record)
    {
        if (record.Length == Identity.Length && record.StartsWith(Identity.AsSpan(0, 2)) && !record[2..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            Identity.CopyTo(record);
        }
        else
        {
            SyntheticValue.Replace(0, record);
        }
    }
}
