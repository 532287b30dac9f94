using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Testing;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

/// <summary>Answers signed once for their tick. That an answer is the kept one shows in producedAt: a new signature names another second.</summary>
public sealed class PresignedTests
{
    private const string ProducedAtFirst = "20260401030005Z";

    [Fact]
    public void Same_question_in_one_tick_gets_the_same_bytes_though_time_passes()
    {
        (LabAuthority lab, IssuedCertificate leaf, byte[] request) = Ready();
        byte[] first = lab.Responder.Answer(request);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromMinutes(14));
        lab.Responder.Answer(request).ShouldBe(first);
        Hex(first).ShouldContain(Time(ProducedAtFirst));
        lab.Responder.PresignedCount.ShouldBe(1);
        leaf.ShouldNotBeNull();
    }

    [Fact]
    public void Next_tick_has_an_answer_of_its_own()
    {
        (LabAuthority lab, _, byte[] request) = Ready();
        lab.Responder.Answer(request);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromMinutes(15));
        Hex(lab.Responder.Answer(request)).ShouldContain("8000" + Time("20260401031500Z") + "A011" + Time("20260401033000Z"));
        lab.Responder.PresignedCount.ShouldBe(1);
    }

    [Fact]
    public void Nonce_is_signed_on_the_spot_and_not_kept()
    {
        (LabAuthority lab, IssuedCertificate leaf, _) = Ready();
        byte[] request = OcspRequests.WithNonce(leaf, 16);
        Hex(lab.Responder.Answer(request)).ShouldContain(Time(ProducedAtFirst));
        TestLab.ClockOf(lab).Advance(TimeSpan.FromSeconds(1));
        Hex(lab.Responder.Answer(request)).ShouldContain(Time("20260401030006Z"));
        lab.Responder.PresignedCount.ShouldBe(0);
    }

    [Fact]
    public void Hold_shows_at_once_in_spite_of_a_kept_answer()
    {
        (LabAuthority lab, IssuedCertificate leaf, byte[] request) = Ready();
        Hex(lab.Responder.Answer(request)).ShouldContain("8000" + Time("20260401030000Z"));
        TestLab.ClockOf(lab).Advance(TimeSpan.FromMinutes(1));
        lab.Statuses.Hold(leaf.Identity);
        Hex(lab.Responder.Answer(request)).ShouldContain("A116" + Time("20260401030105Z") + "A003" + "0A0106");
    }

    [Fact]
    public async Task Hold_waits_for_the_tick_when_asked_so_also_in_answers_signed_ahead()
    {
        (LabAuthority lab, IssuedCertificate leaf, byte[] request) = Ready(new OcspResponderOptions { AnswersAsOfTick = true });
        await lab.Responder.PresignAsync();
        lab.Statuses.Hold(leaf.Identity);
        Hex(lab.Responder.Answer(request)).ShouldContain("8000" + Time("20260401030000Z"));
        TestLab.ClockOf(lab).Advance(TimeSpan.FromMinutes(15));
        Hex(lab.Responder.Answer(request)).ShouldContain("0A0106" + Time("20260401031500Z"));
    }

    [Fact]
    public async Task Change_of_another_certificate_leaves_the_kept_answer()
    {
        (LabAuthority lab, _, byte[] request) = Ready();
        byte[] first = lab.Responder.Answer(request);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromMinutes(1));
        lab.Statuses.Revoke(TestLab.Issue(lab).UserAuthentication.Identity, RevocationReason.KeyCompromise);
        await lab.Schedule.PublishNowAsync();
        lab.Responder.Answer(request).ShouldBe(first);
    }

    [Fact]
    public async Task Signing_ahead_covers_both_hashes_and_both_ticks_once()
    {
        (LabAuthority lab, _, byte[] request) = Ready();
        TestLab.Issue(lab);
        (await lab.Responder.PresignAsync()).ShouldBe(16);    // four certificates, two hashes, two ticks
        (await lab.Responder.PresignAsync()).ShouldBe(0);
        lab.Responder.PresignedCount.ShouldBe(8);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromMinutes(16));
        string answer = Hex(lab.Responder.Answer(request));
        answer.ShouldContain("180F" + Ascii("20260401031500Z") + "30");    // producedAt is the tick's own: signed before it
        (await lab.Responder.PresignAsync()).ShouldBe(8);
    }

    [Fact]
    public async Task Only_certificates_in_force_are_signed_ahead()
    {
        (LabAuthority lab, _, _) = Ready();
        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(365 * 9));
        (await lab.Responder.PresignAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("none", OcspPresignedHashes.None, 0)]
    [InlineData("SHA-1", OcspPresignedHashes.Sha1, 4)]
    [InlineData("SHA-256", OcspPresignedHashes.Sha256, 4)]
    [InlineData("both", OcspPresignedHashes.Both, 8)]
    public async Task Hashes_that_are_signed_ahead_are_the_chosen_ones(string description, OcspPresignedHashes hashes, int expected)
    {
        (LabAuthority lab, _, _) = Ready(new OcspResponderOptions { PresignedHashes = hashes });
        (await lab.Responder.PresignAsync()).ShouldBe(expected, description);
    }

    [Fact]
    public async Task Ceiling_bounds_what_is_kept_and_the_rest_is_still_answered()
    {
        (LabAuthority lab, _, byte[] request) = Ready(new OcspResponderOptions { MaximumPresigned = 3 });
        (await lab.Responder.PresignAsync()).ShouldBe(6);
        for (int i = 0; i < 5; i++)
        {
            byte[] other = OcspRequests.For(lab.Of(CertificatePurpose.UserAuthentication).Current, TestLab.Issue(lab).UserAuthentication);
            Hex(lab.Responder.Answer(other)).ShouldContain("8000" + Time("20260401030000Z"));
        }

        Hex(lab.Responder.Answer(request)).ShouldContain("8000");
        lab.Responder.PresignedCount.ShouldBe(3);
    }

    [Fact]
    public void Ceiling_of_nothing_keeps_nothing()
    {
        (LabAuthority lab, _, byte[] request) = Ready(new OcspResponderOptions { MaximumPresigned = 0 });
        lab.Responder.Answer(request);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromSeconds(1));
        Hex(lab.Responder.Answer(request)).ShouldContain(Time("20260401030006Z"));
        lab.Responder.PresignedCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("fewer than none", -1)]
    [InlineData("beyond the highest", (1 << 22) + 1)]
    public void Ceiling_out_of_range_is_refused(string description, int most) => Should.Throw<ArgumentOutOfRangeException>(
        () => Ready(new OcspResponderOptions { MaximumPresigned = most }), description);

    [Fact]
    public void Serials_never_issued_are_not_kept()
    {
        (LabAuthority lab, _, _) = Ready();
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.UserAuthentication).Current;
        byte[] name = SHA1.HashData(issuer.Naming.Name.Encoded.Span);
        for (byte serial = 0; serial < 20; serial++)
        {
            Hex(lab.Responder.Answer(OcspRequests.For(name, issuer.KeyIdentifier.ToArray(), [0x07, 0, 0, serial]))).ShouldContain("8200");
        }

        lab.Responder.PresignedCount.ShouldBe(0);
    }

    [Fact]
    public void Faults_are_not_kept_and_kept_answers_do_not_hide_them()
    {
        (LabAuthority lab, _, byte[] request) = Ready();
        byte[] right = lab.Responder.Answer(request);
        lab.Responder.Faults = new OcspFaults { WrongSignature = true };
        byte[] wrong = lab.Responder.Answer(request);
        wrong.ShouldNotBe(right);
        lab.Responder.Faults = OcspFaults.None;
        lab.Responder.Answer(request).ShouldBe(right);
    }

    [Fact]
    public void Answer_is_a_copy()
    {
        (LabAuthority lab, _, byte[] request) = Ready();
        byte[] first = lab.Responder.Answer(request);
        byte[] kept = [.. first];
        first.AsSpan().Clear();
        lab.Responder.Answer(request).ShouldBe(kept);
    }

    [Fact]
    public void Clock_set_back_gets_answers_of_the_earlier_tick()
    {
        (LabAuthority lab, _, byte[] request) = Ready();
        lab.Responder.Answer(request);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromMinutes(30));
        lab.Responder.Answer(request);
        TestLab.ClockOf(lab).Set(TestLab.Fixed);
        Hex(lab.Responder.Answer(request)).ShouldContain("8000" + Time("20260401030000Z"));
    }

    [Fact(Timeout = 60_000)] // against a wait for ever
    public async Task Running_signs_the_next_tick_whenever_one_begins_until_it_is_cancelled()
    {
        (LabAuthority lab, _, _) = Ready();
        using CancellationTokenSource end = new();
        Task running = lab.Responder.RunAsync(end.Token);
        ManualTimeProvider clock = TestLab.ClockOf(lab);
        for (int tick = 0; tick < 3; tick++)
        {
            while (lab.Responder.PresignedCount < 4 && !running.IsCompleted)
            {
                await Task.Yield();
            }

            clock.Advance(TimeSpan.FromMinutes(15));
        }

        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Signing_ahead_ends_when_it_is_cancelled()
    {
        (LabAuthority lab, _, _) = Ready();
        await Should.ThrowAsync<OperationCanceledException>(() => lab.Responder.PresignAsync(new CancellationToken(canceled: true)));
        lab.Responder.PresignedCount.ShouldBe(0);
    }

    private static (LabAuthority Lab, IssuedCertificate Leaf, byte[] Request) Ready(OcspResponderOptions? options = null)
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed, new LabAuthorityOptions { Responder = options ?? new OcspResponderOptions() });
        IssuedCertificate leaf = TestLab.Issue(lab).UserAuthentication;
        return (lab, leaf, OcspRequests.For(lab.Of(CertificatePurpose.UserAuthentication).Current, leaf));
    }

    private static string Time(string text) => "180F" + Ascii(text);

    private static string Ascii(string text) => Hex(System.Text.Encoding.ASCII.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
}
