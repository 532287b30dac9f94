using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Permutations;

public sealed class HostileParameterTests
{
    private static readonly byte[] Key = Convert.FromHexString(Ff1Keys.K256);

    [Theory]
    [InlineData("negative", -1)]
    [InlineData("none", 0)]
    [InlineData("one", 1)]
    [InlineData("one over the ceiling", 65_537)]
    [InlineData("huge", int.MaxValue)]
    public void A_radix_outside_the_standard_is_refused(string description, int radix)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Ff1(Key, radix), description).ParamName.ShouldBe("radix");
        Should.Throw<ArgumentOutOfRangeException>(() => new Ff1Permutation(Key, radix, 8, default), description).ParamName.ShouldBe("radix");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(20)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public void A_key_of_another_length_is_refused(int length)
    {
        byte[] key = new byte[length];
        Should.Throw<ArgumentException>(() => new Ff1(key, 10)).ParamName.ShouldBe("key");
        Should.Throw<ArgumentException>(() => new Ff1Permutation(key, 10, 8, default)).ParamName.ShouldBe("key");
        foreach (ElevenDigitPath path in Enum.GetValues<ElevenDigitPath>())
        {
            Should.Throw<ArgumentException>(() => new ElevenDigitPermutation(key, default, path)).ParamName.ShouldBe("key");
        }
    }

    [Theory]
    [InlineData("below zero", -1)]
    [InlineData("the size of the domain", 100_000_000_000)]
    [InlineData("huge", long.MaxValue)]
    public void One_value_outside_the_domain_is_refused_by_its_own_name(string description, long value)
    {
        using ElevenDigitPermutation eleven = new(Key, default);
        using Ff1Permutation ff1 = new(Key, 10, 11, default);
        using ReducedPermutation reduced = new(new Ff1Permutation(Key, 10, 11, default), 99_999_999_999);
        foreach (IKeyedPermutation permutation in new IKeyedPermutation[] { eleven, ff1, reduced })
        {
            foreach (Action call in new Action[] { () => permutation.Permute(value), () => permutation.Invert(value) })
            {
                ArgumentOutOfRangeException thrown = Should.Throw<ArgumentOutOfRangeException>(call, description);
                thrown.ParamName.ShouldBe("value", description);
                thrown.ActualValue.ShouldBeNull(description);
            }
        }
    }

    [Theory]
    [InlineData("empty", 10, 0)]
    [InlineData("one numeral", 65_536, 1)]
    [InlineData("100,000 strings", 10, 5)]
    [InlineData("524,288 strings", 2, 19)]
    [InlineData("over the ceiling", 10, Ff1.MaximumLength + 1)]
    public void A_string_of_refused_length_is_refused(string description, int radix, int length)
    {
        using Ff1 ff1 = new(Key, radix);
        ushort[] numerals = new ushort[length];
        Should.Throw<ArgumentException>(() => ff1.Encrypt(numerals, default, numerals), description).ParamName.ShouldBe("length");
        Should.Throw<ArgumentException>(() => ff1.Decrypt(numerals, default, numerals), description).ParamName.ShouldBe("length");
        Should.Throw<ArgumentException>(() => new Ff1Permutation(Key, radix, length, default), description).ParamName.ShouldBe("length");
    }

    [Theory]
    [InlineData("99 strings are not 100", 99, 1, false)]
    [InlineData("100 strings", 10, 2, true)]
    [InlineData("64 strings", 2, 6, false)]
    [InlineData("128 strings", 2, 7, true)]
    public void The_weaker_minimum_is_one_hundred_and_two_numerals(string description, int radix, int length, bool accepted)
    {
        using Ff1 ff1 = new(Key, radix, Ff1MinimumDomain.OneHundred);
        ushort[] numerals = new ushort[length];
        Action encrypt = () => ff1.Encrypt(numerals, default, numerals);
        if (accepted)
        {
            encrypt.ShouldNotThrow(description);
        }
        else
        {
            encrypt.ShouldThrow<ArgumentException>(description);
        }
    }

    [Fact]
    public void An_unknown_minimum_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Ff1(Key, 10, (Ff1MinimumDomain)2)).ParamName.ShouldBe("minimum");

    [Theory]
    [InlineData("the radix itself", 10, 10)]
    [InlineData("the greatest numeral", 10, 65_535)]
    [InlineData("the radix of bits", 2, 2)]
    [InlineData("one below the greatest radix", 65_535, 65_535)]
    public void A_numeral_that_reaches_the_radix_is_refused_anywhere(string description, int radix, int numeral)
    {
        using Ff1 ff1 = new(Key, radix);
        for (int place = 0; place < 24; place++)
        {
            ushort[] numerals = new ushort[24];
            numerals[place] = (ushort)numeral;
            Should.Throw<ArgumentException>(() => ff1.Encrypt(numerals, default, numerals), description).ParamName.ShouldBe("numerals");
            Should.Throw<ArgumentException>(() => ff1.Decrypt(numerals, default, numerals), description);
        }
    }

    [Fact]
    public void A_tweak_over_the_ceiling_is_refused()
    {
        using Ff1 ff1 = new(Key, 10);
        ushort[] numerals = new ushort[11];
        byte[] tweak = new byte[Ff1.MaximumTweakLength + 1];
        Should.Throw<ArgumentException>(() => ff1.Encrypt(numerals, tweak, numerals)).ParamName.ShouldBe("tweak");
        Should.Throw<ArgumentException>(() => new ElevenDigitPermutation(Key, tweak)).ParamName.ShouldBe("tweak");
        Should.Throw<ArgumentException>(() => new Ff1Permutation(Key, 10, 11, tweak)).ParamName.ShouldBe("tweak");
        Should.NotThrow(() => ff1.Encrypt(numerals, tweak.AsSpan(1), numerals));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    public void A_destination_of_another_length_is_refused(int length)
    {
        using Ff1 ff1 = new(Key, 10);
        Should.Throw<ArgumentException>(() => ff1.Encrypt(new ushort[11], default, new ushort[length])).ParamName.ShouldBe("destination");
    }

    [Fact]
    public void A_domain_over_63_bits_is_refused() =>
        Should.Throw<ArgumentException>(() => new Ff1Permutation(Key, 10, 19, default)).ParamName.ShouldBe("length");

    [Theory]
    [InlineData("below", -1)]
    [InlineData("the size", 100_000_000_000)]
    [InlineData("lowest", long.MinValue)]
    [InlineData("greatest", long.MaxValue)]
    public void A_value_outside_the_domain_changes_nothing(string description, long bad)
    {
        foreach (ElevenDigitPath path in Enum.GetValues<ElevenDigitPath>().Where(ElevenDigitPermutation.IsAvailable))
        {
            using ElevenDigitPermutation permutation = new(Key, default, path);
            for (int place = 0; place < 19; place++)
            {
                long[] values = new long[19];
                values[place] = bad;
                long[] before = [.. values];
                Exception thrown = Should.Throw<ArgumentOutOfRangeException>(() => permutation.Permute(values), description);
                Should.Throw<ArgumentOutOfRangeException>(() => permutation.Invert(values), description);
                values.ShouldBe(before);
                thrown.Message.ShouldNotContain(bad.ToString());
            }

            Should.Throw<ArgumentOutOfRangeException>(() => permutation.Permute(bad), description);
            Should.Throw<ArgumentOutOfRangeException>(() => permutation.Invert(bad), description);
        }
    }

    [Theory]
    [InlineData("one digit short", "1234567890")]
    [InlineData("one digit over", "123456789012")]
    [InlineData("a letter in the second row", "0000000000012345x78901")]
    [InlineData("below the digits", "/2345678901")]
    [InlineData("above the digits", "1234567890:")]
    [InlineData("a line end", "1234567890\n")]
    public void Rows_that_are_no_digits_change_nothing(string description, string rows)
    {
        using ElevenDigitPermutation permutation = new(Key, default);
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(rows);
        Should.Throw<ArgumentException>(() => permutation.PermuteDigits(bytes), description).ParamName.ShouldBe("rows");
        Should.Throw<ArgumentException>(() => permutation.InvertDigits(bytes), description);
        bytes.ShouldBe(System.Text.Encoding.ASCII.GetBytes(rows));
    }

    [Fact]
    public void Nothing_works_after_dispose()
    {
        foreach (ElevenDigitPath path in Enum.GetValues<ElevenDigitPath>().Where(ElevenDigitPermutation.IsAvailable))
        {
            ElevenDigitPermutation permutation = new(Key, default, path);
            permutation.Dispose();
            permutation.Dispose();
            Should.Throw<ObjectDisposedException>(() => permutation.Permute(1));
            Should.Throw<ObjectDisposedException>(() => permutation.InvertDigits("12345678901"u8.ToArray()));
            Should.Throw<ObjectDisposedException>(() => permutation.PermuteDigits([]));
            Should.Throw<ObjectDisposedException>(() => permutation.InvertDigits([]));
            Should.Throw<ObjectDisposedException>(() => permutation.Permute(Span<long>.Empty));
        }

        Ff1 ff1 = new(Key, 10);
        ff1.Dispose();
        ushort[] numerals = new ushort[11];
        Should.Throw<ObjectDisposedException>(() => ff1.Encrypt(numerals, default, numerals));
    }

    [Fact]
    public void Lanes_of_another_processor_are_refused()
    {
        foreach (ElevenDigitPath path in Enum.GetValues<ElevenDigitPath>().Where(path => !ElevenDigitPermutation.IsAvailable(path)))
        {
            Should.Throw<PlatformNotSupportedException>(() => new ElevenDigitPermutation(Key, default, path));
        }
    }
}
