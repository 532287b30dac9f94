using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Codes.Blocks;

namespace MyNumber.Linkage.Tests.Codes;

/// <summary>Keys, disposal, threads and memory.</summary>
public sealed class CipherLifeTests
{
    private static readonly CodeHolderId _holder = new(11);
    private static readonly CodeHolderId _other = new(12);
    private static readonly LinkCode _link = LinkCode.FromBytes(new byte[LinkCode.Length]);

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("AES-128", 16)]
    [InlineData("AES-192", 24)]
    [InlineData("a byte long", 33)]
    public void Key_of_another_length_is_refused(string description, int length) =>
        Should.Throw<ArgumentException>(() => new AgencyCodeCipher(0, new byte[length]), description);

    [Fact]
    public void Disposed_cipher_makes_judges_and_converts_nothing()
    {
        foreach (AgencyCodeCipher cipher in Ciphers.OfEveryPath(0, Ciphers.CountedKey))
        {
            AgencyCode code = cipher.Derive(_holder, 0, _link);
            using AgencyCodeCipher living = new(1, Ciphers.CountedKey);
            cipher.Dispose();
            cipher.Dispose();
            byte[] blocks = new byte[32];
            Should.Throw<ObjectDisposedException>(() => cipher.Derive(_holder, 0, _link));
            Should.Throw<ObjectDisposedException>(() => cipher.Inspect(code, _holder, 0, out _));
            Should.Throw<ObjectDisposedException>(() => cipher.Convert(code, _holder, 0, _other, 0, out _));
            Should.Throw<ObjectDisposedException>(() => cipher.Derive(_holder, 0, new byte[20], blocks));
            Should.Throw<ObjectDisposedException>(() => cipher.Convert(blocks, _holder, 0, _other, 0, new byte[32], []));
            Should.Throw<ObjectDisposedException>(() => living.ConvertTo(cipher, blocks, _holder, 0, _other, 0, new byte[32], []));
            blocks.ShouldAllBe(value => value == 0);
        }
    }

    /// <summary>Under fifteen round keys of zero, a block of zeros stays one of sixteen equal bytes: the S-box of FIPS 197 taken fourteen times leads from 00 to d2.</summary>
    [SkippableFact]
    public void Round_keys_are_zeroed()
    {
        Skip.If(Ciphers.Paths.Length < 2, "this processor has no lanes");
        ICodeEngine engine = CodeEngines.Create(Ciphers.CountedKey, CodeEngines.Best);
        engine.Dispose();
        engine.Encrypt(0).ShouldBe(UInt128.Parse("d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2", System.Globalization.NumberStyles.HexNumber, null));
    }

    [Fact]
    public async Task Threads_get_the_answers_of_one()
    {
        byte[] links = Ciphers.Bytes(1, 3000 * LinkCode.Length);
        foreach (AgencyCodeCipher cipher in Ciphers.OfEveryPath(0, Ciphers.CountedKey))
        {
            byte[] expected = new byte[3000 * AgencyCode.BlockLength];
            cipher.Derive(_holder, 0, links, expected);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            {
                byte[] blocks = new byte[expected.Length];
                for (int round = 0; round < 50; round++)
                {
                    cipher.Derive(_holder, 0, links, blocks);
                    blocks.AsSpan().SequenceEqual(expected).ShouldBeTrue();
                }
            })));
            cipher.Dispose();
        }
    }

    [Fact]
    public async Task Disposal_in_the_middle_leaves_no_block_of_a_zeroed_key()
    {
        byte[] links = Ciphers.Bytes(2, 20_000 * LinkCode.Length);
        byte[] expected = new byte[20_000 * AgencyCode.BlockLength];
        using (AgencyCodeCipher cipher = new(0, Ciphers.CountedKey))
        {
            cipher.Derive(_holder, 0, links, expected);
        }

        for (int round = 0; round < 20; round++)
        {
            AgencyCodeCipher cipher = new(0, Ciphers.CountedKey);
            using SemaphoreSlim started = new(0);
            Task work = Task.Run(() =>
            {
                byte[] blocks = new byte[expected.Length];
                started.Release();
                try
                {
                    while (true)
                    {
                        cipher.Derive(_holder, 0, links, blocks);
                        blocks.AsSpan().SequenceEqual(expected).ShouldBeTrue();
                        blocks.AsSpan().Clear();
                    }
                }
                catch (ObjectDisposedException)
                {
                    blocks.AsSpan().ContainsAnyExcept((byte)0).ShouldBeFalse();
                }
            });
            await started.WaitAsync();
            cipher.Dispose();
            await work;
        }
    }

    [SkippableFact]
    public void Nothing_is_allocated_by_the_lanes()
    {
        Skip.If(Ciphers.Paths.Length < 2, "this processor has no lanes");
        using AgencyCodeCipher cipher = new(0, Ciphers.CountedKey);
        byte[] links = Ciphers.Bytes(3, 1003 * LinkCode.Length);
        byte[] blocks = new byte[1003 * AgencyCode.BlockLength];
        RefusedCode[] refused = new RefusedCode[10];
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Run()
        {
            cipher.Derive(_holder, 0, links, blocks);
            blocks[1000]++;
            cipher.Convert(blocks, _holder, 0, _other, 0, blocks, refused);
            cipher.Convert(cipher.Derive(_holder, 0, _link), _holder, 0, _other, 0, out _);
        }
    }
}
