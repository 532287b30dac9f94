using System.Numerics;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using MyNumber.Numbering;
using MyNumber.Numbering.Bulk;

namespace MyNumber.Benchmarks.Numbering;

/// <summary>
/// Check digits of many numbers. Small: 4,096 rows a call, in turn from 64 different sets, since a branch predictor learns a set that it sees again and again; the
/// sets, 3 MiB packed, stay in the second or third cache. Large: 33,554,432 rows (384 MiB packed) from memory. The baseline is the loop one writes by
/// hand: weights in a table, a sum, a remainder; it counts the bad rows and names no reason. <see cref="PlainRead"/> reads the packed rows and does nothing
/// with them. <see cref="BadRows"/> spoils that share of rows at random places: the check digit only, or a mix of check digits, letters and rows a digit too short.
/// </summary>
[MemoryDiagnoser]
public class BulkValidation
{
    private const int SmallRows = 4_096;
    private static readonly int[] Weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    private BulkRowSet[] _sets = [];
    private NumberFault[] _faults = [];
    private int _turn;

    [Params(SmallRows, 33_554_432)]
    public int Rows { get; set; }

    [Params("none", "1 % digits", "1 % mixed", "10 % digits", "10 % mixed")]
    public string BadRows { get; set; } = string.Empty;

    [GlobalSetup]
    public void SetUp()
    {
        Random random = new(20261121);
        int badPercent = BadRows == "none" ? 0 : int.Parse(BadRows.AsSpan(0, BadRows.IndexOf(' ')), provider: null);
        bool mixed = BadRows.EndsWith("mixed", StringComparison.Ordinal);
        _sets = [.. Enumerable.Range(0, Rows == SmallRows ? 64 : 1).Select(_ => new BulkRowSet(random, Rows, badPercent, mixed))];
        _faults = new NumberFault[Rows];
        for (int set = 0; set < _sets.Length; set++)
        {
            foreach (Func<long> side in new Func<long>[] { ScalarLoop, PackedRecords, RecordsOf13, Lines, CorporateLines, PackedRecordsMarked })
            {
                _turn = set;
                if (side() != _sets[set].BadRows)
                {
                    throw new InvalidOperationException($"{side.Method.Name} counts other bad rows.");
                }
            }
        }
    }

    [Benchmark(Baseline = true)]
    public long ScalarLoop()
    {
        long bad = 0;
        ReadOnlySpan<byte> rest = Next().Packed;
        for (; rest.Length >= 12; rest = rest[12..])
        {
            bad += IsValid(rest[..12]) ? 0 : 1;
        }

        return bad;
    }

    [Benchmark]
    public ulong PlainRead()
    {
        ReadOnlySpan<Vector<ulong>> rows = MemoryMarshal.Cast<byte, Vector<ulong>>(Next().Packed);
        Vector<ulong> a = default;
        Vector<ulong> b = default;
        Vector<ulong> c = default;
        Vector<ulong> d = default;
        for (; rows.Length >= 4; rows = rows[4..])
        {
            a ^= rows[0];
            b ^= rows[1];
            c ^= rows[2];
            d ^= rows[3];
        }

        return (a ^ b ^ c ^ d)[0];
    }

    [Benchmark]
    public long PackedRecords() => BulkValidator.Count(BulkValidator.FindBadRecords(BulkNumberKind.Individual, Next().Packed, 12)).BadRows;

    [Benchmark]
    public long RecordsOf13() => BulkValidator.Count(BulkValidator.FindBadRecords(BulkNumberKind.Individual, Next().RecordsOf13, 13)).BadRows;

    [Benchmark]
    public long Lines() => BulkValidator.Count(BulkValidator.FindBadLines(BulkNumberKind.Individual, Next().Lines)).BadRows;

    [Benchmark]
    public long CorporateLines() => BulkValidator.Count(BulkValidator.FindBadLines(BulkNumberKind.Corporate, Next().CorporateLines)).BadRows;

    [Benchmark]
    public long PackedRecordsMarked() => BulkValidator.Mark(BulkValidator.FindBadRecords(BulkNumberKind.Individual, Next().Packed, 12), _faults).BadRows;

    private BulkRowSet Next()
    {
        BulkRowSet set = _sets[_turn];
        _turn = (_turn + 1) % _sets.Length;
        return set;
    }

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
}
