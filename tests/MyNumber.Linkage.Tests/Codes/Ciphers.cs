using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Codes.Blocks;

namespace MyNumber.Linkage.Tests.Codes;

/// <summary>Ciphers and bytes for the tests of codes.</summary>
internal static class Ciphers
{
    public static byte[] CountedKey { get; } = Enumerable.Range(0, 32).Select(value => (byte)value).ToArray();

    public static CodePath[] Paths { get; } = Enum.GetValues<CodePath>().Where(CodeEngines.IsAvailable).ToArray();

    public static AgencyCodeCipher[] OfEveryPath(byte keyEpoch, byte[] key) => Paths.Select(path => new AgencyCodeCipher(keyEpoch, key, path)).ToArray();

    public static byte[] Bytes(int seed, int count)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
