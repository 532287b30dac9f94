using System.Text.Json;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures.Primitives;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Signatures.Primitives;

public sealed class WycheproofEcdsaTests
{
    private const string File = "ecdsa_secp384r1_sha384_test.json";

    [SkippableFact]
    public void Every_vector_is_judged_as_the_file_says()
    {
        SignatureScheme scheme = SignatureScheme.Find("1.2.840.10045.4.3.3")!;
        int judged = Judge((key, message, signature) => Verifier(key).Verify(message, scheme, signature), (accepted, test) =>
            accepted.ShouldBe(test.GetProperty("result").GetString() == "valid", $"tcId {test.GetProperty("tcId").GetInt32()}: {test.GetProperty("comment").GetString()}"));
        judged.ShouldBe(504);
    }

    [SkippableFact]
    public void No_vector_of_p384_holds_under_another_hash()
    {
        SignatureScheme scheme = SignatureScheme.Find("1.2.840.10045.4.3.4")!;
        Judge((key, message, signature) => Verifier(key).Verify(message, scheme, signature), (accepted, test) => accepted.ShouldBeFalse($"tcId {test.GetProperty("tcId").GetInt32()}"));
    }

    private static KeyVerifier Verifier(byte[] subjectPublicKeyInfo)
    {
        DerReader reader = new(subjectPublicKeyInfo);
        return new KeyVerifier(PublicKeyFields.Read(ref reader));
    }

    private static int Judge(Func<byte[], byte[], byte[], bool> verify, Action<bool, JsonElement> hold)
    {
        using JsonDocument vectors = JsonDocument.Parse(VectorFolder.Require("wycheproof", File));
        int judged = 0;
        foreach (JsonElement group in vectors.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            byte[] key = Convert.FromHexString(group.GetProperty("publicKeyDer").GetString()!);
            foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
            {
                hold(verify(key, Convert.FromHexString(test.GetProperty("msg").GetString()!), Convert.FromHexString(test.GetProperty("sig").GetString()!)), test);
                judged++;
            }
        }

        judged.ShouldBe(vectors.RootElement.GetProperty("numberOfTests").GetInt32());
        return judged;
    }
}
