using System.Security.Cryptography;
using System.Text.Json;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Rsa;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Signatures;

public sealed class WycheproofRsaTests
{
    [SkippableTheory]
    [InlineData("rsa_signature_2048_sha256_test.json", nameof(HashAlgorithmName.SHA256), RsaArithmetic.Platform)]
    [InlineData("rsa_signature_2048_sha512_test.json", nameof(HashAlgorithmName.SHA512), RsaArithmetic.Platform)]
    [InlineData("rsa_signature_2048_sha256_test.json", nameof(HashAlgorithmName.SHA256), RsaArithmetic.Managed)]
    [InlineData("rsa_signature_2048_sha512_test.json", nameof(HashAlgorithmName.SHA512), RsaArithmetic.Managed)]
    public void Every_vector_is_judged_as_the_file_says(string file, string hash, RsaArithmetic arithmetic)
    {
        using JsonDocument vectors = JsonDocument.Parse(VectorFolder.Require("wycheproof", file));
        HashAlgorithmName algorithm = new(hash);
        int judged = 0;
        foreach (JsonElement group in vectors.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            RsaVerifier verifier = PaddingForgeryTests.Verifier(Convert.FromHexString(group.GetProperty("publicKeyDer").GetString()!));
            foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
            {
                byte[] digest = CryptographicOperations.HashData(algorithm, Convert.FromHexString(test.GetProperty("msg").GetString()!));
                bool accepted = verifier.VerifyPkcs1(digest, algorithm, Convert.FromHexString(test.GetProperty("sig").GetString()!), arithmetic);

                // The one "acceptable" vector of each file leaves NULL out of the DigestInfo; the one encoding that is compared here has it.
                bool expected = test.GetProperty("result").GetString() == "valid";
                accepted.ShouldBe(expected, $"tcId {test.GetProperty("tcId").GetInt32()}: {test.GetProperty("comment").GetString()}");
                judged++;
            }
        }

        judged.ShouldBe(vectors.RootElement.GetProperty("numberOfTests").GetInt32());
    }
}
