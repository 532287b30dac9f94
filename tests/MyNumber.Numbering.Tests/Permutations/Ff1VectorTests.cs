using System.Text.Json;
using MyNumber.Numbering.Permutations;
using MyNumber.TestKit;

namespace MyNumber.Numbering.Tests.Permutations;

/// <summary>Vectors of NIST ACVP and of Wycheproof, radix 10.</summary>
public sealed class Ff1VectorTests
{
    [SkippableFact]
    public void Every_acvp_case_encrypts_and_decrypts()
    {
        using JsonDocument vectors = JsonDocument.Parse(VectorFolder.Require("acvp", "ACVP-AES-FF1-1.0-radix10-aes128.json"));
        int judged = 0;
        foreach (JsonElement test in vectors.RootElement.GetProperty("tests").EnumerateArray())
        {
            using Ff1 ff1 = new(Bytes(test, "key"), 10);
            byte[] tweak = Bytes(test, "tweak");
            ushort[] plaintext = Digits(test, "pt");
            ushort[] numerals = new ushort[plaintext.Length];
            ff1.Encrypt(plaintext, tweak, numerals);
            numerals.ShouldBe(Digits(test, "ct"), Name(test));
            ff1.Decrypt(numerals, tweak, numerals);
            numerals.ShouldBe(plaintext, Name(test));
            judged++;
        }

        judged.ShouldBe(25);
    }

    [SkippableFact]
    public void Every_wycheproof_case_is_judged_as_the_file_says()
    {
        using JsonDocument vectors = Wycheproof();
        int judged = 0;
        foreach (JsonElement test in Tests(vectors))
        {
            bool valid = test.GetProperty("result").GetString() == "valid";
            Accepts(test, Ff1MinimumDomain.OneHundred).ShouldBe(valid, Name(test));
            judged++;
        }

        judged.ShouldBe(vectors.RootElement.GetProperty("numberOfTests").GetInt32());
    }

    [SkippableFact]
    public void The_default_minimum_refuses_the_small_wycheproof_messages()
    {
        using JsonDocument vectors = Wycheproof();
        JsonElement[] small = [.. Tests(vectors).Where(test => test.GetProperty("flags")[0].GetString() == "SmallMessageSize")];
        small.Length.ShouldBe(12);
        small.ShouldAllBe(test => !Accepts(test, Ff1MinimumDomain.OneMillion));
    }

    /// <summary>Wycheproof's messages of whole domains up to 2^63, through the lock-step permutation as well.</summary>
    [SkippableFact]
    public void The_permutation_of_integers_agrees_with_wycheproof()
    {
        using JsonDocument vectors = Wycheproof();
        int judged = 0;
        foreach (JsonElement test in Tests(vectors))
        {
            string message = test.GetProperty("msg").GetString()!;
            if (test.GetProperty("result").GetString() != "valid" || message.Length > 18)
            {
                continue;
            }

            using Ff1Permutation permutation = new(Bytes(test, "key"), 10, message.Length, Bytes(test, "tweak"), Ff1MinimumDomain.OneHundred);
            long ciphertext = long.Parse(test.GetProperty("ct").GetString()!);
            permutation.Permute(long.Parse(message)).ShouldBe(ciphertext, Name(test));
            permutation.Invert(ciphertext).ShouldBe(long.Parse(message), Name(test));
            judged++;
        }

        judged.ShouldBeGreaterThan(1000);
    }

    private static bool Accepts(JsonElement test, Ff1MinimumDomain minimum)
    {
        try
        {
            using Ff1 ff1 = new(Bytes(test, "key"), 10, minimum);
            byte[] tweak = Bytes(test, "tweak");
            ushort[] plaintext = Digits(test, "msg");
            ushort[] numerals = new ushort[plaintext.Length];
            ff1.Encrypt(plaintext, tweak, numerals);
            bool encrypted = numerals.SequenceEqual(Digits(test, "ct"));
            ff1.Decrypt(numerals, tweak, numerals);
            return encrypted && numerals.SequenceEqual(plaintext);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static JsonDocument Wycheproof() => JsonDocument.Parse(VectorFolder.Require("wycheproof", "aes_ff1_base10_test.json"));

    private static IEnumerable<JsonElement> Tests(JsonDocument vectors) =>
        vectors.RootElement.GetProperty("testGroups").EnumerateArray().SelectMany(group => group.GetProperty("tests").EnumerateArray());

    private static byte[] Bytes(JsonElement test, string name) => Convert.FromHexString(test.GetProperty(name).GetString()!);

    /// <summary>What is no digit becomes a numeral of ten or more.</summary>
    private static ushort[] Digits(JsonElement test, string name) => [.. test.GetProperty(name).GetString()!.Select(c => unchecked((ushort)(c - '0')))];

    private static string Name(JsonElement test) => $"tcId {test.GetProperty("tcId").GetInt32()}";
}
