using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Permutations;

/// <summary>The nine samples that NIST publishes for FF1 (FF1samples.pdf).</summary>
public sealed class Ff1SampleTests
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    [Theory]
    [InlineData("sample 1", Ff1Keys.K128, 10, "", "0123456789", "2433477484")]
    [InlineData("sample 2", Ff1Keys.K128, 10, Ff1Keys.T10, "0123456789", "6124200773")]
    [InlineData("sample 3", Ff1Keys.K128, 36, Ff1Keys.T11, "0123456789abcdefghi", "a9tv40mll9kdu509eum")]
    [InlineData("sample 4", Ff1Keys.K192, 10, "", "0123456789", "2830668132")]
    [InlineData("sample 5", Ff1Keys.K192, 10, Ff1Keys.T10, "0123456789", "2496655549")]
    [InlineData("sample 6", Ff1Keys.K192, 36, Ff1Keys.T11, "0123456789abcdefghi", "xbj3kv35jrawxv32ysr")]
    [InlineData("sample 7", Ff1Keys.K256, 10, "", "0123456789", "6657667009")]
    [InlineData("sample 8", Ff1Keys.K256, 10, Ff1Keys.T10, "0123456789", "1001623463")]
    [InlineData("sample 9", Ff1Keys.K256, 36, Ff1Keys.T11, "0123456789abcdefghi", "xs8a0azh2avyalyzuwd")]
    public void Sample_encrypts_and_decrypts(string sample, string key, int radix, string tweak, string plaintext, string ciphertext)
    {
        using Ff1 ff1 = new(Convert.FromHexString(key), radix);
        ushort[] numerals = Numerals(plaintext);
        ff1.Encrypt(numerals, Convert.FromHexString(tweak), numerals);
        Text(numerals).ShouldBe(ciphertext, sample);
        ff1.Decrypt(numerals, Convert.FromHexString(tweak), numerals);
        Text(numerals).ShouldBe(plaintext, sample);
    }

    private static ushort[] Numerals(string text) => [.. text.Select(c => (ushort)Alphabet.IndexOf(c, StringComparison.Ordinal))];

    private static string Text(ushort[] numerals) => string.Concat(numerals.Select(n => Alphabet[n]));
}
