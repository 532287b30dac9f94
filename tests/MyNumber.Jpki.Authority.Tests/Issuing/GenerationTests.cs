using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Tests.Issuing;

/// <summary>Two generations of one name: the platform's chain picks the right one, and fails only when it is missing.</summary>
public sealed class GenerationTests
{
    [Theory]
    [InlineData("current leaf, previous first", KeyGeneration.Current, "previous,current", true)]
    [InlineData("current leaf, current first", KeyGeneration.Current, "current,previous", true)]
    [InlineData("previous leaf, previous first", KeyGeneration.Previous, "previous,current", true)]
    [InlineData("previous leaf, current first", KeyGeneration.Previous, "current,previous", true)]
    [InlineData("current leaf, previous only", KeyGeneration.Current, "previous", false)]
    [InlineData("previous leaf, current only", KeyGeneration.Previous, "current", false)]
    public void Chain_is_built_with_the_right_generation_only(string description, KeyGeneration issuer, string trusted, bool expected)
    {
        LabAuthority lab = TestLab.Now();
        CardCertificates card = lab.Issue(TestLab.Request(lab, generation: issuer));
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(card.UserAuthentication.Encoded.Span);
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = lab.Clock.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        foreach (string name in trusted.Split(','))
        {
            KeyGeneration generation = name == "current" ? KeyGeneration.Current : KeyGeneration.Previous;
            chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(TestLab.Anchor(lab, CertificatePurpose.UserAuthentication, generation)));
        }

        chain.Build(leaf).ShouldBe(expected, description);
        if (!expected)
        {
            // With one name and another key the platform reports either a chain that ends early or a signature that does not fit.
            chain.ChainStatus.Select(status => status.Status).ShouldContain(X509ChainStatusFlags.PartialChain);
        }
    }

    [Fact]
    public void Generations_share_the_name_and_differ_in_key_and_serial()
    {
        CertificationAuthority authority = TestLab.At(TestLab.Fixed).Of(CertificatePurpose.Signature);
        AuthorityGeneration previous = authority.Of(KeyGeneration.Previous), current = authority.Current;
        previous.Naming.Name.Encoded.ToArray().ShouldBe(current.Naming.Name.Encoded.ToArray());
        previous.KeyIdentifier.ToArray().ShouldNotBe(current.KeyIdentifier.ToArray());
        using X509Certificate2 first = X509CertificateLoader.LoadCertificate(previous.Certificate.Span);
        using X509Certificate2 second = X509CertificateLoader.LoadCertificate(current.Certificate.Span);
        first.SerialNumber.ShouldBe("01320001");
        second.SerialNumber.ShouldBe("02670001");
        first.SubjectName.RawData.ShouldBe(second.SubjectName.RawData);
    }

    [Fact]
    public void Lab_name_is_written_in_jpki_order_byte_for_byte()
    {
        ReadOnlyMemory<byte> name = AuthorityNaming.Lab(CertificatePurpose.Signature).Name.Encoded;
        Convert.ToHexString(name.Span).ShouldBe(
            "307F" + "310B3009060355040613024A50"
            + "31193017060355040A0C10" + "4D794E756D6265722053444B204C6162"
            + "312F302D060355040B0C26" + "4D794E756D6265722053444B204C616220666F72206469676974616C207369676E6174757265"
            + "31243022060355040B0C1B" + "4D794E756D6265722053444B204C6162204F7065726174696F6E73");
    }
}
