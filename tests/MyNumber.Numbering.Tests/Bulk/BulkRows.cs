using MyNumber.Numbering.Bulk;

namespace MyNumber.Numbering.Tests.Bulk;

/// <summary>Synthetic rows, and an own plain verdict on a row that shares nothing with the code under test.</summary>
internal static class BulkRows
{
    public static int Digits(BulkNumberKind kind) => kind == BulkNumberKind.Individual ? 12 : 13;

    public static void WriteValid(BulkNumberKind kind, Random random, Span<byte> number)
    {
        for (int i = 0; i < number.Length; i++)
        {
            number[i] = (byte)('0' + random.Next(10));
        }

        if (kind == BulkNumberKind.Individual)
        {
            number[11] = CheckIndividual(number);
        }
        else
        {
            // A registry office (登記所) from 1000 to 4999: assigned by any reading of the structure.
            number[1] = (byte)('1' + random.Next(4));
            number[0] = CheckCorporate(number);
        }
    }

    public static NumberFault Verdict(BulkNumberKind kind, ReadOnlySpan<byte> row)
    {
        if (row.Length == 0)
        {
            return NumberFault.Empty;
        }

        if (row.Length > 64)
        {
            return NumberFault.TooLong;
        }

        foreach (byte b in row)
        {
            if (b is < 0x30 or > 0x39)
            {
                return NumberFault.ForbiddenCharacter;
            }
        }

        if (row.Length != Digits(kind))
        {
            return row.Length < Digits(kind) ? NumberFault.TooShort : NumberFault.TooLong;
        }

        if (kind == BulkNumberKind.Corporate && row[0] == 0x30)
        {
            return NumberFault.WrongStructure;
        }

        bool right = kind == BulkNumberKind.Individual ? row[11] == CheckIndividual(row) : row[0] == CheckCorporate(row);
        return right ? NumberFault.None : NumberFault.WrongCheckDigit;
    }

    // P(n), Q(n) as the ordinance numbers them, from the right.
    private static byte CheckIndividual(ReadOnlySpan<byte> number)
    {
        int sum = 0;
        for (int n = 1; n <= 11; n++)
        {
            sum += (number[11 - n] - '0') * (n <= 6 ? n + 1 : n - 5);
        }

        return (byte)('0' + (sum % 11 <= 1 ? 0 : 11 - (sum % 11)));
    }

    private static byte CheckCorporate(ReadOnlySpan<byte> number)
    {
        int sum = 0;
        for (int n = 1; n <= 12; n++)
        {
            sum += (number[13 - n] - '0') * (n % 2 == 1 ? 1 : 2);
        }

        return (byte)('0' + 9 - (sum % 9));
    }
}
