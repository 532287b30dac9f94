using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Linting;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Linting;

public sealed class CertificateLinterTests
{
    private static readonly ProfileRuleSet Rules = ProfileRules.ForCertificate(CertificateProfiles.CardSignature, JpkiEnvironment.Lab);
    private static readonly ProfileRuleSet LoginRules = ProfileRules.ForCertificate(CertificateProfiles.CardUserAuthentication, JpkiEnvironment.Lab);
    private static readonly RawCertificate Good = RawShapes.Signature(), Login = RawShapes.Login();

    private static readonly Dictionary<string, (RawCertificate Leaf, string Topic, FindingKind Kind, FindingRank Rank)> Flaws = new()
    {
        ["extensions out of order"] = (Good with { Extensions = [.. Good.Extensions.Reverse()] }, "EXT-ORDER", FindingKind.Order, FindingRank.Warning),
        ["no CPS qualifier"] = (Good.WithValue(Oids.CertificatePolicies, RawParts.Wrap(0x30, RawParts.Wrap(0x30, RawParts.Oid(Oids.PolicySignatureCard)))), "CP-CPS", FindingKind.Missing, FindingRank.Error),
        ["CPS address as UTF8String"] = (Good.WithValue(Oids.CertificatePolicies, RawParts.Policies(Oids.PolicySignatureCard, RawShapes.Cps, 0x0C)), "CP-CPS", FindingKind.Encoding, FindingRank.Error),
        ["policies not critical"] = (Good.Change(Oids.CertificatePolicies, policy => policy with { Critical = false }), "CP", FindingKind.Criticality, FindingRank.Error),
        ["country as UTF8String"] = (Good with { Subject = RawParts.Name((6, 0x0C, "JP"), (7, 0x0C, "Tokyo-to"), (7, 0x0C, "Chiyoda-ku"), (3, 0x0C, "1")) }, "SUBJECT", FindingKind.Encoding, FindingRank.Error),
        ["municipality as PrintableString"] = (Good with { Subject = RawParts.Name((6, 0x13, "JP"), (7, 0x0C, "Tokyo-to"), (7, 0x13, "Chiyoda-ku"), (3, 0x0C, "1")) }, "SUBJECT", FindingKind.Encoding, FindingRank.Error),
        ["subject without municipality"] = (Good with { Subject = RawParts.Name((6, 0x13, "JP"), (7, 0x0C, "Tokyo-to"), (3, 0x0C, "1")) }, "SUBJECT", FindingKind.Value, FindingRank.Error),
        ["issuer's unit as PrintableString"] = (Good with { Issuer = RawParts.Name((6, 0x13, "JP"), (10, 0x0C, "L"), (11, 0x13, "A"), (11, 0x0C, "B")) }, "ISSUER", FindingKind.Encoding, FindingRank.Error),
        ["issuer named as the real one in a lab"] = (Good with { Issuer = RawShapes.AuthorityName("X", "JPKI") }, "ISSUER", FindingKind.Value, FindingRank.Error),
        ["key identifier without issuer"] = (Good.WithValue(Oids.AuthorityKeyIdentifier, RawParts.Wrap(0x30, [.. RawParts.Wrap(0x80, RawShapes.IdentifierOf(0)), .. RawParts.Wrap(0x82, [1])])), "AKI-ISSUER", FindingKind.Missing, FindingRank.Warning),
        ["key identifier without serial"] = (Good.WithValue(Oids.AuthorityKeyIdentifier, RawParts.Wrap(0x30, [.. RawParts.Wrap(0x80, RawShapes.IdentifierOf(0)), .. RawParts.Wrap(0xA1, RawParts.Wrap(0xA4, RawShapes.SignatureAuthority))])), "AKI-SERIAL", FindingKind.Missing, FindingRank.Warning),
        ["key identifier of 8 bytes"] = (Good.WithValue(Oids.AuthorityKeyIdentifier, RawParts.Wrap(0x30, RawParts.Wrap(0x80, new byte[8]))), "AKI", FindingKind.Value, FindingRank.Error),
        ["distribution point with a URI"] = (Good.WithValue(Oids.CrlDistributionPoints, Convert.FromHexString("30153013A011A00F860D687474703A2F2F612E622F6372")), "CRLDP", FindingKind.Value, FindingRank.Error),
        ["distribution point with reasons"] = (Good.WithValue(Oids.CrlDistributionPoints, RawParts.Wrap(0x30, RawParts.Wrap(0x30, [.. RawParts.Point(RawShapes.Partition)[6..], 0x81, 0x02, 0x01, 0x06]))), "CRLDP", FindingKind.Value, FindingRank.Error),
        ["no distribution point"] = (Good.Without(Oids.CrlDistributionPoints), "CRLDP", FindingKind.Missing, FindingRank.Error),
        ["end in the middle of a day"] = (Good with { NotAfter = RawParts.Time(0x17, "300401120000Z") }, "NOT-AFTER", FindingKind.Value, FindingRank.Warning),
        ["end as GeneralizedTime"] = (Good with { NotAfter = RawParts.Time(0x18, "20300401145959Z") }, "TIME-TYPE", FindingKind.Encoding, FindingRank.Error),
        ["start as GeneralizedTime"] = (Good with { NotBefore = RawParts.Time(0x18, "20250402030405Z") }, "TIME-TYPE", FindingKind.Encoding, FindingRank.Error),
        ["longer than six years"] = (Good with { NotAfter = RawParts.Time(0x17, "310404145959Z") }, "LIFETIME", FindingKind.Value, FindingRank.Warning),
        ["basicConstraints"] = (Good.Plus(Oids.BasicConstraints, false, [0x30, 0x00]), "BC", FindingKind.Unexpected, FindingRank.Error),
        ["address of a responder"] = (Good.Plus(Oids.AuthorityInfoAccess, false, RawParts.Access("http://127.0.0.1:1")), "AIA", FindingKind.Unexpected, FindingRank.Notice),
        ["purpose in a signature certificate"] = (Good.Plus(Oids.ExtendedKeyUsage, false, RawParts.Wrap(0x30, RawParts.Oid("1.3.6.1.5.5.7.3.4"))), "EKU", FindingKind.Unexpected, FindingRank.Warning),
        ["alternative name of the issuer critical"] = (Good.Change(Oids.IssuerAltName, name => name with { Critical = true }), "IAN", FindingKind.Criticality, FindingRank.Error),
        ["no alternative name of the issuer"] = (Good.Without(Oids.IssuerAltName), "IAN", FindingKind.Missing, FindingRank.Error),
        ["subject key identifier of something else"] = (Good.WithValue(Oids.SubjectKeyIdentifier, RawParts.Wrap(0x04, new byte[20])), "SKI", FindingKind.Value, FindingRank.Warning),
        ["unknown extension"] = (Good.Plus("1.2.3.4", false, [0x05, 0x00]), "EXT-OTHER", FindingKind.Unexpected, FindingRank.Notice),
        ["serial of five octets"] = (Good with { Serial = [1, 2, 3, 4, 5] }, "SERIAL-LENGTH", FindingKind.Value, FindingRank.Notice),
        ["attributes in another order"] = (Holder([.. ShapedLeaf.Hanako.Reverse()]), "SAN-ORDER", FindingKind.Order, FindingRank.Warning),
        ["era that does not fit"] = (With(Oids.PersonBirthDate, "319900401"), "SAN-ERA", FindingKind.Value, FindingRank.Warning),
        ["day unknown"] = (With(Oids.PersonBirthDate, "419900400"), "SAN-BIRTH-PARTS", FindingKind.Value, FindingRank.Notice),
        ["sex 9"] = (With(Oids.PersonSex, "9"), "SAN-SEX-VALUE", FindingKind.Value, FindingRank.Notice),
        ["unknown otherName of the arc"] = (Holder([.. ShapedLeaf.Hanako, ("1.2.392.200149.8.5.5.7", "ミホン")]), "SAN-OTHER", FindingKind.Unexpected, FindingRank.Notice),
        ["otherName outside of the arc"] = (Holder([.. ShapedLeaf.Hanako, ("1.3.6.1.4.1.311.20.2.3", "x@y")]), "SAN-FORMS", FindingKind.Unexpected, FindingRank.Notice),
    };

