using System.Security.Cryptography;
using MyNumber.Jpki.Rsa;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Rsa;

public sealed class RsaBatchTests
{
    [Theory]
    [InlineData("none", 0, 1)]
    [InlineData("one", 1, 1)]
    [InlineData("a portion", 64, 1)]
    [InlineData("a portion and one, in turn", 65, 1)]
    [InlineData("three portions and a rest, on two threads", 200, 2)]
    [InlineData("more threads than portions", 130, 16)]
    public void Each_answer_stands_in_the_place_of_its_check(string description, int count, int parallelism)
    {
        RsaSignatureCheck[] checks = Checks(count);
        bool[] results = [.. Enumerable.Range(0, count).Select(i => i % 3 == 0)]; // what stood there before must not matter
        RsaBatch.Verify(checks, results, parallelism);
        results.ShouldBe(Enumerable.Range(0, count).Select(i => i % 3 != 0), description);
    }

    [Fact]
    public void Check_without_a_key_or_without_anything_does_not_hold_and_stops_nobody()
    {
        RsaSignatureCheck[] checks = Checks(4);
        checks[0] = default;
        checks[2] = checks[2] with { Key = null! };
        bool[] results = [true, false, true, true];
        RsaBatch.Verify(checks, results);
        results.ShouldBe([false, true, false, false]);
    }

    [Fact]
    public void Results_of_another_number_are_refused_before_any_work()
    {
        bool[] results = [true, true, true];
        Should.Throw<ArgumentException>(() => RsaBatch.Verify(Checks(2), results));
        Should.Throw<ArgumentException>(() => RsaBatch.Verify(Checks(4), results));
        Should.Throw<ArgumentOutOfRangeException>(() => RsaBatch.Verify(Checks(3), results, 0));
        results.ShouldAllBe(result => result);
    }

    [Theory]
    [InlineData("in turn", 1)]
    [InlineData("on two threads", 2)]
    public void Cancelled_run_ends_with_the_cancellation(string description, int parallelism)
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => RsaBatch.Verify(Checks(200), new bool[200], parallelism, source.Token), description);
    }

    /// <summary>Signatures under two keys in turn; each third is over something else.</summary>
    private static RsaSignatureCheck[] Checks(int count)
    {
        using RSA first = LabKeyPool.Load(11);
        using RSA second = LabKeyPool.Load(12);
        (RSA Signer, RsaVerificationKey Key)[] keys = [(first, Key(first)), (second, Key(second))];
        RsaSignatureCheck[] checks = new RsaSignatureCheck[count];
        for (int i = 0; i < count; i++)
        {
            (RSA signer, RsaVerificationKey key) = keys[i % 2];
            byte[] digest = SHA256.HashData(BitConverter.GetBytes(i / 8));
            byte[] signature = signer.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            digest[0] ^= (byte)(i % 3 == 0 ? 1 : 0);
            checks[i] = new RsaSignatureCheck(key, HashAlgorithmName.SHA256, digest, signature);
        }

        return checks;
    }

    private static RsaVerificationKey Key(RSA signer)
    {
        RSAParameters parameters = signer.ExportParameters(false);
        RsaVerificationKey.TryCreate(parameters.Modulus, parameters.Exponent, out RsaVerificationKey? key).ShouldBeTrue();
        return key!;
    }
}
