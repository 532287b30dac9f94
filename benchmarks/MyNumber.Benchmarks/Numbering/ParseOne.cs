using System.Globalization;
using BenchmarkDotNet.Attributes;
using MyNumber.Numbering;

namespace MyNumber.Benchmarks.Numbering;

/// <summary>One number from text, against the parse that a program would otherwise write.</summary>
/// <remarks>Sizes: twelve and thirteen ASCII digits, UTF-16 and UTF-8; a thousand different numbers in turn so that no branch is learnt by heart.</remarks>
[MemoryDiagnoser]
public class ParseOne
{
    private const int Count = 1000;
    private readonly string[] _individual = new string[Count];
    private readonly byte[][] _individualUtf8 = new byte[Count][];
    private readonly string[] _wide = new string[Count];
    private readonly string[] _corporate = new string[Count];
    private readonly IndividualNumber[] _values = new IndividualNumber[Count];

    [GlobalSetup]
    public void Prepare()
    {
        for (int i = 0; i < Count; i++)
        {
            long eleven = (98_765_432_109L * (i + 1)) % 100_000_000_000;
            int check = MyNumber.Numbering.CheckDigits.IndividualNumberCheckDigit.Compute(eleven);
            _individual[i] = ((eleven * 10) + check).ToString("D12", CultureInfo.InvariantCulture);
            _individualUtf8[i] = System.Text.Encoding.ASCII.GetBytes(_individual[i]);
            _wide[i] = string.Concat(_individual[i].Select(digit => (char)(digit - '0' + '\uFF10')));
            _corporate[i] = CorporateNumber.FromBase(eleven).ToString();
            _values[i] = IndividualNumber.Parse(_individual[i]);
        }
    }

    /// <summary>What gists do: a digit test, then LINQ over weights.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int Naive()
    {
        int valid = 0;
        foreach (string text in _individual)
        {
            int[] weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
            bool digits = text.Length == 12 && text.All(char.IsAsciiDigit);
            int remainder = text.Take(11).Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11;
            valid += digits && (remainder <= 1 ? 0 : 11 - remainder) == text[11] - '0' && long.TryParse(text, out _) ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Individual()
    {
        int valid = 0;
        foreach (string text in _individual)
        {
            valid += IndividualNumber.TryParse(text, NumberStyle.Strict, out _, out _) ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int IndividualUtf8()
    {
        int valid = 0;
        foreach (byte[] text in _individualUtf8)
        {
            valid += IndividualNumber.TryParse(text, NumberStyle.Strict, out _, out _) ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int IndividualFullWidth()
    {
        int valid = 0;
        foreach (string text in _wide)
        {
            valid += IndividualNumber.TryParse(text, NumberStyle.Lenient, out _, out _) ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Corporate()
    {
        int valid = 0;
        foreach (string text in _corporate)
        {
            valid += CorporateNumber.TryParse(text, NumberStyle.Strict, out _, out _) ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Reveal()
    {
        int written = 0;
        Span<byte> buffer = stackalloc byte[12];
        foreach (IndividualNumber value in _values)
        {
            value.TryReveal(buffer, out int length);
            written += length;
        }

        return written;
    }
}
