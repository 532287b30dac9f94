namespace MyNumber.Numbering.Bulk;

/// <summary>Chooses the code for a kind of number and a path.</summary>
internal static class BulkBlocks
{
    public static int Length(BulkNumberKind kind) => kind switch
    {
        BulkNumberKind.Individual => IndividualRule.Length,
        BulkNumberKind.Corporate => CorporateRule.Length,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The parser's verdict. A row of a length that the parser looks at, with a byte too many or one that is no digit, is told without it.</summary>
    public static NumberFault Judge(BulkNumberKind kind, ReadOnlySpan<byte> row)
    {
        if (row.Length is > 0 and <= DigitReader.Ceiling)
        {
            if (row.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return NumberFault.ForbiddenCharacter;
            }

            if (row.Length != Length(kind))
            {
                return row.Length < Length(kind) ? NumberFault.TooShort : NumberFault.TooLong;
            }
        }

        return kind == BulkNumberKind.Individual ? IndividualRule.Judge(row) : CorporateRule.Judge(row);
    }

    public static NumberFault FaultOfDigits(BulkNumberKind kind, byte first) =>
        kind == BulkNumberKind.Individual ? IndividualRule.FaultOfDigits(first) : CorporateRule.FaultOfDigits(first);

    public static BlockOutcome Skip(BulkNumberKind kind, BulkPath path, ReadOnlySpan<byte> rows, long start, in RowGeometry geometry) => (path, kind) switch
    {
        (BulkPath.Avx2, BulkNumberKind.Individual) => Avx2Blocks.Skip<IndividualRule>(rows, start, geometry),
        (BulkPath.Avx2, _) => Avx2Blocks.Skip<CorporateRule>(rows, start, geometry),
        (BulkPath.Vector128, BulkNumberKind.Individual) => Vector128Blocks.Skip<IndividualRule>(rows, start, geometry),
        (BulkPath.Vector128, _) => Vector128Blocks.Skip<CorporateRule>(rows, start, geometry),
        _ => new BlockOutcome(start, 0, 0),
    };
}
