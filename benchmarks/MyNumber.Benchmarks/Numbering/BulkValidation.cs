using BenchmarkDotNet.Attributes;
using MyNumber.Numbering;
using MyNumber.Numbering.Bulk;

namespace MyNumber.Benchmarks.Numbering;

/// <summary>
/// Check digits of many numbers. 4,096 rows stay in the first or second cache; 33,554,432 rows (384 MiB packed) come from memory. The baseline is the loop
/// one writes by hand: weights in a table, a sum, a remainder; it counts the bad rows and names no reason. <see cref="BadPercent"/> spoils a digit of
/// that share of rows, at random places.
/// </summary>
[MemoryDiagnoser]
public class BulkValidation
{
    private static readonly int[] Weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    private byte[] _packed = null!;
    private byte[] _lines = null!;
    private byte[] _corporateLines = null!;
    private NumberFault[] _faults = null!;

    [Params(4_096, 33_554_432)]
    public int Rows { get; set; }

    [Params(0, 1, 10)]
    public int BadPercent { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        Random random = new(20261121);
        _packed = new byte[Rows * 12];
        _lines = new byte[Rows * 13];
        _corporateLines = new byte[Rows * 14];
        _faults = new NumberFault[Rows];
        for (int row = 0; row < Rows; row++)
        {
            Span<byte> number = _packed.AsSpan(row * 12, 12);
            WriteIndividual(random, number);
            Span<byte> corporate = _corporateLines.AsSpan(row * 14, 14);
            WriteCorporate(random, corporate);
            if (random.Next(100) < BadPercent)
            {
                number[11] = (byte)('0' + ((number[11] - '0' + 5) % 10));
                corporate[0] = (byte)('1' + ((corporate[0] - '1' + 5) % 9));
            }

            number.CopyTo(_lines.AsSpan(row * 13));
            _lines[(row * 13) + 12] = (byte)'\n';
        }

        if (PackedRecords() != ScalarLoop() || Lines() != ScalarLoop())
        {
            throw new InvalidOperationException("The sides of the comparison disagree.");
        }
    }

    [Benchmark(Baseline = true)]
    public long ScalarLoop()
    {
        long bad = 0;
        ReadOnlySpan<byte> rest = _packed;
        for (; rest.Length >= 12; rest = rest[12..])
        {
            bad += IsValid(rest[..12]) ? 0 : 1;
        }

        return bad;
    }

    [Benchmark]
    public long PackedRecords() => BulkValidator.Count(BulkValidator.FindBadRecords(BulkNumberKind.Individual, _packed, 12)).BadRows;

    [Benchmark]
    public long RecordsOf13() => BulkValidator.Count(BulkValidator.FindBadRecords(BulkNumberKind.Individual, _lines, 13)).BadRows;

    [Benchmark]
    public long Lines() => BulkValidator.Count(BulkValidator.FindBadLines(BulkNumberKind.Individual, _lines)).BadRows;

    [Benchmark]
    public long CorporateLines() => BulkValidator.Count(BulkValidator.FindBadLines(BulkNumberKind.Corporate, _corporateLines)).BadRows;

    [Benchmark]
    public long PackedRecordsMarked() => BulkValidator.Mark(BulkValidator.FindBadRecords(BulkNumberKind.Individual, _packed, 12), _faults).BadRows;

    private static bool IsValid(ReadOnlySpan<byte> number)
    {
        int sum = 0;
        for (int i = 0; i < 11; i++)
        {
            int digit = number[i] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            sum += digit * Weights[i];
        }

        int remainder = sum % 11;
        return number[11] - '0' == (remainder <= 1 ? 0 : 11 - remainder);
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

    private static void WriteCorporate(Random random, Span<byte> line)
    {
        int sum = 0;
        for (int i = 1; i < 13; i++)
        {
            int digit = i == 1 ? random.Next(1, 6) : random.Next(10);
            line[i] = (byte)('0' + digit);
            sum += digit * (1 + (i & 1));
        }

        line[0] = (byte)('0' + 9 - (sum % 9));
        line[13] = (byte)'\n';
    }
}
