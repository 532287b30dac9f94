using System.Security.Cryptography;
using FsCheck.Fluent;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Emulation.Tests.Objects;

public sealed class CardKeyTests
{
    private static readonly byte[] Sha256Prefix = Convert.FromHexString("3031300D060960864801650304020105000420");

    [Fact]
    public void Both_signing_paths_give_the_same_bytes()
    {
        using RSA rsa = LabKeyPool.Load(2);
        using CardKey key = CardKey.CopyOf(rsa);
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(25),
            Prop.ForAll<int>(number =>
            {
                byte[] block = [.. Sha256Prefix, .. SHA256.HashData(BitConverter.GetBytes(number))];
                byte[] platform = new byte[256], own = new byte[256];
                key.Sign(block, platform);
                key.SignRaw(block, own);
                return platform.AsSpan().SequenceEqual(own);
            }));
    }

    [Fact]
    public void Every_lab_key_signs_by_the_own_path()
    {
        byte[] hash = SHA256.HashData("message"u8);
        for (int i = 0; i < LabKeyPool.Count; i++)
        {
            using RSA rsa = LabKeyPool.Load(i);
            using CardKey key = CardKey.CopyOf(rsa);
            byte[] signature = new byte[256];
            key.SignRaw([.. Sha256Prefix, .. hash], signature);
            rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        }
    }
}
