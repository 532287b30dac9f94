using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

/// <summary>
/// OpenSSL's own OCSP tests. Covered here is what an OCSP verifier decides: parsing, the CertID, the responder and its authority, the signature and
/// the times, for each certificate of a chain under the issuer that the case names; the chain itself is judged by the generic verifier.
/// They are SHA-1 throughout, so the long-named option is on; the last test shows that the default refuses them.
/// </summary>
public sealed class OcspVectorTests
{
    private static readonly OcspOptions Old = new()
    {
        AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors = true,
        NoncePolicy = OcspNoncePolicy.Off,
        MaximumAge = TimeSpan.FromDays(5),
        MaximumResponderLifetimeWithoutNoCheck = TimeSpan.FromDays(800),
    };

    [SkippableFact]
    public void All_28_cases_come_out_as_stated()
    {
        using JsonDocument document = JsonDocument.Parse(VectorFolder.Require("ocsp", "openssl-ocsp.json"));
        JsonElement files = document.RootElement.GetProperty("files");
        int judged = 0;
        foreach (JsonElement item in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            string name = item.GetProperty("name").GetString()!;
            RevocationEvidence[] answers = Judge(item, files, Old);
            answers.ShouldNotBeEmpty(name);
            bool valid = item.GetProperty("valid").GetBoolean();
            ChainOf(item, files, weak: true).Outcome.ShouldBe(VerificationOutcome.Valid, name); // what is wrong in a case is its answer, never its chain
            answers.All(answer => answer.State == RevocationState.Good).ShouldBe(valid, $"{name}: {Describe(answers)}");
            if (!valid)
            {
                RevocationEvidence failed = answers.Where(answer => answer.State != RevocationState.Good).ShouldHaveSingleItem(name);
                failed.Failure.ShouldBe(Expected(item.GetProperty("message").GetString()!), name);
            }

            judged++;
        }

        judged.ShouldBe(28);
    }

    [SkippableFact]
    public void Default_refuses_all_of_them()
    {
        using JsonDocument document = JsonDocument.Parse(VectorFolder.Require("ocsp", "openssl-ocsp.json"));
        JsonElement files = document.RootElement.GetProperty("files");
        int judged = 0;
        foreach (JsonElement item in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            RevocationEvidence[] answers = Judge(item, files, new OcspOptions { MaximumAge = TimeSpan.FromDays(5) });
            answers.ShouldNotBeEmpty();
            answers.ShouldAllBe(answer => answer.State == RevocationState.Unreachable);
            ChainOf(item, files, weak: false).Reasons.ShouldBe([VerificationReason.AlgorithmNotAccepted]);
            judged++;
        }

        judged.ShouldBe(28);
    }

    private static VerificationReason Expected(string message) => message[(message.IndexOf("failed: ", StringComparison.Ordinal) + 8)..] switch
    {
        "Unable to verify OCSP response signature" => VerificationReason.StatusSignatureInvalid,
        "OCSP response issuer name hash does not match" or "OCSP response issuer key hash does not match" => VerificationReason.StatusForOtherCertificate,
        "Unable to verify OCSP response since response signing certificate could not be located"
            or "Unable to verify OCSP response since response signing certificate could not be validated" => VerificationReason.StatusSignerNotAuthorised,
        string other => throw new InvalidOperationException($"A message that this test does not know: {other}"),
    };

    // Chain from the root down to the end entity; response i is about the certificate i from the end.
    private static RevocationEvidence[] Judge(JsonElement item, JsonElement files, OcspOptions options)
    {
        string[] others = [.. item.GetProperty("others").EnumerateArray().Select(other => other.GetString()!)];
        JpkiCertificate[] chain = [.. new[] { item.GetProperty("trustRoot").GetString()! }.Concat(others).Append(item.GetProperty("cert").GetString()!).Select(name => Read(files, name))];
        string[] responses = [.. item.GetProperty("responses").EnumerateArray().Select(response => response.GetString()!)];
        OcspResponseVerifier verifier = new(options, new ManualTimeProvider(item.GetProperty("time").GetDateTimeOffset()));
        return [.. responses.Select((response, i) => verifier.Verify(Convert.FromBase64String(files.GetProperty(response).GetString()!), chain[^(i + 1)], chain[^(i + 2)]))];
    }

    private static ChainResult ChainOf(JsonElement item, JsonElement files, bool weak) => ChainVerifier.Verify(new ChainRequest
    {
        EndEntity = Read(files, item.GetProperty("cert").GetString()!).RawData,
        Intermediates = [.. item.GetProperty("others").EnumerateArray().Select(other => Read(files, other.GetString()!).RawData)],
        Anchors = [Read(files, item.GetProperty("trustRoot").GetString()!).RawData],
        At = item.GetProperty("time").GetDateTimeOffset(),
        Options = new ChainOptions { LeaveStatusOfEveryCertificateToTheCaller = true, AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors = weak },
    });

    private static JpkiCertificate Read(JsonElement files, string name)
    {
        string pem = files.GetProperty(name).GetString()!;
        PemFields fields = PemEncoding.Find(pem);
        return StatusLab.Parse(Convert.FromBase64String(pem[fields.Base64Data]));
    }

    private static string Describe(RevocationEvidence[] answers)
    {
        StringBuilder text = new();
        Array.ForEach(answers, answer => text.Append(answer.State).Append(' ').Append(answer.Failure).Append("; "));
        return text.ToString();
    }
}
