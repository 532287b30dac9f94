using System.Globalization;
using System.Security.Cryptography;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Issuing;

/// <summary>Synthetic codes, keys and municipalities of the issuing tests.</summary>
internal static class Lab
{
    public static LocalGovernmentCode Chiyoda { get; } = LocalGovernmentCode.TryParse("131016", NumberStyle.Strict, out LocalGovernmentCode code, out _)
        ? code : throw new InvalidOperationException();

    public static DateTimeOffset Noon { get; } = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    public static TimeProvider Clock { get; } = new FixedClock(Noon);

    public static IKeyedPermutation Permutation(byte key = 1) => new ElevenDigitPermutation(Enumerable.Repeat(key, 32).ToArray(), "lab"u8);

    public static ConversionKeyRing Keys(byte key = 1) => new(key, Permutation(key));

    public static ResidentRecordCode Code(long tenDigits)
    {
        string text = tenDigits.ToString("D10", CultureInfo.InvariantCulture) + ResidentRecordCodeCheckDigit.Compute(tenDigits).ToString(CultureInfo.InvariantCulture);
        return ResidentRecordCode.TryParse(text, NumberStyle.Strict, out ResidentRecordCode code, out _) ? code : throw new InvalidOperationException();
    }

    public static Guid Request(int number) => new(number, 1, 1, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static Guid[] Requests(int count) => [.. Enumerable.Range(1, count).Select(Request)];

    public static RandomNumberGenerator Random(int seed = 1) => new SeededRandom(seed);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class SeededRandom(int seed) : RandomNumberGenerator
    {
        private readonly Random _random = new(seed);

        public override void GetBytes(byte[] data) => _random.NextBytes(data);

        public override void GetBytes(Span<byte> data) => _random.NextBytes(data);
    }
}
