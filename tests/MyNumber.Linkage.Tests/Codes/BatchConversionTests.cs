using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Codes;

/// <summary>A bad code in a batch is named and gives nothing; wrong buffers are refused before anything is written.</summary>
public sealed class BatchConversionTests
{
    private const int Block = AgencyCode.BlockLength;

    private static readonly CodeHolderId _from = new(11);
    private static readonly CodeHolderId _to = new(22);

    [Fact]
    public void Bad_codes_are_named_with_their_verdict_and_give_zeros()
    {
        foreach (AgencyCodeCipher cipher in Ciphers.OfEveryPath(0, Ciphers.CountedKey))
        {
            byte[] links = Ciphers.Bytes(1, 40 * LinkCode.Length);
            byte[] blocks = Derived(cipher, _from, 5, links);
            Derived(cipher, _to, 5, links).AsSpan(3 * Block, Block).CopyTo(blocks.AsSpan(3 * Block));
            Derived(cipher, _from, 4, links).AsSpan(17 * Block, Block).CopyTo(blocks.AsSpan(17 * Block));
            Derived(cipher, _from, 6, links).AsSpan(18 * Block, Block).CopyTo(blocks.AsSpan(18 * Block));
            blocks[39 * Block]++;
            byte[] converted = Enumerable.Repeat((byte)7, blocks.Length).ToArray();
            RefusedCode[] refused = new RefusedCode[10];

            cipher.Convert(blocks, _from, 5, _to, 1, converted, refused).ShouldBe(4);

            refused[..4].ShouldBe([new(3, CodeVerdict.Foreign), new(17, CodeVerdict.Superseded), new(18, CodeVerdict.Forged), new(39, CodeVerdict.Forged)]);
            byte[] expected = Derived(cipher, _to, 1, links);
            foreach (RefusedCode code in refused[..4])
            {
                expected.AsSpan(code.Index * Block, Block).Clear();
            }

            converted.ShouldBe(expected);
            cipher.Dispose();
        }
    }

    [Fact]
    public void More_bad_codes_than_fit_are_suppressed_and_counted_all_the_same()
    {
        foreach (AgencyCodeCipher cipher in Ciphers.OfEveryPath(0, Ciphers.CountedKey))
        {
            byte[] converted = Enumerable.Repeat((byte)7, 1000 * Block).ToArray();
            RefusedCode[] refused = new RefusedCode[3];
            cipher.Convert(Ciphers.Bytes(2, 1000 * Block), _from, 0, _to, 0, converted, refused).ShouldBe(1000);
            refused.Select(code => code.Index).ShouldBe([0, 1, 2]);
            converted.ShouldAllBe(value => value == 0);
            cipher.Convert(Ciphers.Bytes(2, 1000 * Block), _from, 0, _to, 0, converted, []).ShouldBe(1000);
            cipher.Dispose();
        }
    }

    [Fact]
    public void Batch_may_be_converted_in_its_own_buffer()
    {
        foreach (AgencyCodeCipher cipher in Ciphers.OfEveryPath(0, Ciphers.CountedKey))
        {
            byte[] links = Ciphers.Bytes(3, 1003 * LinkCode.Length);
            byte[] blocks = Derived(cipher, _from, 0, links);
            blocks[500 * Block]++;
            cipher.Convert(blocks, _from, 0, _to, 0, blocks, new RefusedCode[1]).ShouldBe(1);
            byte[] expected = Derived(cipher, _to, 0, links);
            expected.AsSpan(500 * Block, Block).Clear();
            blocks.ShouldBe(expected);
            cipher.Dispose();
        }
    }

    [Fact]
    public void Empty_batch_is_nothing_to_do()
    {
        using AgencyCodeCipher cipher = new(0, Ciphers.CountedKey);
        cipher.Derive(_from, 0, [], []);
        cipher.Convert([], _from, 0, _to, 0, [], []).ShouldBe(0);
    }

    [Theory]
    [InlineData("links of a broken length", 15, 16)]
    [InlineData("blocks of a broken length", 10, 17)]
    [InlineData("fewer blocks", 20, 16)]
    [InlineData("more blocks", 10, 32)]
    public void Derivation_with_wrong_buffers_is_refused(string description, int links, int blocks)
    {
        using AgencyCodeCipher cipher = new(0, Ciphers.CountedKey);
        byte[] written = new byte[blocks];
        Should.Throw<ArgumentException>(() => cipher.Derive(_from, 0, new byte[links], written), description);
        written.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Overlapping_buffers_and_empty_holders_are_refused()
    {
        using AgencyCodeCipher cipher = new(0, Ciphers.CountedKey);
        byte[] memory = new byte[64];
        Should.Throw<ArgumentException>(() => cipher.Derive(_from, 0, memory.AsSpan(0, 20), memory.AsSpan(16, 32)));
        Should.Throw<ArgumentException>(() => cipher.Derive(default, 0, memory.AsSpan(0, 10), new byte[16]));
        Should.Throw<ArgumentException>(() => cipher.Convert(memory.AsSpan(0, 32), _from, 0, _to, 0, memory.AsSpan(16, 32), []));
        Should.Throw<ArgumentException>(() => cipher.Convert(memory.AsSpan(0, 32), _from, 0, _to, 0, new byte[16], []));
        Should.Throw<ArgumentException>(() => cipher.Convert(memory.AsSpan(0, 31), _from, 0, _to, 0, new byte[31], []));
        Should.Throw<ArgumentException>(() => cipher.Convert(memory.AsSpan(0, 32), default, 0, _to, 0, new byte[32], []));
        Should.Throw<ArgumentException>(() => cipher.Convert(memory.AsSpan(0, 32), _from, 0, default, 0, new byte[32], []));
        Should.Throw<ArgumentNullException>(() => cipher.ConvertTo(null!, memory.AsSpan(0, 32), _from, 0, _to, 0, new byte[32], []));
        memory.ShouldAllBe(value => value == 0);
    }

    private static byte[] Derived(AgencyCodeCipher cipher, CodeHolderId holder, byte epoch, byte[] links)
    {
        byte[] blocks = new byte[links.Length / LinkCode.Length * Block];
        cipher.Derive(holder, epoch, links, blocks);
        return blocks;
    }
}
