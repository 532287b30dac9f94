using System.Security.Cryptography;
using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.OpenSc;

[Collection(PcscCollection.Name)]
public sealed class SigningTests(SharedCard shared) : IClassFixture<SharedCard>
{
    private static readonly byte[] _message = "A message that nobody need keep.\n"u8.ToArray();
    private static readonly byte[] _sha1 = [.. Convert.FromHexString("3021300906052B0E03021A05000414"), .. SHA1.HashData(_message)];
    private static readonly byte[] _sha256 = [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. SHA256.HashData(_message)];
    private static readonly byte[] _sha384 = [.. Convert.FromHexString("3041300D060960864801650304020205000430"), .. SHA384.HashData(_message)];
    private static readonly byte[] _sha512 = [.. Convert.FromHexString("3051300D060960864801650304020305000440"), .. SHA512.HashData(_message)];

    public static TheoryData<string, string, byte[], byte[]> Mechanisms => new()
    {
        { "SHA1-RSA-PKCS", "-sha1", _message, _sha1 },
        { "SHA256-RSA-PKCS", "-sha256", _message, _sha256 },
        { "SHA384-RSA-PKCS", "-sha384", _message, _sha384 },
        { "SHA512-RSA-PKCS", "-sha512", _message, _sha512 },
        { "RSA-PKCS", "-sha256", _sha256, _sha256 },
    };

    [SkippableTheory]
    [MemberData(nameof(Mechanisms))]
    public async Task A_login_signature_is_verified_by_openssl(string mechanism, string digest, byte[] input, byte[] digestInfo)
    {
        OpenScCard card = await shared.UseAsync();
        card.Folder.Write("input", input);
        ProgramOutcome outcome = card.LogIn(OpenScCard.LoginToken, OpenScCard.LoginPin, "--id", "01", "--sign", "--mechanism", mechanism, "-i", "input", "-o", "signature");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        card.TakeDialogue().ShouldBe(
            new Dialogue().Load().Tries("0018", "63C3", times: 3).Verify("0018", TestCard.LoginPin).Sign("0017", digestInfo).Lines);
        Verify(card.Folder, digest, TestCard.LoginCertificate).ShouldBe("Verified OK");
    }

    [SkippableFact]
    public async Task A_document_signature_takes_the_pin_twice_and_is_verified_by_openssl()
    {
        OpenScCard card = await shared.UseAsync();
        card.Folder.Write("input", _message);
        ProgramOutcome outcome = card.LogIn(
            OpenScCard.SignatureToken, OpenScCard.SignaturePin, "--id", "02", "--sign", "--mechanism", "SHA256-RSA-PKCS", "-i", "input", "-o", "signature");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        card.TakeDialogue().ShouldBe(new Dialogue().Load().Tries("0018", "63C3").Tries("001B", "63C5", times: 3)
            .Verify("001B", TestCard.SignaturePin).Tries("001B", "63C5").Verify("001B", TestCard.SignaturePin).Sign("001A", _sha256).Lines);
        Verify(card.Folder, "-sha256", TestCard.SignatureCertificate).ShouldBe("Verified OK");
    }

    [SkippableFact]
    public async Task A_signature_by_pkcs15_crypt_is_verified_by_openssl()
    {
        OpenScCard card = await shared.UseAsync();
        card.Folder.Write("hash", SHA256.HashData(_message));
        // This one takes a PIN as an argument only.
        ProgramOutcome outcome = card.Run(
            "pkcs15-crypt", "--reader", "0", "--sign", "--key", "01", "--pin", TestCard.LoginPin, "--sha-256", "--pkcs1", "--raw", "-i", "hash", "-o", "signature");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        card.TakeDialogue().ShouldBe(new Dialogue().Bind().Verify("0018", TestCard.LoginPin).Sign("0017", _sha256).Lines);
        Verify(card.Folder, "-sha256", TestCard.LoginCertificate).ShouldBe("Verified OK");
    }

    [SkippableFact]
    public async Task A_signature_of_one_key_fails_under_the_other_ones_certificate()
    {
        OpenScCard card = await shared.UseAsync();
        card.Folder.Write("input", _message);
        card.LogIn(OpenScCard.LoginToken, OpenScCard.LoginPin, "--id", "01", "--sign", "--mechanism", "SHA256-RSA-PKCS", "-i", "input", "-o", "signature").ExitCode.ShouldBe(0);
        Verify(card.Folder, "-sha256", TestCard.SignatureCertificate).ShouldStartWith("Verification failure");
    }

    private static string Verify(TemporaryFolder folder, string digest, byte[] certificate)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        folder.Write("message", _message);
        folder.Write("certificate", certificate);
        openssl.RunIn(folder.Path, "x509", "-inform", "DER", "-in", "certificate", "-pubkey", "-noout", "-out", "key").ExitCode.ShouldBe(0);
        return openssl.RunIn(folder.Path, "dgst", digest, "-verify", "key", "-signature", "signature", "message").Output.Trim();
    }
}