    public static TheoryData<string> FlawNames => [.. Flaws.Keys];

    [Theory]
    [MemberData(nameof(FlawNames))]
    public void Flaw_is_found_by_its_clause_with_its_rank(string description)
    {
        (RawCertificate leaf, string topic, FindingKind kind, FindingRank rank) = Flaws[description];
        LintReport report = Lint(leaf.SignWith(0));
        report.Findings.ShouldContain(finding => finding.Clause == $"JPKI-SIGN-{topic}" && finding.Kind == kind && finding.Rank == rank, report.ToText());
    }

    [Fact]
    public void Certificates_in_the_shape_of_the_specimens_have_no_finding()
    {
        Lint(Good.SignWith(0)).ToText().ShouldBe("JPKI-SIGN: 0 errors, 0 warnings, 0 notices, 0 not known; 46 rules\n");
        Lint(Login.SignWith(2), LoginRules).Findings.ShouldBeEmpty();
        Lint(RawShapes.Authority(0).SignWith(0), ProfileRules.ForAuthority(CertificatePurpose.Signature, JpkiEnvironment.Lab)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Production_rows_ask_for_the_real_names_and_addresses()
    {
        string[] clauses = [.. Lint(Login.SignWith(2), ProfileRules.ForCertificate(CertificateProfiles.CardUserAuthentication, JpkiEnvironment.Production)).Findings.Select(finding => finding.Clause)];
        clauses.ShouldBe(["JPKI-AUTH-ISSUER", "JPKI-AUTH-CP-CPS", "JPKI-AUTH-AIA"], ignoreOrder: true);
    }

    [Fact]
    public void Test_rows_ask_for_the_test_organisation()
    {
        ProfileRuleSet rules = ProfileRules.ForCertificate(CertificateProfiles.TestCardSignature, JpkiEnvironment.Test);
        RawCertificate leaf = (Good with { Issuer = RawShapes.AuthorityName("JPKI for digital signature", "JPKI-TEST") })
            .WithValue(Oids.CertificatePolicies, RawParts.Policies("1.2.392.200149.8.5.1.0.20", "http://www.jpki.go.jp/cps.html"));
        Lint(leaf.SignWith(0), rules).Findings.Select(finding => finding.Clause).ShouldBe(["JPKI-SIGN-AKI-ISSUER"]);
        Lint(Good.SignWith(0), rules).Findings.ShouldContain(finding => finding.Clause == "JPKI-SIGN-ISSUER");
    }

    [Fact]
    public void Phone_rows_that_nobody_knows_are_ranked_as_not_known()
    {
        CertificateProfile phone = CertificateProfiles.CardSignature with { Medium = CertificateMedium.Phone, Policy = "1.2.3.4.5" };
        ProfileRuleSet rules = ProfileRules.ForCertificate(phone, JpkiEnvironment.Lab);
        byte[] leaf = Good.Without(Oids.IssuerAltName).WithValue(Oids.CertificatePolicies, RawParts.Policies("1.2.3.4.5", RawShapes.Cps)).SignWith(0);
        Lint(leaf, rules).Findings.Select(finding => (finding.Clause, finding.Rank)).ShouldBe([("JPKI-SIGN-IAN", FindingRank.NotKnown)]);

        ProfileRuleSet configured = rules.With("JPKI-SIGN-IAN", rule => rule with { Presence = RulePresence.Forbidden, Confidence = RuleConfidence.Confirmed });
        Lint(leaf, configured).Findings.ShouldBeEmpty();
        Lint(Good.WithValue(Oids.CertificatePolicies, RawParts.Policies("1.2.3.4.5", RawShapes.Cps)).SignWith(0), configured)
            .Findings.Select(finding => (finding.Clause, finding.Rank)).ShouldBe([("JPKI-SIGN-IAN", FindingRank.Error)]);
    }

    [Fact]
    public void Finding_names_the_offset_of_what_is_wrong()
    {
        byte[] der = (Good with { NotAfter = RawParts.Time(0x18, "20300401145959Z") }).SignWith(0);
        LintFinding finding = Lint(der).Findings.Single(one => one.Clause == "JPKI-SIGN-TIME-TYPE");
        finding.Path.ShouldBe("tbsCertificate.validity.notAfter");
        der.AsSpan(finding.Offset, 2).ToArray().ShouldBe([0x18, 0x0F]);
    }

    [Fact]
    public void Report_carries_no_value_of_the_holder_and_no_serial()
    {
        foreach ((RawCertificate leaf, _, _, _) in Flaws.Values)
        {
            LintReport report = Lint(leaf.SignWith(0));
            string everything = report.ToText() + report.ToText(japanese: true) + System.Text.Encoding.UTF8.GetString(LintJson.Serialize(report));
            foreach (string value in (string[])["見本", "花子", "霞が関", "19900401", "01223344", "1223344"])
            {
                everything.ShouldNotContain(value);
            }
        }
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("one byte", "30")]
    [InlineData("an empty sequence", "3000")]
    [InlineData("a length past the end", "3082FFFF00")]
    [InlineData("an indefinite length", "30800000")]
    [InlineData("sequences in sequences", "30083006300430023000")]
    [InlineData("a string", "0C0161")]
    public void Other_bytes_give_an_error_and_no_exception(string description, string hex)
    {
        LintReport report = Lint(Convert.FromHexString(hex));
        report.IsAcceptable.ShouldBeFalse(description);
        report.Findings.ShouldContain(finding => finding.Clause == "JPKI-SIGN-DER", description);
    }

    [Fact]
    public void Certificate_cut_off_anywhere_gives_an_error()
    {
        byte[] der = Good.SignWith(0);
        for (int length = 0; length < der.Length; length++)
        {
            Lint(der[..length]).IsAcceptable.ShouldBeFalse();
        }

        Lint([.. der, 0]).IsAcceptable.ShouldBeFalse();
        Lint(new byte[JpkiCertificate.MaximumLength + 1]).IsAcceptable.ShouldBeFalse();
    }

    [Fact]
    public void Wrong_authority_is_told_by_its_rows()
    {
        RawCertificate authority = RawShapes.Authority(0)
            .WithValue(Oids.BasicConstraints, [0x30, 0x06, 0x01, 0x01, 0xFF, 0x02, 0x01, 0x00])
            .Plus(Oids.AuthorityKeyIdentifier, false, RawShapes.KeyIdentifiers(0, RawShapes.SignatureAuthority)) with { Subject = RawShapes.LoginAuthority };
        Lint(authority.SignWith(0), ProfileRules.ForAuthority(CertificatePurpose.Signature, JpkiEnvironment.Lab)).Findings
            .Select(finding => (finding.Clause, finding.Rank)).ShouldBe(
                [("JPKI-CA-SELF", FindingRank.Error), ("JPKI-CA-CA", FindingRank.Error), ("JPKI-CA-AKI", FindingRank.Notice)], ignoreOrder: true);
    }

    private static RawCertificate Holder((string Oid, string Value)[] attributes) => Good.WithValue(Oids.SubjectAltName, RawShapes.Holder(attributes));

    private static RawCertificate With(string oid, string value) => Holder([.. ShapedLeaf.Hanako.Select(one => one.Oid == oid ? (oid, value) : one)]);

    private static LintReport Lint(byte[] der, ProfileRuleSet? rules = null) => new CertificateLinter(rules ?? Rules).Lint(der);
}
