using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Codes.Blocks;

namespace MyNumber.Linkage.Tests.Codes.Blocks;

/// <summary>All ways that the machine supports give the same answers.</summary>
public sealed class CodePathTests
{
    private const int Count = 1_000_003;

    private static readonly CodeHolderId _from = new(0xABCDEF);
    private static readonly CodeHolderId _to = new(CodeHolderId.MaxValue);

    [SkippableFact]
    public void A_million_random_links_agree()
    {
        Skip.If(Ciphers.Paths.Length < 2, "this processor has no lanes to compare");
        byte[] links = Ciphers.Bytes(1, Count * LinkCode.Length);
        byte[] expected = Derived(CodePath.Portable, links);
        foreach (CodePath path in Ciphers.Paths)
        {
            Derived(path, links).AsSpan().SequenceEqual(expected).ShouldBeTrue(path.ToString());
        }
    }

    [SkippableFact]
    public void A_million_conversions_with_bad_codes_among_them_agree()
    {
        Skip.If(Ciphers.Paths.Length < 2, "this processor has no lanes to compare");
        byte[] blocks = Derived(CodePath.Portable, Ciphers.Bytes(2, Count * LinkCode.Length));
        Random random = new(3);
        int[] bad = Enumerable.Range(0, 5000).Select(_ => random.Next(Count)).Append(0).Append(Count - 1).Distinct().Order().ToArray();
        foreach (int index in bad)
        {
            blocks[(index * AgencyCode.BlockLength) + random.Next(AgencyCode.BlockLength)] ^= (byte)(1 << random.Next(8));
        }

        (byte[] Converted, RefusedCode[] Refused) expected = Converted(CodePath.Portable, CodePath.Portable, blocks);
        expected.Refused.Select(code => code.Index).ShouldBe(bad);
        foreach (CodePath from in Ciphers.Paths)
        {
            foreach (CodePath to in Ciphers.Paths)
            {
                (byte[] converted, RefusedCode[] refused) = Converted(from, to, blocks);
                converted.AsSpan().SequenceEqual(expected.Converted).ShouldBeTrue($"{from} to {to}");
                refused.ShouldBe(expected.Refused);
            }
        }
    }

    [Fact]
    public void Every_length_up_to_a_hundred_agrees_and_nothing_beside_is_touched()
    {
        byte[] links = Ciphers.Bytes(4, 100 * LinkCode.Length);
        using AgencyCodeCipher portable = new(0, Ciphers.CountedKey, CodePath.Portable);
        byte[] expected = new byte[100 * AgencyCode.BlockLength];
        portable.Derive(_from, 9, links, expected);
        foreach (AgencyCodeCipher cipher in Ciphers.OfEveryPath(0, Ciphers.CountedKey))
        {
            for (int count = 0; count <= 100; count++)
            {
                byte[] blocks = Enumerable.Repeat((byte)0x5A, 100 * AgencyCode.BlockLength + 1).ToArray();
                cipher.Derive(_from, 9, links.AsSpan(0, count * LinkCode.Length), blocks.AsSpan(0, count * AgencyCode.BlockLength));
                blocks.AsSpan(0, count * AgencyCode.BlockLength).SequenceEqual(expected.AsSpan(0, count * AgencyCode.BlockLength)).ShouldBeTrue();
                blocks.AsSpan(count * AgencyCode.BlockLength).ContainsAnyExcept((byte)0x5A).ShouldBeFalse();
            }

            cipher.Dispose();
        }
    }

    [Fact]
    public void Path_that_the_machine_lacks_is_refused()
    {
        foreach (CodePath path in Enum.GetValues<CodePath>().Except(Ciphers.Paths))
        {
            Should.Throw<PlatformNotSupportedException>(() => CodeEngines.Create(Ciphers.CountedKey, path));
        }
    }

    private static byte[] Derived(CodePath path, byte[] links)
    {
        using AgencyCodeCipher cipher = new(0, Ciphers.CountedKey, path);
        byte[] blocks = new byte[links.Length / LinkCode.Length * AgencyCode.BlockLength];
        cipher.Derive(_from, 9, links, blocks);
        return blocks;
    }

    private static (byte[] Converted, RefusedCode[] Refused) Converted(CodePath fromPath, CodePath toPath, byte[] blocks)
    {
        using AgencyCodeCipher from = new(0, Ciphers.CountedKey, fromPath);
        using AgencyCodeCipher to = new(1, Ciphers.Bytes(5, 32), toPath);
        byte[] converted = new byte[blocks.Length];
        RefusedCode[] refused = new RefusedCode[blocks.Length / AgencyCode.BlockLength];
        int count = from.ConvertTo(to, blocks, _from, 9, _to, 255, converted, refused);
        return (converted, refused[..count]);
    }
}
