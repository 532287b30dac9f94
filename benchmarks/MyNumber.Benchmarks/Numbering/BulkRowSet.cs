namespace MyNumber.Benchmarks.Numbering;

/// <summary>One seeded set of rows in the four forms that <see cref="BulkValidation"/> reads; a row is good or bad in all of them.</summary>
internal sealed class BulkRowSet
{
    private static readonly int[] Weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    private readonly byte[] _lines;
    private readonly byte[] _corporateLines;
    private readonly int _linesLength;
    private readonly int _corporateLength;

    public BulkRowSet(Random random, int rows, int badPercent, bool mixed)
    {
        Packed = new byte[rows * 12];
        RecordsOf13 = new byte[rows * 13];
        _lines = new byte[rows * 13];
        _corporateLines = new byte[rows * 14];
        int lines = 0;
        int corporateLines = 0;
        Span<byte> corporate = stackalloc byte[13];
        for (int row = 0; row < rows; row++)
        {
            Span<byte> number = Packed.AsSpan(row * 12, 12);
            WriteIndividual(random, number);
            WriteCorporate(random, corporate);
            bool bad = random.Next(100) < badPercent;
            bool isShort = bad && Spoil(random, mixed, number, corporate);
            BadRows += bad ? 1 : 0;
            number.CopyTo(RecordsOf13.AsSpan(row * 13));
            RecordsOf13[(row * 13) + 12] = (byte)'\n';
            Append(_lines, ref lines, isShort ? number[..^1] : number);
            Append(_corporateLines, ref corporateLines, isShort ? corporate[..^1] : corporate);
        }

        _linesLength = lines;
        _corporateLength = corporateLines;
    }

    public long BadRows { get; }

    public byte[] Packed { get; }

    public byte[] RecordsOf13 { get; }

    public ReadOnlySpan<byte> Lines => _lines.AsSpan(0, _linesLength);

    public ReadOnlySpan<byte> CorporateLines => _corporateLines.AsSpan(0, _corporateLength);

    /// <summary>Makes a row bad: another check digit, or in the mix with the same chance a letter or a digit too few, which a record fills up with a space.</summary>
    private static bool Spoil(Random random, bool mixed, Span<byte> number, Span<byte> corporate)
    {
        switch (mixed ? random.Next(3) : 0)
        {
            case 0:
                number[11] = (byte)('0' + ((number[11] - '0' + 5) % 10));
                corporate[0] = (byte)('1' + ((corporate[0] - '1' + 5) % 9));
                return false;
            case 1:
                number[random.Next(12)] = (byte)'x';
                corporate[random.Next(13)] = (byte)'x';
                return false;
            default:
                number[11] = (byte)' ';
                corporate[12] = (byte)' ';
                return true;
        }
    }

    private static void Append(byte[] lines, ref int length, ReadOnlySpan<byte> number)
    {
        number.CopyTo(lines.AsSpan(length));
        length += number.Length;
        lines[length++] = (byte)'\n';
    }

    private static void WriteIndividual(Random random, Span<byte> number)
    {
        int sum = 0;
        for (int i = 0; i < 11; i++)
        {
            int digit = random.Next(10);
            number[i] = (byte)('0' + digit);
            sum += digit * Weights[i];
        }

        number[11] = (byte)('0' + (sum % 11 <= 1 ? 0 : 11 - (sum % 11)));
    }

    private static void WriteCorporate(Random random, Span<byte> number)
    {
        int sum = 0;
        for (int i = 1; i < 13; i++)
        {
            int digit = i == 1 ? random.Next(1, 6) : random.Next(10);
            number[i] = (byte)('0' + digit);
            sum += digit * (1 + (i & 1));
        }

        number[0] = (byte)('0' + 9 - (sum % 9));
    }
}
