using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Signatures.Cms;
using MyNumber.Jpki.Validation;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Signatures;

public sealed class BareSignatureTests : IDisposable
{
    private static readonly byte[] Data = Encoding.UTF8.GetBytes("見本の文書");

    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("SHA-256", "SHA256")]
    [InlineData("SHA-384", "SHA384")]
    [InlineData("SHA-512", "SHA512")]
    public async Task Pss_of_the_platform_holds_for_its_own_hash_only(string description, string hash)
    {
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        HashAlgorithmName name = new(hash);
        byte[] signature = _desk.SignatureKey.SignData(Data, name, RSASignaturePadding.Pss);
        SignatureVerifier.VerifyPss(signer, Data, name, signature).ShouldBe(VerificationReason.None, description);
        SignatureVerifier.VerifyPss(signer, [.. Data, 0], name, signature).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPss(signer, Data, hash == "SHA256" ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256, signature).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPss(signer, Data, name, signature[1..]).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPkcs1(signer, Data, signature).ShouldBe(VerificationReason.SignatureInvalid);
        Should.Throw<ArgumentException>(() => SignatureVerifier.VerifyPss(signer, Data, HashAlgorithmName.SHA1, signature));
    }

    [SkippableTheory]
    [InlineData("salt as long as the hash", "32", VerificationReason.None)]
    [InlineData("no salt", "0", VerificationReason.SignatureInvalid)]
    [InlineData("a salt of 20", "20", VerificationReason.SignatureInvalid)]
    [InlineData("the longest salt", "222", VerificationReason.SignatureInvalid)]
    public async Task Pss_of_openssl_holds_for_one_length_of_the_salt(string description, string salt, VerificationReason expected)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using TemporaryFolder folder = new();
        string key = folder.Write("lab-key.pem", _desk.SignatureKey.ExportPkcs8PrivateKeyPem()), output = Path.Combine(folder.Path, "signature");
        ProgramOutcome outcome = openssl.Run(
            "dgst", "-sha256", "-sign", key, "-sigopt", "rsa_padding_mode:pss", "-sigopt", $"rsa_pss_saltlen:{salt}", "-out", output, folder.Write("data", Data));
        outcome.ExitCode.ShouldBe(0, outcome.All);
        SignatureVerifier.VerifyPss(await _desk.ValidateSignerAsync(), Data, HashAlgorithmName.SHA256, File.ReadAllBytes(output)).ShouldBe(expected, description);
    }

    [SkippableFact]
    public async Task A_hash_without_digest_info_holds_under_its_own_name_only()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using TemporaryFolder folder = new();
        byte[] hash = SHA256.HashData(Data);
        string key = folder.Write("lab-key.pem", _desk.SignatureKey.ExportPkcs8PrivateKeyPem()), output = Path.Combine(folder.Path, "signature");
        ProgramOutcome outcome = openssl.Run("pkeyutl", "-sign", "-inkey", key, "-in", folder.Write("hash", hash), "-out", output);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        byte[] bare = File.ReadAllBytes(output), whole = _desk.SignatureKey.SignData(Data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        SignatureVerifier.VerifyPkcs1WithoutDigestInfoWhereTheProtocolFixesTheHash(signer, hash, bare).ShouldBe(VerificationReason.None);
        SignatureVerifier.VerifyPkcs1WithoutDigestInfoWhereTheProtocolFixesTheHash(signer, hash, whole).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPkcs1WithoutDigestInfoWhereTheProtocolFixesTheHash(signer, SHA256.HashData(hash), bare).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPkcs1WithoutDigestInfoWhereTheProtocolFixesTheHash(signer, hash[..19], bare).ShouldBe(VerificationReason.AlgorithmNotAccepted);
        SignatureVerifier.VerifyPkcs1WithoutDigestInfoWhereTheProtocolFixesTheHash(signer, new byte[65], bare).ShouldBe(VerificationReason.AlgorithmNotAccepted);
        byte[] info = [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. hash];
        SignatureVerifier.VerifyPkcs1WithoutDigestInfoWhereTheProtocolFixesTheHash(signer, info, whole).ShouldBe(VerificationReason.AlgorithmNotAccepted);
        SignatureVerifier.VerifyPkcs1(signer, Data, bare).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPkcs1(signer, Data, whole).ShouldBe(VerificationReason.None);
    }

    [Theory]
    [InlineData("P-384", 384, "SHA384")]
    [InlineData("P-256", 256, "SHA256")]
    public async Task Ecdsa_holds_in_strict_der_only(string description, int size, string hash)
    {
        using EcdsaDesk next = new(size);
        ValidatedCertificate signer = await next.ValidateSignerAsync();
        HashAlgorithmName name = new(hash);
        byte[] signature = next.Key.SignData(Data, name, DSASignatureFormat.Rfc3279DerSequence);
        SignatureVerifier.VerifyEcdsa(signer, Data, signature).ShouldBe(VerificationReason.None, description);
        SignatureVerifier.VerifyEcdsa(signer, [.. Data, 0], signature).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyEcdsa(signer, Data, (byte[])[.. signature, 0]).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyEcdsa(signer, Data, (byte[])[0x30, 0x81, signature[1], .. signature.AsSpan(2)]).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyEcdsa(signer, Data, next.Key.SignData(Data, name)).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPss(signer, Data, name, signature).ShouldBe(VerificationReason.AlgorithmNotAccepted);
        SignatureVerifier.VerifyPkcs1(signer, Data, signature).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPkcs1WithoutDigestInfoWhereTheProtocolFixesTheHash(signer, SHA256.HashData(Data), signature).ShouldBe(VerificationReason.AlgorithmNotAccepted);
        SignatureVerifier.VerifyEcdsa(await _desk.ValidateSignerAsync(), Data, signature).ShouldBe(VerificationReason.AlgorithmNotAccepted);
    }
}
