using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Pitfalls;

/// <summary>P1: the JDK refuses by default a critical certificatePolicies that has a qualifier, and every JPKI leaf has one.</summary>
public sealed class JavaPolicyQualifierTests
{
    private static readonly byte[] Root = RawShapes.Authority(0).SignWith(0), Leaf = RawShapes.Signature().SignWith(0);

    [SkippableTheory]
    [InlineData("as it comes", "rejects", false)]
    [InlineData("told to leave qualifiers to the caller", "accepts", true)]
    public void Jdk_accepts_the_leaf_only_when_told_to_leave_qualifiers_alone(string description, string how, bool valid)
    {
        OutsideProgram.Require("javac", "default-jdk-headless");
        using TemporaryFolder folder = new();
        string root = folder.Write("root.cer", Root), leaf = folder.Write("leaf.cer", Leaf);
        ProgramOutcome outcome = OutsideProgram.Require("java", "default-jdk-headless")
            .Run(Path.Combine(AppContext.BaseDirectory, "Pitfalls", "PolicyQualifierPeer.java"), root, leaf, how);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        (outcome.Output == "valid").ShouldBe(valid, $"{description}: {outcome.Output}");
        outcome.Output.Contains("qualifiers", StringComparison.Ordinal).ShouldBe(!valid, description);
    }

    [Fact]
    public void Our_verifier_accepts_the_qualifier_and_still_demands_the_policy()
    {
        TrustAnchor.TryParse(Root, out TrustAnchor? anchor).ShouldBeTrue();
        JpkiCertificate.TryParse(Leaf, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        DateTimeOffset now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
        Verify(CertificateProfiles.CardSignature).ShouldBe(VerificationReason.None);
        Verify(CertificateProfiles.TestCardSignature).ShouldBe(VerificationReason.PolicyNotAccepted);

        VerificationReason Verify(CertificateProfile profile) =>
            new PathVerifier(new TrustAnchorSet(CertificatePurpose.Signature, JpkiEnvironment.Lab, [anchor!], [profile])).Verify(certificate!, now, out _);
    }
}
