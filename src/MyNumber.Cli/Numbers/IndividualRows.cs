using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Cli.Numbers;

/// <summary>Individual numbers converted from synthetic codes, with the codes beside them or without.</summary>
internal sealed class IndividualRows : IRowMaker
{
    private readonly SyntheticCodes _codes;
    private readonly ElevenDigitPermutation _permutation;
    private readonly NumberConverter _converter;
    private readonly bool _withCodes;

    public IndividualRows(ReadOnlySpan<byte> key, bool withCodes)
    {
        _codes = new SyntheticCodes(key);
        _permutation = new ElevenDigitPermutation(key, "mynumber numbers"u8);
        _converter = new NumberConverter(_permutation, ExcludedNumbers.Placeholders);
        _withCodes = withCodes;
    }

    public IReadOnlyList<string> Columns => _withCodes ? ["individualNumber", "residentRecordCode"] : ["individualNumber"];

    public IReadOnlyList<int> Widths => _withCodes ? [12, 11] : [12];

    public long Most => SyntheticCodes.Count;

    public void Make(long first, Span<char> rows, int count)
    {
        ResidentRecordCode[] codes = new ResidentRecordCode[count];
        IndividualNumber[] numbers = new IndividualNumber[count];
        _codes.Fill(first, codes);
        _converter.ConvertFirst(codes, numbers);
        int pitch = _withCodes ? 23 : 12;
        for (int i = 0; i < count; i++)
        {
            Span<char> row = rows.Slice(i * pitch, pitch);
            Number(codes[i], numbers[i]).TryReveal(row, out _);
            if (_withCodes)
            {
                codes[i].TryReveal(row[12..], out _);
            }
        }
    }

    public void Dispose()
    {
        _codes.Dispose();
        _permutation.Dispose();
    }

    /// <summary>A code whose first count is an excluded value gives the number of its next count, as the library's issuing does.</summary>
    private IndividualNumber Number(ResidentRecordCode code, IndividualNumber first)
    {
        IndividualNumber number = first;
        for (int count = 1; number.IsEmpty && count < NumberConverter.IssuesPerCode; count++)
        {
            _converter.TryConvert(code, count, out number);
        }

        return number;
    }
}
