using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Authority.Tests.Office;

public sealed class CertificateOfficeTests
{
    private static readonly (IssuedState, RevocationReason) Good = (IssuedState.Good, RevocationReason.Unspecified);

    // In the SubjectPublicKeyInfo of an RSA key of 2048 bits: last octet of the algorithm, count of unused bits, first octet of the modulus behind its zero.
    private const int AlgorithmOctet = 16, UnusedBitsOctet = 23, ModulusOctet = 33;

    private readonly Counter _counter = new();

    private CertificateOffice Office => _counter.Office;

    [Fact]
    public async Task Application_leads_through_delivery_to_use_with_both_certificates()
    {
        OfficeOutcome issued = await _counter.DeliveredAsync();
        issued.Signature!.NotAfter.ShouldBe(new DateTimeOffset(2031, 2, 17, 14, 59, 59, TimeSpan.Zero));
        issued.UserAuthentication!.NotAfter.ShouldBe(issued.Signature.NotAfter);
        Office.Find(Counter.First)!.Stage.ShouldBe(ApplicationStage.InUse);
        Office.Find(issued.Signature.Identity)!.Id.ShouldBe(Counter.First);
        (await _counter.Lab.Links.FindUserAuthenticationAsync(issued.Signature.Identity)).ShouldBe(issued.UserAuthentication.Identity);
        Office.History(Counter.First).Select(line => (line.Step, line.Refusal)).ShouldBe([(OfficeStep.Apply, OfficeRefusal.None), (OfficeStep.Deliver, OfficeRefusal.None)]);
    }

    [Theory]
    [InlineData("both", false, false, true, true)]
    [InlineData("no signature certificate", true, false, false, true)]
    [InlineData("no user-authentication certificate", false, true, true, false)]
    public async Task Certificate_that_is_declined_is_not_issued(string row, bool declinesSignature, bool declinesAuthentication, bool signature, bool authentication)
    {
        OfficeOutcome issued = await Office.ApplyAsync(_counter.Form(Counter.First) with { DeclinesSignature = declinesSignature, DeclinesUserAuthentication = declinesAuthentication });
        (issued.Signature is not null, issued.UserAuthentication is not null).ShouldBe((signature, authentication), row);
    }

    [Theory]
    [InlineData("fourteen", "2011-04-02", false, false, false)]
    [InlineData("fifteen today", "2011-04-01", false, false, true)]
    [InlineData("fourteen, forced", "2011-04-02", false, true, true)]
    [InlineData("adult ward", "1980-02-17", true, false, false)]
    [InlineData("adult ward, forced", "1980-02-17", true, true, true)]
    public async Task Under_fifteen_and_ward_get_no_signature_certificate_unless_forced(string row, string birth, bool ward, bool force, bool expected)
    {
        CertificateApplication form = _counter.Form(Counter.First, DateOnly.ParseExact(birth, "yyyy-MM-dd")) with { IsAdultWard = ward, ForcesSignature = force };
        OfficeOutcome issued = await Office.ApplyAsync(form);
        (issued.Signature is not null, issued.UserAuthentication is not null).ShouldBe((expected, true), row);
    }

