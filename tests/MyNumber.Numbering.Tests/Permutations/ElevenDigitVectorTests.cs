using System.Globalization;
using System.Text;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Permutations;

/// <summary>Eleven-digit vectors on which a big-integer reference, an AES-NI prototype and BouncyCastle's FF1 agreed (project research notes), on every path.</summary>
public sealed class ElevenDigitVectorTests
{
    private static readonly string[] Inputs = ["00000000000", "99999999999", "12345678901"];

    public static TheoryData<string, string, string, string[]> Vectors => new()
    {
        { "128, no tweak", Ff1Keys.K128, "", ["46919612412", "49156428773", "28278389331"] },
        { "128, one zero byte", Ff1Keys.K128, "00", ["76182788417", "56852360389", "89808811252"] },
        { "128, ten bytes", Ff1Keys.K128, Ff1Keys.T10, ["52101626207", "79420360744", "18663201815"] },
        { "128, twelve bytes", Ff1Keys.K128, Ff1Keys.T12, ["00429322237", "29612343313", "40500475365"] },
        { "192, no tweak", Ff1Keys.K192, "", ["05702433384", "12464207487", "84143679962"] },
        { "192, one zero byte", Ff1Keys.K192, "00", ["87786132761", "24374571896", "83692572634"] },
        { "192, ten bytes", Ff1Keys.K192, Ff1Keys.T10, ["69902559475", "78794726559", "69944775252"] },
        { "192, twelve bytes", Ff1Keys.K192, Ff1Keys.T12, ["70584024756", "68290022509", "36995116318"] },
        { "256, no tweak", Ff1Keys.K256, "", ["68968579851", "33985169793", "33177665353"] },
        { "256, one zero byte", Ff1Keys.K256, "00", ["72626401758", "64496666384", "50438370578"] },
        { "256, ten bytes", Ff1Keys.K256, Ff1Keys.T10, ["62149157837", "53132472418", "69243742997"] },
        { "256, twelve bytes", Ff1Keys.K256, Ff1Keys.T12, ["29368285433", "13601197195", "77863528194"] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_general_ff1_gives_the_published_answers(string description, string key, string tweak, string[] outputs)
    {
        using Ff1 ff1 = new(Convert.FromHexString(key), 10);
        for (int i = 0; i < Inputs.Length; i++)
        {
            ushort[] numerals = [.. Inputs[i].Select(c => (ushort)(c - '0'))];
            ff1.Encrypt(numerals, Convert.FromHexString(tweak), numerals);
            string.Concat(numerals).ShouldBe(outputs[i], description);
            ff1.Decrypt(numerals, Convert.FromHexString(tweak), numerals);
            string.Concat(numerals).ShouldBe(Inputs[i], description);
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_path_gives_the_published_answers(string description, string key, string tweak, string[] outputs)
    {
        foreach (ElevenDigitPath path in Enum.GetValues<ElevenDigitPath>().Where(ElevenDigitPermutation.IsAvailable))
        {
            using ElevenDigitPermutation permutation = new(Convert.FromHexString(key), Convert.FromHexString(tweak), path);
            long[] inputs = [.. Inputs.Select(Number)];
            long[] expected = [.. outputs.Select(Number)];
            inputs.Select(permutation.Permute).ShouldBe(expected, $"{description}, {path}");
            expected.Select(permutation.Invert).ShouldBe(inputs, $"{description}, {path}");
            permutation.Permute(inputs);
            inputs.ShouldBe(expected, $"{description}, {path}");
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Rows_of_digits_give_the_published_answers(string description, string key, string tweak, string[] outputs)
    {
        using ElevenDigitPermutation permutation = new(Convert.FromHexString(key), Convert.FromHexString(tweak));
        byte[] rows = Encoding.ASCII.GetBytes(string.Concat(Inputs));
        permutation.PermuteDigits(rows);
        Encoding.ASCII.GetString(rows).ShouldBe(string.Concat(outputs), description);
        permutation.InvertDigits(rows);
        Encoding.ASCII.GetString(rows).ShouldBe(string.Concat(Inputs), description);
    }

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
