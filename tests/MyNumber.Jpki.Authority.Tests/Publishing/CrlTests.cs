using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

public sealed class CrlTests
{
    [SkippableTheory]
    [InlineData("matching partition, nothing revoked", "13221", "none", "leaf.pem: OK")]
    [InlineData("matching partition, held", "13221", "hold", "error 23")]
    [InlineData("matching partition, revoked", "13221", "revoke", "error 23")]
    [InlineData("partition of another municipality", "47201", "none", "error 44")]
    [InlineData("partition of another municipality, revoked", "47201", "revoke", "error 44")]
    [InlineData("full list, nothing revoked", "full", "none", "leaf.pem: OK")]
    [InlineData("full list, revoked", "full", "revoke", "error 23")]
    public void Openssl_judges_a_leaf_by_the_list(string description, string scope, string change, string expected)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.Now();
        CardCertificates card = TestLab.Issue(lab);
        Change(lab, card.Signature!, change);
        Municipality? municipality = scope switch { "13221" => TestLab.Kiyose, "47201" => TestLab.Naha, _ => null };
        byte[] crl = lab.Crls.Publish(lab.Of(CertificatePurpose.Signature).Current, municipality, CrlSnapshot.Now);
        using TemporaryFolder folder = new();
        ProgramOutcome outcome = openssl.Run(
            "verify",
            "-crl_check",
            "-extended_crl",
            "-CAfile", folder.Write("ca.pem", TestLab.Pem("CERTIFICATE", TestLab.Anchor(lab, CertificatePurpose.Signature))),
            "-CRLfile", folder.Write("crl.pem", TestLab.Pem("X509 CRL", crl)),
            folder.Write("leaf.pem", TestLab.Pem("CERTIFICATE", card.Signature!.Encoded)));
        outcome.All.ShouldContain(expected, customMessage: description);
    }

    [SkippableFact]
    public void Openssl_reads_scope_number_and_reasons()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates first = TestLab.Issue(lab), second = TestLab.Issue(lab), third = TestLab.Issue(lab);
        lab.Statuses.Hold(first.Signature!.Identity);
        lab.MoveHouse(second);
        lab.Statuses.Revoke(third.Signature!.Identity, RevocationReason.Unspecified);
        byte[] crl = lab.Crls.Publish(lab.Of(CertificatePurpose.Signature).Current, TestLab.Kiyose, CrlSnapshot.Now);
        using TemporaryFolder folder = new();
        string text = openssl.Run("crl", "-inform", "DER", "-in", folder.Write("c.der", crl), "-noout", "-text").Output;
        text.ShouldContain("Version 2");
        text.ShouldContain("X509v3 Issuing Distribution Point: critical");
        text.ShouldContain("CN = Kiyose-shi CRLDP");
        text.ShouldContain("Serial Number: 04000001");
        text.ShouldContain("Certificate Hold");
        text.ShouldContain("Affiliation Changed");
        text.Split("Revocation Date").Length.ShouldBe(4);
        text.Split("X509v3 CRL Reason Code").Length.ShouldBe(3);
    }

    [Fact]
    public void Daily_list_is_taken_at_midnight_in_japan_and_lasts_two_days()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        lab.MoveHouse(card);
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.Signature).Current;
        CertificateRevocationListBuilder today = CertificateRevocationListBuilder.Load(lab.Crls.Publish(issuer), out BigInteger todayNumber);
        today.RemoveEntry(card.Signature!.Identity.SerialNumber.Span).ShouldBeFalse();
        todayNumber.ShouldBe(new DateTimeOffset(2026, 3, 31, 15, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());

        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(1));
        CertificateRevocationListBuilder tomorrow = CertificateRevocationListBuilder.Load(lab.Crls.Publish(issuer), out BigInteger tomorrowNumber);
        tomorrow.RemoveEntry(card.Signature.Identity.SerialNumber.Span).ShouldBeTrue();
        (tomorrowNumber - todayNumber).ShouldBe(86400);
    }

    [SkippableFact]
    public void Openssl_reads_the_dates_of_the_daily_list()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        using TemporaryFolder folder = new();
        string path = folder.Write("c.der", lab.Crls.Publish(lab.Of(CertificatePurpose.Signature).Current));
        string dates = openssl.Run("crl", "-inform", "DER", "-in", path, "-noout", "-lastupdate", "-nextupdate").Output;
        dates.ShouldContain("lastUpdate=Mar 31 15:00:00 2026 GMT");
        dates.ShouldContain("nextUpdate=Apr  2 15:00:00 2026 GMT");
    }

    [Fact]
    public void Lists_of_one_second_that_differ_have_different_numbers_and_equal_ones_are_the_same_bytes()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.Signature).Current;
        long seconds = TestLab.Fixed.ToUnixTimeSeconds();
        byte[] empty = lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now);
        lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now).ShouldBe(empty);
        lab.Statuses.Hold(card.Signature!.Identity);
        byte[] held = lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now);
        lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now).ShouldBe(held);
        lab.Statuses.Revoke(card.Signature.Identity, RevocationReason.KeyCompromise);
        byte[] revoked = lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now);
        byte[] midnight = lab.Crls.Publish(issuer);
        byte[] partition = lab.Crls.Publish(issuer, TestLab.Kiyose, CrlSnapshot.Now);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromSeconds(1));
        byte[] later = lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now);

        new[] { empty, held, revoked, partition, later }.Select(crl => (long)Number(crl)).ShouldBe([seconds, seconds + 1, seconds + 2, seconds, seconds + 3]);
        ((long)Number(midnight)).ShouldBe(new DateTimeOffset(2026, 3, 31, 15, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());
    }

    [Fact]
    public void Hold_lifted_within_the_second_gives_a_later_number()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        IssuedCertificate phone = lab.IssueOne(CertificateTemplate.PhoneUserAuthentication(PolicyEnvironment.Lab), TestLab.Request(lab));
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.UserAuthentication).Current;
        byte[] before = lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now);
        lab.Statuses.Hold(phone.Identity);
        byte[] during = lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now);
        lab.Statuses.Release(phone.Identity);
        byte[] after = lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now);
        (Number(during) - Number(before)).ShouldBe(BigInteger.One);
        (Number(after) - Number(during)).ShouldBe(BigInteger.One);
    }

    [Fact]
    public void Lifted_hold_is_absent_from_the_next_list()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        IssuedCertificate phone = lab.IssueOne(CertificateTemplate.PhoneUserAuthentication(PolicyEnvironment.Lab), TestLab.Request(lab));
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.UserAuthentication).Current;
        lab.Statuses.Hold(phone.Identity);
        Load(lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now)).RemoveEntry(phone.Identity.SerialNumber.Span).ShouldBeTrue();
        TestLab.ClockOf(lab).Advance(TimeSpan.FromMinutes(1));
        lab.Statuses.Release(phone.Identity);
        Load(lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now)).RemoveEntry(phone.Identity.SerialNumber.Span).ShouldBeFalse();
    }

    [Fact]
    public void Entry_leaves_the_list_only_after_one_list_beyond_expiry()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        lab.MoveHouse(card);
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.Signature).Current;
        TestLab.ClockOf(lab).Set(card.Signature!.NotAfter.AddHours(12));
        Load(lab.Crls.Publish(issuer)).RemoveEntry(card.Signature.Identity.SerialNumber.Span).ShouldBeTrue();
        TestLab.ClockOf(lab).Set(card.Signature.NotAfter.AddHours(60));
        Load(lab.Crls.Publish(issuer)).RemoveEntry(card.Signature.Identity.SerialNumber.Span).ShouldBeTrue("it stood on a list that was made and not published");
        lab.Schedule.PublishDue();
        Load(lab.Schedule.Find(issuer)!.Encoded.ToArray()).RemoveEntry(card.Signature.Identity.SerialNumber.Span).ShouldBeTrue("the first that is published after its end");
        TestLab.ClockOf(lab).Set(card.Signature.NotAfter.AddHours(84));
        Load(lab.Crls.Publish(issuer)).RemoveEntry(card.Signature.Identity.SerialNumber.Span).ShouldBeFalse();
    }

    /// <summary>RFC 5280 §3.3: an entry stays until it stood on a regular list that was taken after the end.</summary>
    [Theory]
    [InlineData("no list in between", 0, true)]
    [InlineData("only lists out of turn in between", 1, true)]
    [InlineData("a regular list in between", 2, false)]
    public async Task Entry_that_stood_on_no_regular_list_after_its_end_is_on_the_first_after_a_pause(string description, int between, bool expected)
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        lab.MoveHouse(card);
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.Signature).Current;
        lab.Schedule.PublishDue();
        TestLab.ClockOf(lab).Set(card.Signature!.NotAfter.AddHours(36));
        _ = between == 0 ? [] : between == 1 ? await lab.Schedule.PublishNowAsync() : lab.Schedule.PublishDue();
        TestLab.ClockOf(lab).Set(card.Signature.NotAfter.AddDays(5));
        lab.Schedule.PublishDue();
        foreach (string scope in new[] { "full", "13221" })
        {
            Load(lab.Schedule.Find(issuer, scope)!.Encoded.ToArray()).RemoveEntry(card.Signature.Identity.SerialNumber.Span).ShouldBe(expected, description);
        }
    }

    /// <summary>A register may have certificates whose partition has two spellings, from before it had one.</summary>
    [Fact]
    public async Task Partition_lists_all_certificates_of_its_code()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed), elsewhere = TestLab.At(TestLab.Fixed);
        TestLab.Issue(lab);
        IssuedCertificate other = elsewhere.Issue(TestLab.Request(elsewhere, municipality: new Municipality("13221", "Tokyo-to", "Kiyose"))).Signature!;
        IssuedCertificate moved = new(other.Template, other.Encoded, lab.Of(CertificatePurpose.Signature).Current.Identify(0x0400_0777), other.Municipality, other.NotBefore, other.NotAfter);
        await lab.Ledger.CommitAsync(_ => (new RegisterEntry { At = TestLab.Fixed, Issued = [moved] }, true), default);
        lab.Statuses.Revoke(moved.Identity, RevocationReason.KeyCompromise).ShouldBe(StatusChangeOutcome.Applied);
        byte[] list = lab.Crls.Publish(lab.Of(CertificatePurpose.Signature).Current, TestLab.Kiyose, CrlSnapshot.Now);
        Load(list).RemoveEntry(moved.Identity.SerialNumber.Span).ShouldBeTrue();
    }

    [Fact]
    public void List_of_an_instant_for_which_no_number_is_left_is_refused()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.Signature).Current;
        lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromSeconds(1));
        lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now);
        TestLab.ClockOf(lab).Set(TestLab.Fixed);
        lab.MoveHouse(card);
        Should.Throw<InvalidOperationException>(() => lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now));
    }

    [Fact]
    public void List_of_one_generation_does_not_name_the_other_generations_certificates()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = lab.Issue(TestLab.Request(lab, generation: KeyGeneration.Previous));
        lab.MoveHouse(card);
        CertificationAuthority authority = lab.Of(CertificatePurpose.Signature);
        Load(lab.Crls.Publish(authority.Current, snapshot: CrlSnapshot.Now)).RemoveEntry(card.Signature!.Identity.SerialNumber.Span).ShouldBeFalse();
        Load(lab.Crls.Publish(authority.Of(KeyGeneration.Previous), snapshot: CrlSnapshot.Now)).RemoveEntry(card.Signature.Identity.SerialNumber.Span).ShouldBeTrue();
    }

    private static BigInteger Number(byte[] crl)
    {
        CertificateRevocationListBuilder.Load(crl, out BigInteger number);
        return number;
    }

    private static CertificateRevocationListBuilder Load(byte[] crl) => CertificateRevocationListBuilder.Load(crl, out _);

    private static void Change(LabAuthority lab, IssuedCertificate certificate, string change)
    {
        _ = change switch
        {
            "hold" => lab.Statuses.Hold(certificate.Identity),
            "revoke" => lab.Statuses.Revoke(certificate.Identity, RevocationReason.KeyCompromise),
            _ => default,
        };
    }
}
