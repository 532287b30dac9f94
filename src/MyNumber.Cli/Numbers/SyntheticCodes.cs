using System.Globalization;
using System.Security.Cryptography;
using MyNumber.Numbering;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Cli.Numbers;

/// <summary>Resident record codes (住民票コード) of a synthetic people: the places 0, 1, 2 … under a keyed permutation of ten digits, so none comes twice.</summary>
internal sealed class SyntheticCodes(ReadOnlySpan<byte> key) : IDisposable
{
    /// <summary>How many there are.</summary>
    public const long Count = 10_000_000_000;

    private readonly Ff1Permutation _permutation = new(key, radix: 10, length: 10, "mynumber codes"u8);

    /// <summary>Fills with the codes of the places from one on.</summary>
    public void Fill(long first, Span<ResidentRecordCode> codes)
    {
        long[] values = new long[codes.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = first + i;
        }

        _permutation.Permute(values);
        for (int i = 0; i < values.Length; i++)
        {
            codes[i] = Complete(values[i]);
        }
    }

    public void Dispose() => _permutation.Dispose();

    private static ResidentRecordCode Complete(long tenDigits)
    {
        Span<char> text = stackalloc char[11];
        ((tenDigits * 10) + ResidentRecordCodeCheckDigit.Compute(tenDigits)).TryFormat(text, out _, "00000000000", CultureInfo.InvariantCulture);
        return ResidentRecordCode.TryParse(text, out ResidentRecordCode code) ? code : throw new CryptographicException();
    }
}
