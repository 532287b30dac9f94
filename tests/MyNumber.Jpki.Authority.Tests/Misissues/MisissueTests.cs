using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Misissues;
using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Authority.Tests.Misissues;

/// <summary>Every row of the table is issued and given to the library's validator, which has an answer of its own for each.</summary>
public sealed class MisissueTests
{
    /// <summary>RFC 5280 §4.1.2.5 forbids it; the reader may still take it.</summary>
    private const string LaxToday = "generalized-time";

    public static TheoryData<string, VerificationReason> Expected => new()
    {
        { "sixth-birthday", VerificationReason.None },
        { "leap-day-birthday", VerificationReason.None },
        { "substituted-name", VerificationReason.None },
        { "longest-address", VerificationReason.None },
        { "sex-not-applicable", VerificationReason.None },
        { "birth-date-unknown", VerificationReason.None },
        { "unknown-other-name", VerificationReason.None },
        { "ocsp-address-present", VerificationReason.None },
        { "ocsp-address-absent", VerificationReason.None },
        { "purposes-absent", VerificationReason.None },
        { "unknown-extension", VerificationReason.None },
        { "expired", VerificationReason.Expired },
        { "not-yet-valid", VerificationReason.NotYetValid },
        { "ends-before-it-begins", VerificationReason.Expired },
        { LaxToday, VerificationReason.CertificateMalformed },
        { "purpose-of-servers", VerificationReason.ProfileMismatch },
        { "purpose-any", VerificationReason.ProfileMismatch },
        { "purpose-of-responders", VerificationReason.ProfileMismatch },
        { "purposes-critical-and-more", VerificationReason.ProfileMismatch },
        { "key-usage-of-encipherment", VerificationReason.ProfileMismatch },
        { "key-usage-without-non-repudiation", VerificationReason.ProfileMismatch },
        { "key-usage-of-authorities", VerificationReason.ProfileMismatch },
        { "key-usage-not-critical", VerificationReason.ProfileMismatch },
        { "key-usage-missing", VerificationReason.ProfileMismatch },
        { "policy-missing", VerificationReason.ProfileMismatch },
        { "policy-of-nobody", VerificationReason.PolicyNotAccepted },
        { "policy-of-test-environment", VerificationReason.PolicyNotAccepted },
        { "policy-any", VerificationReason.PolicyNotAccepted },
        { "policy-of-other-purpose", VerificationReason.WrongPurpose },
        { "policy-not-critical", VerificationReason.ProfileMismatch },
        { "policies-two", VerificationReason.ProfileMismatch },
        { "unknown-critical-extension", VerificationReason.UnrecognisedCriticalExtension },
        { "authority-as-leaf", VerificationReason.AuthorityAsEndEntity },
        { "basic-constraints-present", VerificationReason.ProfileMismatch },
        { "version-one", VerificationReason.ProfileMismatch },
        { "version-two", VerificationReason.ProfileMismatch },
        { "extension-twice", VerificationReason.CertificateMalformed },
        { "attributes-missing", VerificationReason.ProfileMismatch },
        { "attributes-in-authentication", VerificationReason.ProfileMismatch },
        { "other-name-twice", VerificationReason.CertificateMalformed },
        { "address-missing", VerificationReason.CertificateMalformed },
        { "flags-too-short", VerificationReason.CertificateMalformed },
        { "flags-not-binary", VerificationReason.CertificateMalformed },
        { "sex-of-two-digits", VerificationReason.CertificateMalformed },
        { "sex-no-digit", VerificationReason.CertificateMalformed },
        { "birth-date-without-era", VerificationReason.CertificateMalformed },
        { "birth-date-impossible", VerificationReason.CertificateMalformed },
        { "birth-date-of-unknown-era", VerificationReason.CertificateMalformed },
        { "sex-as-printable-string", VerificationReason.CertificateMalformed },
        { "key-identifier-of-other-generation", VerificationReason.IssuerSignatureInvalid },
        { "issuer-serial-of-other-generation", VerificationReason.IssuerGenerationUnknown },
        { "key-identifier-of-nobody", VerificationReason.IssuerGenerationUnknown },
        { "key-identifier-missing", VerificationReason.IssuerGenerationUnknown },
        { "signed-by-other-generation", VerificationReason.IssuerSignatureInvalid },
        { "signed-by-other-authority", VerificationReason.IssuerSignatureInvalid },
        { "issuer-of-other-purpose", VerificationReason.IssuerUnknown },
        { "issuer-of-other-lab", VerificationReason.IssuerUnknown },
        { "issuer-as-printable-string", VerificationReason.IssuerUnknown },
        { "signature-damaged", VerificationReason.IssuerSignatureInvalid },
        { "signature-sha1", VerificationReason.ProfileMismatch },
        { "serial-zero", VerificationReason.ProfileMismatch },
        { "serial-negative", VerificationReason.CertificateMalformed },
        { "serial-of-21-octets", VerificationReason.CertificateMalformed },
        { "indefinite-length", VerificationReason.CertificateMalformed },
        { "octet-behind", VerificationReason.CertificateMalformed },
        { "cut-short", VerificationReason.CertificateMalformed },
        { "true-not-ff", VerificationReason.CertificateMalformed },
        { "algorithms-differ", VerificationReason.CertificateMalformed },
        { "key-of-1024-bits", VerificationReason.ProfileMismatch },
        { "exponent-three", VerificationReason.ProfileMismatch },
        { "key-on-p256", VerificationReason.ProfileMismatch },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Verifier_has_its_answer_for_each_row(string row, VerificationReason expected)
    {
        Misissue misissue = MisissueTable.Find(row).ShouldNotBeNull();
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        IssuedCertificate issued = await misissue.IssueAsync(lab, TestLab.Request(lab));
        ValidationResult answer = await Validator(lab, misissue.Purpose).ValidateAsync(issued.Encoded);
        if (row == LaxToday && answer.Outcome == VerificationOutcome.Valid)
        {
            return;
        }

        answer.Reason.ShouldBe(expected);
        answer.Outcome.ShouldBe(misissue.IsWrong ? VerificationOutcome.Invalid : VerificationOutcome.Valid);
    }

    [Fact]
    public void Every_row_has_its_expected_answer_and_a_name_of_its_own() =>
        Expected.Select(row => (string)row[0]).ShouldBe(MisissueTable.All.Select(row => row.Name));

    [Fact]
    public void Row_that_does_not_exist_is_not_found() => MisissueTable.Find("sixth-Birthday").ShouldBeNull();

    [Fact]
    public async Task Change_of_the_caller_is_made_before_the_rows()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardIssuance request = TestLab.Request(lab) with { Alter = (_, contents) => contents.WithExtensions([.. contents.Extensions.Skip(1)]) };
        IssuedCertificate issued = await MisissueTable.Find("unknown-extension")!.IssueAsync(lab, request);
        JpkiCertificate.TryParse(issued.Encoded.Span, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        certificate!.KeyUsage.ShouldBeNull();
    }

    [Fact]
    public async Task Sixth_birthday_and_leap_day_end_where_the_rule_says()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        (await MisissueTable.Find("sixth-birthday")!.IssueAsync(lab, TestLab.Request(lab))).NotAfter.ShouldBe(new DateTimeOffset(2032, 2, 17, 14, 59, 59, TimeSpan.Zero));
        (await MisissueTable.Find("leap-day-birthday")!.IssueAsync(lab, TestLab.Request(lab))).NotAfter.ShouldBe(new DateTimeOffset(2031, 2, 28, 14, 59, 59, TimeSpan.Zero));
    }

    private static CertificateValidator Validator(LabAuthority lab, CertificatePurpose purpose)
    {
        TrustAnchorSet anchors = new(
            purpose,
            JpkiEnvironment.Lab,
            lab.Anchors(purpose).Select(der => TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor) ? anchor : throw new InvalidOperationException()),
            [purpose == CertificatePurpose.Signature ? CertificateProfiles.CardSignature : CertificateProfiles.CardUserAuthentication]);
        return new CertificateValidator(anchors, new RegisterStatusSource(lab.Statuses, lab.Clock), lab.Clock);
    }
}
