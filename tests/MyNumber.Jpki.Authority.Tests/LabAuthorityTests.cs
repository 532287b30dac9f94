using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Authority.Tests;

public sealed class LabAuthorityTests
{
    [Fact]
    public void Same_keys_clock_and_serials_give_the_same_bytes()
    {
        LabAuthority one = TestLab.At(TestLab.Fixed), other = TestLab.At(TestLab.Fixed);
        CardCertificates first = TestLab.Issue(one), second = TestLab.Issue(other);
        first.Signature!.Encoded.ToArray().ShouldBe(second.Signature!.Encoded.ToArray());
        first.UserAuthentication.Encoded.ToArray().ShouldBe(second.UserAuthentication.Encoded.ToArray());
        TestLab.Anchor(one, CertificatePurpose.Signature).ShouldBe(TestLab.Anchor(other, CertificatePurpose.Signature));
        one.Crls.Publish(one.Of(CertificatePurpose.Signature).Current).ShouldBe(other.Crls.Publish(other.Of(CertificatePurpose.Signature).Current));
    }

    [Fact]
    public void Certificates_end_at_the_last_second_of_the_fifth_birthday_in_japan()
    {
        CardCertificates card = TestLab.Issue(TestLab.At(TestLab.Fixed));
        card.Signature!.NotBefore.ShouldBe(TestLab.Fixed);
        card.Signature.NotAfter.ShouldBe(new DateTimeOffset(2031, 2, 17, 14, 59, 59, TimeSpan.Zero));
        card.UserAuthentication.NotAfter.ShouldBe(card.Signature.NotAfter);
    }

    [Fact]
    public void Same_serial_under_both_authorities_is_two_identities()
    {
        CardCertificates card = TestLab.Issue(TestLab.At(TestLab.Fixed));
        card.Signature!.Identity.SerialNumber.ToArray().ShouldBe(card.UserAuthentication.Identity.SerialNumber.ToArray());
        card.Signature.Identity.ShouldNotBe(card.UserAuthentication.Identity);
    }

