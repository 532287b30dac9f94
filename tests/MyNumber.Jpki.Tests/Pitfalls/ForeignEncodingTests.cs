using System.Security.Cryptography.X509Certificates;
using System.Text;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Linting;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Pitfalls;

/// <summary>P3, P4, P5 and P7: what other builders write differently from JPKI, seen by the lint or refused.</summary>
public sealed class ForeignEncodingTests
{
    private static readonly CertificateLinter Linter = new(ProfileRules.ForCertificate(CertificateProfiles.CardSignature, JpkiEnvironment.Lab));

    [Fact]
    public void Alternative_name_copied_from_a_cut_display_is_found_short()
    {
        // P3: a program's text output ends behind the organisation; the units are there in the bytes.
        byte[] cut = RawParts.Directory(RawParts.Name((6, 0x13, "JP"), (10, 0x0C, "形の試験")));
        Clauses(RawShapes.Signature().WithValue(Oids.IssuerAltName, cut)).ShouldBe(["JPKI-SIGN-IAN"]);
    }

    [Fact]
    public void Kanji_encoded_twice_does_not_fit_its_flags()
    {
        // P4: UTF-8 that was read as Latin-1 and encoded again has more characters than the flags count.
        string twice = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("見本　花子"));
        (string Oid, string Value)[] attributes = [.. ShapedLeaf.Hanako.Select(one => one.Oid == Oids.PersonName ? (one.Oid, twice) : one)];
        RawCertificate leaf = RawShapes.Signature().WithValue(Oids.SubjectAltName, RawShapes.Holder(attributes));
        Clauses(leaf).ShouldBe(["JPKI-SIGN-SAN-NAME-FLAGS"]);
        JpkiCertificate.TryParse(leaf.SignWith(0), out _, out CertificatePart flaw).ShouldBeFalse();
        flaw.ToReason().ShouldBe(VerificationReason.HolderAttributesMalformed);
    }

    [Fact]
    public void Names_as_the_platform_builds_them_by_default_are_other_bytes()
    {
        // P5: strings become PrintableString, and the builder turns the order round.
        byte[] printable = new X500DistinguishedName(ShapedAuthority.SignatureName).RawData;
        byte[] forced = new X500DistinguishedName(ShapedAuthority.SignatureName, X500DistinguishedNameFlags.ForceUTF8Encoding).RawData;
        X500DistinguishedNameBuilder builder = new();
        builder.AddCountryOrRegion("JP");
        builder.AddOrganizationName("SHAPED TEST");
        byte[] turned = builder.Build().RawData;

        Clauses(RawShapes.Signature() with { Issuer = printable }).ShouldContain("JPKI-SIGN-ISSUER");
        Clauses(RawShapes.Signature() with { Issuer = turned }).ShouldContain("JPKI-SIGN-ISSUER");
        Clauses(RawShapes.Signature() with { Issuer = forced }).ShouldNotContain("JPKI-SIGN-ISSUER");
        printable.ShouldNotBe(forced);
    }

    [Theory]
    [InlineData("removeFromCRL", (int)X509RevocationReason.RemoveFromCrl)]
    [InlineData("aACompromise", (int)X509RevocationReason.AACompromise)]
    public void Platform_builder_cannot_write_every_reason(string description, int reason)
    {
        // P7: and it has no issuingDistributionPoint, so partitions are written by hand.
        Should.Throw<Exception>(() => new CertificateRevocationListBuilder().AddEntry([1], null, (X509RevocationReason)reason), description);
        typeof(CertificateRevocationListBuilder).GetMethods().ShouldNotContain(method => method.Name.Contains("DistributionPoint", StringComparison.Ordinal) && method.Name.StartsWith("Add", StringComparison.Ordinal));
    }

    private static string[] Clauses(RawCertificate leaf) => [.. Linter.Lint(leaf.SignWith(0)).Findings.Where(finding => finding.Clause != "JPKI-SIGN-AKI-ISSUER").Select(finding => finding.Clause)];
}
