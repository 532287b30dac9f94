using FsCheck;
using FsCheck.Fluent;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Permutations;

public sealed class Ff1PropertyTests
{
    [Fact]
    public void Decryption_undoes_encryption_and_keeps_the_format() => Prop.ForAll(
        Arb.From(Gen.Choose(1, int.MaxValue)),
        seed =>
        {
            Random random = new(seed);
            byte[] key = new byte[16 + (8 * random.Next(3))];
            byte[] tweak = new byte[random.Next(50)];
            random.NextBytes(key);
            random.NextBytes(tweak);
            int radix = 2 + (int)Math.Pow(65_535, random.NextDouble()) - 1;
            ushort[] plaintext = new ushort[20 + random.Next(60)];
            for (int i = 0; i < plaintext.Length; i++)
            {
                plaintext[i] = (ushort)random.Next(radix);
            }

            using Ff1 ff1 = new(key, radix);
            ushort[] numerals = new ushort[plaintext.Length];
            ff1.Encrypt(plaintext, tweak, numerals);
            bool kept = numerals.All(numeral => numeral < radix) && !numerals.SequenceEqual(plaintext);
            ff1.Decrypt(numerals, tweak, numerals);
            return kept && numerals.SequenceEqual(plaintext);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Integers_and_numerals_are_the_same_map() => Prop.ForAll(
        Arb.From(Gen.Choose(1, int.MaxValue)),
        seed =>
        {
            Random random = new(seed);
            byte[] key = new byte[16 + (8 * random.Next(3))];
            byte[] tweak = new byte[random.Next(50)];
            random.NextBytes(key);
            random.NextBytes(tweak);
            int radix = 2 + (int)Math.Pow(65_535, random.NextDouble()) - 1;
            int least = (int)Math.Ceiling(Math.Log(1_000_001, radix));
            int length = Math.Max(2, random.Next(least, 1 + Math.Max(least, (int)(62.9 / Math.Log2(radix)))));
            using Ff1 ff1 = new(key, radix);
            using Ff1Permutation permutation = new(key, radix, length, tweak);
            long value = random.NextInt64(permutation.DomainSize);
            ushort[] numerals = new ushort[length];
            long rest = value;
            for (int i = length - 1; i >= 0; i--)
            {
                (rest, long numeral) = Math.DivRem(rest, radix);
                numerals[i] = (ushort)numeral;
            }

            ff1.Encrypt(numerals, tweak, numerals);
            long image = numerals.Aggregate(0L, (sum, numeral) => (sum * radix) + numeral);
            return permutation.Permute(value) == image && permutation.Invert(image) == value;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_longest_string_of_the_greatest_radix_returns()
    {
        using Ff1 ff1 = new(Convert.FromHexString(Ff1Keys.K256), Ff1.MaximumRadix);
        ushort[] plaintext = [.. Enumerable.Range(0, Ff1.MaximumLength).Select(i => (ushort)(65_535 - i))];
        ushort[] numerals = new ushort[plaintext.Length];
        byte[] tweak = new byte[Ff1.MaximumTweakLength];
        ff1.Encrypt(plaintext, tweak, numerals);
        numerals.SequenceEqual(plaintext).ShouldBeFalse();
        ff1.Decrypt(numerals, tweak, numerals);
        numerals.SequenceEqual(plaintext).ShouldBeTrue();
    }
}