    [Theory]
    [InlineData("fourteen", "2011-04-02", false, false)]
    [InlineData("fourteen, forced", "2011-04-02", true, true)]
    [InlineData("fifteen today", "2011-04-01", false, true)]
    public void Holder_under_fifteen_gets_no_signature_certificate_unless_forced(string description, string birth, bool force, bool expected)
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = lab.Issue(TestLab.Request(lab, DateOnly.ParseExact(birth, "yyyy-MM-dd"), force: force));
        (card.Signature is not null).ShouldBe(expected, description);
    }

    [Fact]
    public void Moving_house_revokes_only_the_signature_certificate()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        lab.MoveHouse(card).ShouldBe(StatusChangeOutcome.Applied);
        lab.Statuses.Find(card.Signature!.Identity).ShouldBe(new IssuedStatus(IssuedState.Revoked, RevocationReason.AffiliationChanged, TestLab.Fixed));
        lab.Statuses.Find(card.UserAuthentication.Identity).ShouldBe(IssuedStatus.Good);
        lab.MoveHouse(card).ShouldBe(StatusChangeOutcome.AlreadyRevoked);
    }

    [Fact]
    public void Lost_card_holds_both_and_the_hold_is_never_lifted()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        lab.ReportLost(card).ShouldBe(StatusChangeOutcome.Applied);
        foreach (CertificateIdentity identity in new[] { card.Signature!.Identity, card.UserAuthentication.Identity })
        {
            lab.Statuses.Find(identity)!.Value.State.ShouldBe(IssuedState.Held);
            lab.Statuses.Release(identity).ShouldBe(StatusChangeOutcome.HoldIsNeverLifted);
            lab.Statuses.Revoke(identity, RevocationReason.KeyCompromise).ShouldBe(StatusChangeOutcome.Applied);
            lab.Statuses.History(identity).Select(change => change.Status.State).ShouldBe([IssuedState.Held, IssuedState.Revoked]);
        }
    }

    [Fact]
    public void Hold_of_a_phone_is_lifted_and_the_past_stays_known()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        IssuedCertificate phone = lab.IssueOne(CertificateTemplate.PhoneUserAuthentication(PolicyEnvironment.Lab), TestLab.Request(lab));
        lab.Statuses.Hold(phone.Identity).ShouldBe(StatusChangeOutcome.Applied);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromHours(1));
        lab.Statuses.Release(phone.Identity).ShouldBe(StatusChangeOutcome.Applied);
        lab.Statuses.Find(phone.Identity).ShouldBe(IssuedStatus.Good);
        lab.Statuses.FindAt(phone.Identity, TestLab.Fixed.AddMinutes(59))!.Value.State.ShouldBe(IssuedState.Held);
    }

    [Fact]
    public async Task Signature_certificate_links_to_the_authentication_certificate_of_the_same_card()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab), stranger = TestLab.Issue(lab);
        (await lab.Links.FindUserAuthenticationAsync(card.Signature!.Identity)).ShouldBe(card.UserAuthentication.Identity);
        (await lab.Links.FindUserAuthenticationAsync(stranger.Signature!.Identity)).ShouldBe(stranger.UserAuthentication.Identity);
        (await lab.Links.FindUserAuthenticationAsync(card.UserAuthentication.Identity)).ShouldBeNull();
        lab.Links.Unlink(card.Signature.Identity).ShouldBeTrue();
        (await lab.Links.FindUserAuthenticationAsync(card.Signature.Identity)).ShouldBeNull();
    }

    [Fact]
    public async Task New_signature_certificate_after_a_move_keeps_both_links_and_the_reason()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        lab.MoveHouse(card);
        CardCertificates moved = lab.ReissueSignature(card, TestLab.Request(lab, municipality: TestLab.Naha));
        (await lab.Links.FindUserAuthenticationAsync(moved.Signature!.Identity)).ShouldBe(card.UserAuthentication.Identity);
        (await lab.Links.FindSuccessorAsync(card.Signature!.Identity)).ShouldBe(moved.Signature.Identity);
        lab.Statuses.Find(card.Signature.Identity)!.Value.Reason.ShouldBe(RevocationReason.AffiliationChanged);
    }

    [Fact]
    public void New_signature_certificate_ends_with_the_authentication_certificate_at_the_latest()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(3 * 365));
        CardCertificates moved = lab.ReissueSignature(card, TestLab.Request(lab));
        moved.Signature!.NotAfter.ShouldBe(new DateTimeOffset(2031, 2, 17, 14, 59, 59, TimeSpan.Zero));
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(moved.Signature.Encoded.Span);
        certificate.NotAfter.ToUniversalTime().ShouldBe(new DateTime(2031, 2, 17, 14, 59, 59, DateTimeKind.Utc));
        TestLab.ClockOf(lab).Set(card.UserAuthentication.NotAfter.AddSeconds(1));
        Should.Throw<ArgumentException>(() => lab.ReissueSignature(card, TestLab.Request(lab)));
    }

    [Fact]
    public void Signature_key_that_is_none_registers_nothing()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardIssuance good = TestLab.Request(lab);
        byte[]? issued = null;
        CardIssuance request = new()
        {
            Holder = good.Holder,
            Municipality = good.Municipality,
            CardExpiry = good.CardExpiry,
            SignatureKey = new byte[] { 0x30, 0x03, 0x02, 0x01, 0x00 },
            UserAuthenticationKey = good.UserAuthenticationKey,
            Alter = (_, contents) =>
            {
                issued = new byte[sizeof(uint)];
                BinaryPrimitives.WriteUInt32BigEndian(issued, contents.SerialNumber);
                return contents;
            },
        };
        Should.Throw<ArgumentException>(() => lab.Issue(request));
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.UserAuthentication).Current;
        lab.Statuses.Find(new CertificateIdentity(issuer.Naming.Name.Encoded.Span, issuer.KeyIdentifier.Span, issued.ShouldNotBeNull())).ShouldBeNull();
    }

    [Fact]
    public void Phone_signature_certificate_carries_the_phones_policy_and_its_hold_is_never_lifted()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        IssuedCertificate phone = lab.IssueOne(CertificateTemplate.PhoneSignature(PolicyEnvironment.Lab), TestLab.Request(lab));
        JpkiCertificate.TryParse(phone.Encoded.Span, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        certificate!.Policies.ShouldBe(["2.25.122616376366132785320021255224901279248.3"]);
        certificate.Holder.ShouldNotBeNull();
        lab.Statuses.Hold(phone.Identity).ShouldBe(StatusChangeOutcome.Applied);
        lab.Statuses.Release(phone.Identity).ShouldBe(StatusChangeOutcome.HoldIsNeverLifted);
        Should.Throw<InvalidOperationException>(() => CertificateTemplate.PhoneSignature(PolicyEnvironment.ProductionShape));
    }

    [Fact]
    public void Settings_of_the_responder_out_of_range_are_refused_at_once()
    {
        OcspResponderOptions usual = new();
        OcspResponderOptions[] wrong =
        [
            usual with { Tick = TimeSpan.Zero }, usual with { Tick = TimeSpan.FromMilliseconds(999) }, usual with { Tick = TimeSpan.FromDays(2) },
            usual with { MaximumCertificates = 0 }, usual with { MaximumRequestBytes = 0 }, usual with { MaximumRequestBytes = int.MaxValue },
        ];
        Array.ForEach(wrong, options => Should.Throw<ArgumentOutOfRangeException>(() => TestLab.At(TestLab.Fixed, new LabAuthorityOptions { Responder = options })));
    }

    [Fact]
    public void One_key_object_of_two_generations_signs_one_thing_at_a_time()
    {
        using RSA inner = LabKeyPool.Load(0);
        using JealousKey shared = new(inner);
        using RSA third = LabKeyPool.Load(2), fourth = LabKeyPool.Load(3), responder = LabKeyPool.Load(4);
        LabAuthority lab = new(new LabAuthorityKeys([shared, shared], [third, fourth], responder), new ManualTimeProvider(TestLab.Fixed));
        CertificationAuthority authority = lab.Of(CertificatePurpose.Signature);
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => lab.Crls.Publish(authority.Generations[i % 2]));
        shared.Overlaps.ShouldBe(0);
    }

    [Fact]
    public async Task Renewal_supersedes_both_certificates()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates old = TestLab.Issue(lab);
        CardCertificates renewed = lab.Renew(old, TestLab.Request(lab));
        lab.Statuses.Find(old.Signature!.Identity)!.Value.Reason.ShouldBe(RevocationReason.Superseded);
        lab.Statuses.Find(old.UserAuthentication.Identity)!.Value.Reason.ShouldBe(RevocationReason.Superseded);
        (await lab.Links.FindSuccessorAsync(old.UserAuthentication.Identity)).ShouldBe(renewed.UserAuthentication.Identity);
        (await lab.Links.FindSuccessorAsync(renewed.UserAuthentication.Identity)).ShouldBeNull();
    }

    [Fact]
    public void Certificate_of_another_lab_is_unknown()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        LabAuthority other = TestLab.At(TestLab.Fixed);
        other.Statuses.Find(card.Signature!.Identity).ShouldBeNull();
        other.Statuses.Hold(card.Signature.Identity).ShouldBe(StatusChangeOutcome.UnknownCertificate);
    }

    [Fact]
    public void Key_that_is_not_a_public_key_is_refused()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardIssuance request = new()
        {
            Holder = TestLab.Request(lab).Holder,
            Municipality = TestLab.Kiyose,
            CardExpiry = new DateOnly(2030, 1, 1),
            UserAuthenticationKey = new byte[] { 0x30, 0x03, 0x02, 0x01, 0x00 },
        };
        Should.Throw<ArgumentException>(() => lab.Issue(request));
    }

    [Fact]
    public void Card_that_has_expired_is_refused()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardIssuance request = TestLab.Request(lab);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(4000));
        Should.Throw<ArgumentException>(() => lab.Issue(request));
    }

    [Fact]
    public void Unknown_policy_is_not_guessed() =>
        Should.Throw<InvalidOperationException>(() => CertificateTemplate.CardUserAuthentication(PolicyEnvironment.TestShape));

    [Fact]
    public void Altered_contents_are_signed_as_they_are()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardIssuance plain = TestLab.Request(lab);
        CardIssuance altered = new()
        {
            Holder = plain.Holder,
            Municipality = plain.Municipality,
            CardExpiry = plain.CardExpiry,
            SignatureKey = plain.SignatureKey,
            UserAuthenticationKey = plain.UserAuthenticationKey,
            Alter = (purpose, contents) => purpose == CertificatePurpose.Signature
                ? contents.WithValidity(TestLab.Fixed.AddDays(-2), TestLab.Fixed.AddSeconds(-1)).WithExtensions([.. contents.Extensions.Skip(1)])
                : contents,
        };
        CardCertificates card = lab.Issue(altered);
        using X509Certificate2 expired = X509CertificateLoader.LoadCertificate(card.Signature!.Encoded.Span);
        expired.NotAfter.ToUniversalTime().ShouldBe(TestLab.Fixed.AddSeconds(-1).UtcDateTime);
        expired.Extensions.ShouldNotContain(extension => extension.Oid!.Value == "2.5.29.15");
        using X509Certificate2 untouched = X509CertificateLoader.LoadCertificate(card.UserAuthentication.Encoded.Span);
        untouched.Extensions[0].Oid!.Value.ShouldBe("2.5.29.15");
    }

    [Fact]
    public void Changes_from_many_threads_are_applied_once()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CertificateIdentity identity = TestLab.Issue(lab).UserAuthentication.Identity;
        int applied = 0;
        Parallel.For(0, 64, _ =>
        {
            if (lab.Statuses.Hold(identity) == StatusChangeOutcome.Applied)
            {
                Interlocked.Increment(ref applied);
            }
        });
        applied.ShouldBe(1);
        lab.Statuses.History(identity).Count.ShouldBe(1);
    }

    /// <summary>Counts how often it was used while in use.</summary>
    private sealed class JealousKey(RSA inner) : RSA
    {
        private int _users;
        private int _overlaps;

        public int Overlaps => _overlaps;

        public override int KeySize => inner.KeySize;

        public override RSAParameters ExportParameters(bool includePrivateParameters) => inner.ExportParameters(includePrivateParameters);

        public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

        public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
        {
            if (Interlocked.Increment(ref _users) != 1)
            {
                Interlocked.Increment(ref _overlaps);
            }

            byte[] signature;
            lock (inner)
            {
                signature = inner.SignHash(hash, hashAlgorithm, padding);
            }

            Interlocked.Decrement(ref _users);
            return signature;
        }

        protected override byte[] HashData(byte[] data, int offset, int count, HashAlgorithmName hashAlgorithm) => SHA256.HashData(data.AsSpan(offset, count));
    }

    [Fact]
    public void Nothing_personal_is_in_any_text()
    {
        CardCertificates card = TestLab.Issue(TestLab.At(TestLab.Fixed));
        card.ToString().ShouldBe("CardCertificates(***)");
        card.Signature!.ToString().ShouldBe("IssuedCertificate(***)");
    }
}
