using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Authority.Tests.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Authority.Tests.Issuing;

public sealed class RollOverTests
{
    [Fact]
    public void Lab_begins_with_three_generations_of_one_name_a_cadence_apart()
    {
        CertificationAuthority authority = TestLab.At(TestLab.Fixed, new LabAuthorityOptions { GenerationCadence = TimeSpan.FromDays(1000) }).Of(CertificatePurpose.Signature);
        AuthorityGeneration[] all = [authority.Of(KeyGeneration.Older), authority.Of(KeyGeneration.Previous), authority.Of(KeyGeneration.Current)];
        all.Select(generation => generation.Number).ShouldBe([1, 2, 3]);
        authority.Generations.ShouldBe(all);
        (all[1].NotBefore - all[0].NotBefore).ShouldBe(TimeSpan.FromDays(1000));
        (all[2].NotBefore - all[1].NotBefore).ShouldBe(TimeSpan.FromDays(1000));
        all.Select(generation => Convert.ToHexString(generation.KeyIdentifier.Span)).Distinct().Count().ShouldBe(3);
        all.Select(generation => Convert.ToHexString(generation.Naming.Name.Encoded.Span)).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task New_generation_issues_and_the_one_before_keeps_what_it_issued()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        using RSA key = LabKeyPool.Load(20);
        CardCertificates before = TestLab.Issue(lab);
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.UserAuthentication).Current;
        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(1));
        AuthorityGeneration next = await lab.RollOverAsync(CertificatePurpose.UserAuthentication, key);
        CardCertificates after = TestLab.Issue(lab);

        lab.Of(CertificatePurpose.UserAuthentication).Of(KeyGeneration.Previous).ShouldBeSameAs(issuer);
        lab.Of(CertificatePurpose.UserAuthentication).Generations.Count.ShouldBe(4);
        lab.Of(CertificatePurpose.Signature).Generations.Count.ShouldBe(3);
        after.UserAuthentication.Identity.IssuerKeyIdentifier.ToArray().ShouldBe(next.KeyIdentifier.ToArray());
        lab.Statuses.Find(before.UserAuthentication.Identity).ShouldBe(IssuedStatus.Good);
        lab.ReportLost(before);
        lab.Statuses.Find(before.UserAuthentication.Identity)!.Value.State.ShouldBe(IssuedState.Held);
        Convert.ToHexString(lab.Responder.Answer(OcspRequests.For(next, after.UserAuthentication))).ShouldStartWith("3082");
        lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now).Length.ShouldBeGreaterThan(lab.Crls.Publish(next, snapshot: CrlSnapshot.Now).Length);
        lab.Anchors(CertificatePurpose.UserAuthentication).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Key_of_an_earlier_generation_is_refused()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        using RSA used = LabKeyPool.Load(0), usedByOther = LabKeyPool.Load(2);
        await Should.ThrowAsync<ArgumentException>(async () => await lab.RollOverAsync(CertificatePurpose.Signature, used));
        await Should.ThrowAsync<ArgumentException>(async () => await lab.RollOverAsync(CertificatePurpose.Signature, usedByOther));
        lab.Of(CertificatePurpose.Signature).Generations.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Roll_over_is_due_by_the_cadence()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed, new LabAuthorityOptions { GenerationCadence = TimeSpan.FromDays(300), CurrentGenerationAge = TimeSpan.FromDays(100) });
        using RSA key = LabKeyPool.Load(20);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(199));
        lab.IsRollOverDue(CertificatePurpose.Signature).ShouldBeFalse();
        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(1));
        lab.IsRollOverDue(CertificatePurpose.Signature).ShouldBeTrue();
        await lab.RollOverAsync(CertificatePurpose.Signature, key);
        lab.IsRollOverDue(CertificatePurpose.Signature).ShouldBeFalse();
    }

    [Fact]
    public void Authority_of_two_keys_has_no_older_generation()
    {
        using RSA responder = LabKeyPool.Load(4), one = LabKeyPool.Load(0), two = LabKeyPool.Load(1), three = LabKeyPool.Load(2);
        LabAuthority lab = new(new LabAuthorityKeys([one, two], [three], responder), new MyNumber.Testing.ManualTimeProvider(TestLab.Fixed));
        Should.Throw<ArgumentOutOfRangeException>(() => lab.Of(CertificatePurpose.Signature).Of(KeyGeneration.Older));
        Should.Throw<ArgumentOutOfRangeException>(() => lab.Of(CertificatePurpose.UserAuthentication).Of(KeyGeneration.Previous));
        Should.Throw<ArgumentException>(() => new LabAuthority(new LabAuthorityKeys([one], [], responder), new MyNumber.Testing.ManualTimeProvider(TestLab.Fixed)));
        Should.Throw<ArgumentException>(() => LabAuthorityKeys.Of(one, two, three));
    }
}