    public static TheoryData<string, Func<CertificateApplication, CertificateApplication>, OfficeRefusal> Unfit => new()
    {
        { "both declined", form => form with { DeclinesSignature = true, DeclinesUserAuthentication = true }, OfficeRefusal.NothingToIssue },
        { "no keys", form => form with { SignatureKey = default, UserAuthenticationKey = default }, OfficeRefusal.NothingToIssue },
        { "ward who wants a signature certificate alone", form => form with { IsAdultWard = true, DeclinesUserAuthentication = true }, OfficeRefusal.SignatureNotAllowed },
        { "key that is none", form => form with { SignatureKey = new byte[] { 0x30, 0x03, 0x02, 0x01, 0x00 } }, OfficeRefusal.KeyUnfit },
        { "key with an octet behind", form => form with { UserAuthenticationKey = (byte[])[.. form.UserAuthenticationKey.Span, 0] }, OfficeRefusal.KeyUnfit },
        { "key of another algorithm", form => form with { SignatureKey = With(form.SignatureKey, AlgorithmOctet, 0x0A) }, OfficeRefusal.KeyUnfit },
        { "key of another exponent", form => form with { SignatureKey = With(form.SignatureKey, ^1, 0x03) }, OfficeRefusal.KeyUnfit },
        { "key with bits left over", form => form with { SignatureKey = With(form.SignatureKey, UnusedBitsOctet, 0x01) }, OfficeRefusal.KeyUnfit },
        { "modulus of 2047 bits", form => form with { SignatureKey = With(form.SignatureKey, ModulusOctet, 0x7F) }, OfficeRefusal.KeyUnfit },
        { "key of 1024 bits", form => form with { SignatureKey = ShortKey() }, OfficeRefusal.KeyUnfit },
        { "key on a curve", form => form with { SignatureKey = CurveKey() }, OfficeRefusal.KeyUnfit },
        { "card over", form => form with { CardExpiry = new DateOnly(2026, 3, 31) }, OfficeRefusal.CardExpired },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task Unfit_application_issues_nothing_and_is_on_record(string row, Func<CertificateApplication, CertificateApplication> change, OfficeRefusal expected)
    {
        OfficeOutcome outcome = await Office.ApplyAsync(change(_counter.Form(Counter.First)));
        outcome.Refusal.ShouldBe(expected, row);
        (outcome.Signature, outcome.UserAuthentication, Office.Find(Counter.First)).ShouldBe((null, null, null));
        Office.History(Counter.First).Single().Refusal.ShouldBe(expected);
    }

    [Fact]
    public async Task Application_id_is_used_once()
    {
        await _counter.DeliveredAsync();
        (await Office.ApplyAsync(_counter.Form(Counter.First))).Refusal.ShouldBe(OfficeRefusal.ApplicationIdUsed);
        (await Office.RenewAsync(Counter.First, _counter.Form(Counter.First))).Refusal.ShouldBe(OfficeRefusal.TooEarlyToRenew);
        (await Office.DeliverAsync(Counter.Second)).Refusal.ShouldBe(OfficeRefusal.ApplicationUnknown);
        (await Office.DeliverAsync(Counter.First)).Refusal.ShouldBe(OfficeRefusal.WrongStage);
    }

    [Theory]
    [InlineData("a day too early", "2030-11-16T03:00:00Z", OfficeRefusal.TooEarlyToRenew)]
    [InlineData("three months before", "2030-11-17T03:00:00Z", OfficeRefusal.None)]
    [InlineData("last day", "2031-02-17T14:59:59Z", OfficeRefusal.None)]
    [InlineData("over", "2031-02-17T15:00:00Z", OfficeRefusal.CertificateEnded)]
    public async Task Renewal_begins_three_months_before_the_end(string row, string at, OfficeRefusal expected)
    {
        OfficeOutcome old = await _counter.DeliveredAsync();
        _counter.Clock.Set(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        OfficeOutcome renewed = await Office.RenewAsync(Counter.First, _counter.Form(Counter.Second));
        renewed.Refusal.ShouldBe(expected, row);
        _counter.StatusOf(old.Signature).Reason.ShouldBe(expected == OfficeRefusal.None ? RevocationReason.Superseded : RevocationReason.Unspecified);
    }

    [Fact]
    public async Task Renewal_lasts_to_the_sixth_birthday_and_the_old_leads_to_the_new()
    {
        OfficeOutcome old = await _counter.DeliveredAsync();
        _counter.Clock.Set(new DateTimeOffset(2030, 12, 1, 3, 0, 0, TimeSpan.Zero));
        OfficeOutcome renewed = await Office.RenewAsync(Counter.First, _counter.Form(Counter.Second));
        renewed.UserAuthentication!.NotAfter.ShouldBe(new DateTimeOffset(2036, 2, 17, 14, 59, 59, TimeSpan.Zero));
        (await _counter.Lab.Links.FindSuccessorAsync(old.UserAuthentication!.Identity)).ShouldBe(renewed.UserAuthentication.Identity);
        (await _counter.Lab.Links.FindSuccessorAsync(old.Signature!.Identity)).ShouldBe(renewed.Signature!.Identity);
        _counter.StatusOf(old.UserAuthentication).ShouldBe((IssuedState.Revoked, RevocationReason.Superseded));
        Office.Find(Counter.First)!.Stage.ShouldBe(ApplicationStage.Replaced);
        Office.Find(Counter.Second)!.Replaces.ShouldBe(Counter.First);
    }

    [Fact]
    public async Task Change_of_address_revokes_the_signature_certificate_alone_and_a_new_one_ends_with_the_other()
    {
        OfficeOutcome old = await _counter.DeliveredAsync();
        (await Office.ReissueSignatureAsync(Counter.First, _counter.Form(Counter.Second))).Refusal.ShouldBe(OfficeRefusal.CertificateInForce);
        (await Office.ChangeRecordAsync(Counter.First)).Changes.Count.ShouldBe(1);
        _counter.StatusOf(old.Signature).ShouldBe((IssuedState.Revoked, RevocationReason.AffiliationChanged));
        _counter.StatusOf(old.UserAuthentication).ShouldBe(Good);

        _counter.Clock.Set(new DateTimeOffset(2029, 4, 1, 3, 0, 0, TimeSpan.Zero));
        OfficeOutcome moved = await Office.ReissueSignatureAsync(Counter.First, _counter.Form(Counter.Second) with { Municipality = TestLab.Naha });
        (moved.IsDone, moved.UserAuthentication).ShouldBe((true, null));
        moved.Signature!.NotAfter.ShouldBe(old.UserAuthentication!.NotAfter);
        moved.Application!.UserAuthentication.ShouldBe(old.UserAuthentication.Identity);
        _counter.StatusOf(old.UserAuthentication).ShouldBe(Good);
        _counter.StatusOf(old.Signature).Reason.ShouldBe(RevocationReason.AffiliationChanged);
        (await _counter.Lab.Links.FindUserAuthenticationAsync(moved.Signature.Identity)).ShouldBe(old.UserAuthentication.Identity);
        (await Office.ChangeRecordAsync(Counter.First)).Refusal.ShouldBe(OfficeRefusal.WrongStage);
        (await Office.ReportDeathAsync(Counter.Second)).Changes.Count.ShouldBe(2);
    }

    public static TheoryData<string, Func<CertificateOffice, ValueTask<OfficeOutcome>>, RevocationReason?, RevocationReason?, ApplicationStage> Ends => new()
    {
        { "death", office => office.ReportDeathAsync(Counter.First), RevocationReason.CessationOfOperation, RevocationReason.CessationOfOperation, ApplicationStage.Ended },
        { "departure abroad", office => office.LeaveCountryAsync(Counter.First, false), RevocationReason.CessationOfOperation, RevocationReason.CessationOfOperation, ApplicationStage.Ended },
        { "departure with continued use", office => office.LeaveCountryAsync(Counter.First, true), RevocationReason.AffiliationChanged, null, ApplicationStage.InUse },
        { "card given back", office => office.ReturnCardAsync(Counter.First), RevocationReason.CessationOfOperation, RevocationReason.CessationOfOperation, ApplicationStage.Ended },
        { "holder does without", office => office.StopAsync(Counter.First), RevocationReason.CessationOfOperation, RevocationReason.CessationOfOperation, ApplicationStage.Ended },
        { "without the signature alone", office => office.StopAsync(Counter.First, CertificatePurpose.Signature), RevocationReason.CessationOfOperation, null, ApplicationStage.InUse },
        { "key leaked", office => office.ReportCompromiseAsync(Counter.First), RevocationReason.KeyCompromise, RevocationReason.KeyCompromise, ApplicationStage.Ended },
        { "authentication key leaked", office => office.ReportCompromiseAsync(Counter.First, CertificatePurpose.UserAuthentication), null, RevocationReason.KeyCompromise, ApplicationStage.InUse },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Each_end_has_its_reason(
        string row, Func<CertificateOffice, ValueTask<OfficeOutcome>> end, RevocationReason? signature, RevocationReason? authentication, ApplicationStage stage)
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        OfficeOutcome ended = await end(Office);
        ended.IsDone.ShouldBeTrue(row);
        _counter.StatusOf(card.Signature).ShouldBe(signature is { } one ? (IssuedState.Revoked, one) : Good);
        _counter.StatusOf(card.UserAuthentication).ShouldBe(authentication is { } other ? (IssuedState.Revoked, other) : Good);
        ended.Application!.Stage.ShouldBe(stage);
        Office.History(Counter.First)[^1].Reason.ShouldBe(signature ?? authentication);
        (await end(Office)).IsDone.ShouldBe(stage == ApplicationStage.InUse && row == "departure with continued use");
    }

    [Fact]
    public async Task Reason_of_death_and_departure_are_configurable()
    {
        Counter counter = new(new OfficeRules { Death = RevocationReason.AffiliationChanged });
        OfficeOutcome card = await counter.DeliveredAsync();
        await counter.Office.ReportDeathAsync(Counter.First);
        counter.StatusOf(card.Signature).ShouldBe((IssuedState.Revoked, RevocationReason.AffiliationChanged));
        Should.Throw<ArgumentOutOfRangeException>(() => new Counter(new OfficeRules { Death = RevocationReason.CertificateHold }));
        Should.Throw<ArgumentOutOfRangeException>(() => new Counter(new OfficeRules { RenewalMonths = 13 }));
    }

    [Fact]
    public async Task Certificates_that_are_destroyed_before_delivery_are_revoked_without_a_reason()
    {
        OfficeOutcome card = await Office.ApplyAsync(_counter.Form(Counter.First));
        (await Office.DestroyBeforeDeliveryAsync(Counter.First)).IsDone.ShouldBeTrue();
        _counter.StatusOf(card.Signature).ShouldBe((IssuedState.Revoked, RevocationReason.Unspecified));
        (await Office.DeliverAsync(Counter.First)).Refusal.ShouldBe(OfficeRefusal.WrongStage);
    }

    [Fact]
    public async Task Lost_card_is_held_at_night_and_never_released_but_issued_anew()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        _counter.Clock.Set(new DateTimeOffset(2026, 12, 31, 18, 30, 0, TimeSpan.Zero));
        (await Office.ReportLossAsync(Counter.First, identityConfirmed: false)).Refusal.ShouldBe(OfficeRefusal.IdentityNotShown);
        _counter.StatusOf(card.Signature).ShouldBe(Good);
        (await Office.ReportLossAsync(Counter.First, identityConfirmed: true)).IsDone.ShouldBeTrue();
        _counter.StatusOf(card.Signature).ShouldBe((IssuedState.Held, RevocationReason.CertificateHold));
        _counter.StatusOf(card.UserAuthentication).ShouldBe((IssuedState.Held, RevocationReason.CertificateHold));
        (await Office.ReportLossAsync(Counter.First, identityConfirmed: true)).Refusal.ShouldBe(OfficeRefusal.WrongStage);
        (await Office.ResumePhoneAsync(Counter.First, identityConfirmed: true)).Refusal.ShouldBe(OfficeRefusal.HoldIsNeverLifted);
        (await Office.RenewAsync(Counter.First, _counter.Form(Counter.Second))).Refusal.ShouldBe(OfficeRefusal.WrongStage);

        OfficeOutcome reissued = await Office.ReissueAsync(Counter.First, _counter.Form(Counter.Second));
        reissued.IsDone.ShouldBeTrue();
        _counter.StatusOf(card.Signature).ShouldBe((IssuedState.Revoked, RevocationReason.CessationOfOperation));
        _counter.StatusOf(card.UserAuthentication).ShouldBe((IssuedState.Revoked, RevocationReason.CessationOfOperation));
        _counter.StatusOf(reissued.UserAuthentication).ShouldBe(Good);
        _counter.Lab.Statuses.Find(card.Signature!.Identity)!.Value.Since.ShouldBe(new DateTimeOffset(2026, 12, 31, 18, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Certificates_in_force_are_not_issued_anew()
    {
        await _counter.DeliveredAsync();
        (await Office.ReissueAsync(Counter.First, _counter.Form(Counter.Second))).Refusal.ShouldBe(OfficeRefusal.CertificateInForce);
        await Office.ReportCompromiseAsync(Counter.First);
        (await Office.ReissueAsync(Counter.First, _counter.Form(Counter.Second))).IsDone.ShouldBeTrue();
        (await Office.ReissueAsync(Counter.First, _counter.Form(Counter.Id(9)))).Refusal.ShouldBe(OfficeRefusal.WrongStage);
    }

    [Fact]
    public async Task Same_keys_clock_and_steps_give_the_same_bytes()
    {
        Counter other = new();
        OfficeOutcome one = await _counter.DeliveredAsync(), two = await other.DeliveredAsync();
        one.Signature!.Encoded.ToArray().ShouldBe(two.Signature!.Encoded.ToArray());
        await Office.ReportLossAsync(Counter.First, true);
        await other.Office.ReportLossAsync(Counter.First, true);
        byte[] List(Counter counter) => counter.Lab.Crls.Publish(counter.Lab.Of(CertificatePurpose.Signature).Current, snapshot: MyNumber.Jpki.Authority.Publishing.CrlSnapshot.Now);
        List(_counter).ShouldBe(List(other));
    }

    [Fact]
    public async Task Nothing_personal_is_in_texts()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        string all = string.Concat(card, card.Application, _counter.Form(Counter.First), _counter.PhoneForm(), Office.History(Counter.First)[0], new RegisterEntry { At = default });
        all.ShouldNotContain("架空");
        all.ShouldNotContain("12345678901234567890001");
        all.ShouldNotContain("04000001");
    }

    [Fact]
    public async Task New_certificates_of_a_card_that_was_never_delivered_wait_for_delivery_too()
    {
        OfficeOutcome first = await Office.ApplyAsync(_counter.Form(Counter.First));
        _counter.Clock.Set(first.UserAuthentication!.NotAfter.AddDays(-30));
        (await Office.RenewAsync(Counter.First, _counter.Form(Counter.Second))).Application!.Stage.ShouldBe(ApplicationStage.Issued);
        (await Office.DeliverAsync(Counter.Second)).Application!.Stage.ShouldBe(ApplicationStage.InUse);
    }

    [Theory]
    [InlineData("destroyed before delivery", false, ApplicationStage.Issued)]
    [InlineData("given back by its holder", true, ApplicationStage.InUse)]
    public async Task Certificates_issued_anew_wait_for_delivery_unless_the_holder_had_those_before(string description, bool delivered, ApplicationStage expected)
    {
        await Office.ApplyAsync(_counter.Form(Counter.First));
        _ = delivered ? await Office.DeliverAsync(Counter.First) : null;
        (await (delivered ? Office.ReturnCardAsync(Counter.First) : Office.DestroyBeforeDeliveryAsync(Counter.First))).IsDone.ShouldBeTrue(description);
        (await Office.ReissueAsync(Counter.First, _counter.Form(Counter.Second))).Application!.Stage.ShouldBe(expected, description);
        await Office.StopAsync(Counter.Second);
        (await Office.ReissueAsync(Counter.Second, _counter.Form(Counter.Id(9)))).Application!.Stage.ShouldBe(expected, description);
    }

    [Fact]
    public async Task Later_spelling_of_a_municipality_is_issued_under_and_its_partition_keeps_the_first()
    {
        IssuedCertificate first = (await Office.ApplyAsync(_counter.Form(Counter.First))).Signature!;
        Municipality renamed = new("13221", "Tokyo-to", "Shin Kiyose-shi");
        OfficeOutcome second = await Office.ApplyAsync(_counter.Form(Counter.Second) with { Municipality = renamed });
        second.Refusal.ShouldBe(OfficeRefusal.None);
        (second.Signature!.Municipality, second.Application!.Municipality).ShouldBe((renamed, renamed));
        Subject(second.Signature).ShouldContain("L=Shin Kiyose-shi");
        Point(second.Signature).ShouldBe(Point(first));
        Point(_counter.Lab.Issue(TestLab.Request(_counter.Lab, municipality: renamed)).Signature!).ShouldBe(Point(first));
        (await Office.RenewAsync(Counter.Second, _counter.Form(Counter.Id(9)))).Refusal.ShouldBe(OfficeRefusal.TooEarlyToRenew);
    }

    [Fact]
    public async Task List_of_a_partition_tells_of_certificates_under_a_later_spelling()
    {
        Counter counter = new(environment: PolicyEnvironment.ProductionShape);
        await counter.Office.ApplyAsync(counter.Form(Counter.First));
        OfficeOutcome second = await counter.Office.ApplyAsync(counter.Form(Counter.Second) with { Municipality = new Municipality("13221", "Tokyo-to", "Shin Kiyose-shi") });
        await counter.Office.ReturnCardAsync(Counter.Second);
        await counter.Lab.Schedule.PublishNowAsync();
        counter.Lab.Catalogue.Find("sign/current/13221.crl")!.Encoded.Span.IndexOf("Kiyose-shi CRLDP"u8).ShouldBeGreaterThan(0);
        TrustAnchorSet anchors = new(CertificatePurpose.Signature, JpkiEnvironment.Lab, [.. counter.Lab.Anchors(CertificatePurpose.Signature).Select(Anchor)], [CertificateProfiles.CardSignature]);
        CrlStore lists = new(counter.Clock);
        lists.TryAdd(counter.Lab.Catalogue.Find("sign/current/13221.crl")!.Encoded, anchors, out VerificationReason reason).ShouldBeTrue(reason.ToString());
        JpkiCertificate.TryParse(second.Signature!.Encoded.Span, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        ValidationResult result = await new CertificateValidator(anchors, lists, counter.Clock).ValidateAsync(certificate!);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, VerificationReason.Revoked));

        static TrustAnchor Anchor(ReadOnlyMemory<byte> der) => TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor) ? anchor : throw new InvalidDataException("An anchor of a lab is one.");
    }

    private static string Subject(IssuedCertificate issued)
    {
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(issued.Encoded.Span);
        return certificate.Subject;
    }

    private static string Point(IssuedCertificate issued)
    {
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(issued.Encoded.Span);
        return Convert.ToHexString(certificate.Extensions["2.5.29.31"]!.RawData);
    }

    private static byte[] With(ReadOnlyMemory<byte> key, Index place, byte octet)
    {
        byte[] other = key.ToArray();
        other[place].ShouldNotBe(octet);
        other[place] = octet;
        return other;
    }

    private static byte[] ShortKey()
    {
        using RSA key = RSA.Create(1024);
        return key.ExportSubjectPublicKeyInfo();
    }

    private static byte[] CurveKey()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportSubjectPublicKeyInfo();
    }
}
