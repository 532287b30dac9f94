using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Services;

/// <summary>Logins with the next card as it is expected. The leaf is the shaped one of signature certificates, let in by a profile of the test's own.</summary>
public sealed class EcdsaLoginTests
{
    [Theory]
    [InlineData("P-384 with SHA-384", 384, "SHA384", VerificationReason.None)]
    [InlineData("P-256 with SHA-256", 256, "SHA256", VerificationReason.None)]
    [InlineData("P-384 with SHA-256", 384, "SHA256", VerificationReason.SignatureInvalid)]
    [InlineData("P-256 with SHA-384", 256, "SHA384", VerificationReason.SignatureInvalid)]
    public async Task A_login_on_a_curve_holds_with_the_hash_of_the_curve(string description, int size, string hash, VerificationReason reason)
    {
        LoginResult result = await LogInAsync(size, (key, message) => key.SignData(message, new HashAlgorithmName(hash), DSASignatureFormat.Rfc3279DerSequence));
        result.Reason.ShouldBe(reason, description);
        result.Identity.IsEmpty.ShouldBe(reason != VerificationReason.None);
    }

    [Fact]
    public async Task Two_numbers_side_by_side_are_no_signature() =>
        (await LogInAsync(384, (key, message) => key.SignData(message, HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))).Reason.ShouldBe(VerificationReason.SignatureInvalid);

    [Fact]
    public async Task Octets_after_the_signature_make_it_invalid() =>
        (await LogInAsync(384, (key, message) => [.. key.SignData(message, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence), 0])).Reason.ShouldBe(VerificationReason.SignatureInvalid);

    [Fact]
    public async Task Nothing_is_no_signature() => (await LogInAsync(384, (_, _) => [])).Reason.ShouldBe(VerificationReason.SignatureInvalid);

    private static async Task<LoginResult> LogInAsync(int size, Func<ECDsa, byte[], byte[]> sign)
    {
        using ECDsa authority = ShapedEcdsa.Key(384), key = ShapedEcdsa.Key(size);
        byte[] leaf = ShapedEcdsa.Leaf(key, authority, authority, HashAlgorithmName.SHA384, SigningDesk.Now.AddYears(-1), SigningDesk.Now.AddYears(4));
        TrustAnchor.TryParse(ShapedEcdsa.Authority(authority), out TrustAnchor? anchor).ShouldBeTrue();
        CertificateProfile profile = CertificateProfiles.ExpectedNextCardUserAuthentication(ShapedEcdsa.Policy) with
        {
            KeySize = size,
            HasHolder = true,
            KeyUsage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
        };
        ManualTimeProvider clock = new(SigningDesk.Now);
        CertificateValidator validator = new(new TrustAnchorSet(CertificatePurpose.UserAuthentication, JpkiEnvironment.Lab, [anchor!], [profile]), new FixedStatus(), clock);
        HolderChallenges challenges = new(new InMemoryChallengeStore(clock), clock, new SeededRandom());
        HolderChallenge challenge = (await challenges.IssueAsync("o", "s")).ShouldNotBeNull();
        return await new LoginVerifier(validator, challenges).VerifyAsync(challenge.Id, "o", "s", leaf, sign(key, challenge.Message.ToArray()));
    }
}
