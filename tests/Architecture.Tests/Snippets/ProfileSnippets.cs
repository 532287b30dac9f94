using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Linting;
using MyNumber.TestKit;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class ProfileSnippets
{
    private readonly List<string> _notes = [];

    [Fact]
    public void Certificate_of_another_shape_is_linted()
    {
        byte[] der = SelfSigned();
        #region lint-certificate
        ProfileRuleSet rules = ProfileRules.ForCertificate(CertificateProfiles.CardSignature, JpkiEnvironment.Lab);
        LintReport report = new CertificateLinter(rules).Lint(der);            // any bytes; nothing throws
        foreach (LintFinding finding in report.Findings)                       // heaviest first
        {
            Note($"{finding.Rank} {finding.Clause} at byte {finding.Offset}: {finding.Japanese}");
        }

        byte[] json = LintJson.Serialize(report);                              // stable shape, enums by name
        #endregion
        report.IsAcceptable.ShouldBeFalse();
        _notes.ShouldContain(note => note.StartsWith("Error JPKI-SIGN-KU at byte 0", StringComparison.Ordinal));
        json.ShouldNotBeEmpty();
    }

    [Fact]
    public void Lab_certificate_is_not_taken_for_a_production_anchor()
    {
        using TemporaryFolder folder = new();
        string[] files = [folder.Write("lab.cer", SelfSigned())];
        #region load-anchors
        TrustAnchorLoader loader = TrustAnchorLoader.ForProduction(CertificatePurpose.Signature);
        TrustAnchorLoadResult loaded = loader.Load(
            files.Select(path => new TrustAnchorFile(Path.GetFileName(path), File.ReadAllBytes(path))),   // DER or PEM, one or several in each
            [CertificateProfiles.CardSignature]);
        foreach (RejectedAnchor rejected in loaded.Rejected)                   // one of them, and there is no set
        {
            Note($"{rejected.Label} #{rejected.Index}: {rejected.Fault}");
        }

        foreach (AuthorityRecord missing in loaded.Missing)                    // its certificates will be refused
        {
            Note($"generation {missing.Generation} is missing");
        }

        TrustAnchorSet? anchors = loaded.Anchors;
        #endregion
        anchors.ShouldBeNull();
        _notes.ShouldBe(["lab.cer #0: NotAnAuthority", "generation 1 is missing", "generation 2 is missing", "generation 3 is missing"]);
    }

    private static byte[] SelfSigned()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=Snippet", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return certificate.RawData;
    }

    private void Note(string text) => _notes.Add(text);
}
