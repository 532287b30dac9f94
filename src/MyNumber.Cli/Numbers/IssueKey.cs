using System.Security.Cryptography;
using System.Text;
using MyNumber.Cli.Reading;

namespace MyNumber.Cli.Numbers;

/// <summary>The key of a run without a key file: from a seed that is no secret, or fresh. Never from an argument.</summary>
internal static class IssueKey
{
    /// <summary>A fresh key, which is gone with the process.</summary>
    public static byte[] Fresh() => RandomNumberGenerator.GetBytes(KeyFile.Length);

    /// <summary>The key of a seed: the same one everywhere, and known to everybody who knows the seed.</summary>
    public static byte[] FromSeed(long seed) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(FormattableString.Invariant($"{seed}")), KeyFile.Length, info: "mynumber number issue --seed"u8.ToArray());
}
