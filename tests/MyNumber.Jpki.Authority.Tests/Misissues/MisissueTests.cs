using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Misissues;
using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Authority.Tests.Misissues;

/// <summary>Every row of the table is issued and given to the library's validator, which has an answer of its own for each.</summary>
public sealed class MisissueTests
{
    /// <summary>RFC 5280 §4.1.2.5 forbids authorities to write it and bids verifiers to read it: the lint tells it, the validator does not refuse.</summary>
    private const string WrongForAuthoritiesOnly = "generalized-time";

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
        { WrongForAuthoritiesOnly, VerificationReason.None },
        { "purpose-of-servers", VerificationReason.ExtendedKeyUsageNotAccepted },
        { "purpose-any", VerificationReason.ExtendedKeyUsageNotAccepted },
        { "purpose-of-responders", VerificationReason.ExtendedKeyUsageNotAccepted },
        { "purposes-critical-and-more", VerificationReason.ExtendedKeyUsageNotAccepted },
        { "key-usage-of-encipherment", VerificationReason.KeyUsageNotAccepted },
        { "key-usage-without-non-repudiation", VerificationReason.KeyUsageNotAccepted },
        { "key-usage-of-authorities", VerificationReason.KeyUsageNotAccepted },
        { "key-usage-not-critical", VerificationReason.KeyUsageNotAccepted },
        { "key-usage-missing", VerificationReason.KeyUsageNotAccepted },
        { "policy-missing", VerificationReason.PolicyNotSingle },
        { "policy-of-nobody", VerificationReason.PolicyNotAccepted },
        { "policy-of-test-environment", VerificationReason.PolicyNotAccepted },
        { "policy-any", VerificationReason.PolicyNotAccepted },
        { "policy-of-other-purpose", VerificationReason.WrongPurpose },
        { "policy-not-critical", VerificationReason.PolicyNotCritical },
        { "policies-two", VerificationReason.PolicyNotSingle },
        { "unknown-critical-extension", VerificationReason.UnrecognisedCriticalExtension },
        { "authority-as-leaf", VerificationReason.AuthorityAsEndEntity },
        { "basic-constraints-present", VerificationReason.BasicConstraintsUnexpected },
        { "version-one", VerificationReason.ProfileMismatch },
        { "version-two", VerificationReason.ProfileMismatch },
        { "extension-twice", VerificationReason.CertificateMalformed },
        { "attributes-missing", VerificationReason.HolderAttributesMissing },
        { "attributes-in-authentication", VerificationReason.HolderAttributesUnexpected },
        { "other-name-twice", VerificationReason.HolderAttributesMalformed },
        { "address-missing", VerificationReason.HolderAttributesMalformed },
        { "flags-too-short", VerificationReason.HolderAttributesMalformed },
        { "flags-not-binary", VerificationReason.HolderAttributesMalformed },
        { "sex-of-two-digits", VerificationReason.HolderAttributesMalformed },
        { "sex-no-digit", VerificationReason.HolderAttributesMalformed },
        { "birth-date-without-era", VerificationReason.HolderAttributesMalformed },
        { "birth-date-impossible", VerificationReason.HolderAttributesMalformed },
        { "birth-date-of-unknown-era", VerificationReason.HolderAttributesMalformed },
        { "sex-as-printable-string", VerificationReason.HolderAttributesMalformed },
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
        { "signature-sha1", VerificationReason.CertificateAlgorithmNotAccepted },
        { "serial-zero", VerificationReason.SerialNumberNotPositive },
        { "serial-negative", VerificationReason.CertificateMalformed },
        { "serial-of-21-octets", VerificationReason.CertificateMalformed },
        { "indefinite-length", VerificationReason.CertificateMalformed },
        { "octet-behind", VerificationReason.CertificateMalformed },
        { "cut-short", VerificationReason.CertificateMalformed },
        { "true-not-ff", VerificationReason.CertificateMalformed },
        { "algorithms-differ", VerificationReason.CertificateMalformed },
        { "key-of-1024-bits", VerificationReason.KeyNotAccepted },
        { "exponent-three", VerificationReason.KeyNotAccepted },
        { "key-on-p256", VerificationReason.KeyNotAccepted },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Verifier_has_its_answer_for_each_row(string row, VerificationReason expected)
    {
        Misissue misissue = MisissueTable.Find(row).ShouldNotBeNull();
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        IssuedCertificate issued = await misissue.IssueAsync(lab, TestLab.Request(lab));
        ValidationResult answer = await Validator(lab, misissue.Purpose).ValidateAsync(issued.Encoded);
        answer.Reason.ShouldBe(expected);
        answer.Outcome.ShouldBe(misissue.IsWrong && row != WrongForAuthoritiesOnly ? VerificationOutcome.Invalid : VerificationOutcome.Valid);
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
