using System.Security.Cryptography;

namespace MyNumber.Testing.Keys;

/// <summary>A committed pool of RSA-2048 lab keys, so that a seed gives the same certificates byte for byte. Everybody has these keys: they protect nothing.</summary>
public static class LabKeyPool
{
    /// <summary>How many keys the pool has.</summary>
    public const int Count = 32;

    /// <summary>Loads one lab key with its private part.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    /// <returns>A fresh object; the caller disposes it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such key.</exception>
    public static RSA Load(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        using Stream stream = typeof(LabKeyPool).Assembly.GetManifestResourceStream($"lab-key-{index:D2}.pem")!;
        using StreamReader reader = new(stream);
        RSA key = RSA.Create();
        key.ImportFromPem(reader.ReadToEnd());
        return key;
    }
}
