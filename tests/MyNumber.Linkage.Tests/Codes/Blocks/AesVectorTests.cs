using System.Buffers.Binary;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Codes.Blocks;

namespace MyNumber.Linkage.Tests.Codes.Blocks;

/// <summary>AES-256 by every path against FIPS 197, C.3, and SP 800-38A, F.1.5 and F.1.6, in both directions, one block at a time and in lanes.</summary>
public sealed class AesVectorTests
{
    private const string CountedKey = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private const string BookKey = "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4";

    public static TheoryData<string, string, string, string> Vectors => new()
    {
        { "FIPS 197 C.3", CountedKey, "00112233445566778899aabbccddeeff", "8ea2b7ca516745bfeafc49904b496089" },
        { "SP 800-38A F.1.5 block 1", BookKey, "6bc1bee22e409f96e93d7e117393172a", "f3eed1bdb5d2a03c064b5a7e3db181f8" },
        { "SP 800-38A F.1.5 block 2", BookKey, "ae2d8a571e03ac9c9eb76fac45af8e51", "591ccb10d410ed26dc5ba74a31362870" },
        { "SP 800-38A F.1.5 block 3", BookKey, "30c81c46a35ce411e5fbc1191a0a52ef", "b6ed21b99ca6f4f9f153e7b1beafed1d" },
        { "SP 800-38A F.1.5 block 4", BookKey, "f69f2445df4f9b17ad2b417be66c3710", "23304b7a39f9f3ff067d8d8f9e24ecc7" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void One_block_comes_out_as_the_standard_says_in_both_directions(string description, string key, string plain, string cipher)
    {
        foreach (CodePath path in Ciphers.Paths)
        {
            using ICodeEngine engine = CodeEngines.Create(Convert.FromHexString(key), path);
            engine.Encrypt(Number(plain)).ShouldBe(Number(cipher), description);
            engine.Decrypt(Number(cipher)).ShouldBe(Number(plain), description);
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Packed_blocks_come_out_as_the_standard_says_in_both_directions(string description, string key, string plain, string cipher)
    {
        foreach (CodePath path in Ciphers.Paths)
        {
            using ICodeEngine engine = CodeEngines.Create(Convert.FromHexString(key), path);
            byte[] blocks = Repeat(plain, 19);
            engine.Encrypt(blocks);
            blocks.ShouldBe(Repeat(cipher, 19), description);
            engine.Decrypt(blocks);
            blocks.ShouldBe(Repeat(plain, 19), description);
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Header_and_links_in_lanes_come_out_as_the_standard_says(string description, string key, string plain, string cipher)
    {
        foreach (CodePath path in Ciphers.Paths)
        {
            using ICodeEngine engine = CodeEngines.Create(Convert.FromHexString(key), path);
            byte[] blocks = new byte[35 * AgencyCode.BlockLength];
            engine.Derive((Number(plain) >> 80) << 80, Repeat(plain[12..], 35), blocks);
            blocks.ShouldBe(Repeat(cipher, 35), description);
        }
    }

    /// <summary>The expected blocks were computed with OpenSSL.</summary>
    [Theory]
    [InlineData("FIPS 197 C.3 under the other key", CountedKey, "8ea2b7ca516745bfeafc49904b496089", BookKey, "00112233445566778899aabbccddeeff", "d83414223d20a0c928b136c884d07ea2")]
    [InlineData("SP 800-38A F.1.5 under the other key", BookKey, "f3eed1bdb5d2a03c064b5a7e3db181f8", CountedKey, "6bc1bee22e409f96e93d7e117393172a", "e0a8f50ec76a04d5a96a175aa870ef63")]
    public void Lanes_decrypt_and_encrypt_again_as_the_standard_says(string description, string fromKey, string cipher, string toKey, string plain, string expected)
    {
        UInt128 header = (Number(plain) >> 80) << 80;
        foreach (CodePath path in Ciphers.Paths.Where(path => path != CodePath.Portable))
        {
            using ICodeEngine from = CodeEngines.Create(Convert.FromHexString(fromKey), path);
            using ICodeEngine to = CodeEngines.Create(Convert.FromHexString(toKey), path);
            byte[] converted = new byte[19 * AgencyCode.BlockLength];
            from.ConvertGenuine(to, header, header, Repeat(cipher, 19), converted).ShouldBe(16, description);
            converted[..(16 * AgencyCode.BlockLength)].ShouldBe(Repeat(expected, 16), description);
            from.ConvertGenuine(to, header ^ ((UInt128)1 << 80), header, Repeat(cipher, 19), converted).ShouldBe(0, description);
        }
    }

    private static UInt128 Number(string hex) => BinaryPrimitives.ReadUInt128BigEndian(Convert.FromHexString(hex));

    private static byte[] Repeat(string hex, int times) => Enumerable.Repeat(Convert.FromHexString(hex), times).SelectMany(bytes => bytes).ToArray();
}
