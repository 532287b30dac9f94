using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyNumber.Jpki;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Validation;
using MyNumber.Testing.Hosting;

namespace MyNumber.Testing.Tests.Hosting;

/// <summary>What an application's verifier sees of what is done to the emulator.</summary>
public sealed class EmulatorStatusTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new(EmulatorHost.Now);
    private IHost _host = null!;

    private JpkiEmulator Emulator => _host.Services.GetRequiredService<JpkiEmulator>();

    public async Task InitializeAsync() => _host = await EmulatorHost.StartAsync(EmulatorHost.Build(clock: _clock));

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    [Fact]
    public async Task Everybodys_certificates_are_valid()
    {
        foreach (LabHolder holder in Emulator.Holders)
        {
            (await ReasonAsync(CertificatePurpose.Signature, holder)).ShouldBe(VerificationReason.None);
            (await ReasonAsync(CertificatePurpose.UserAuthentication, holder)).ShouldBe(VerificationReason.None);
        }
    }

    [Fact]
    public async Task Lost_card_shows_at_the_next_verification_and_nobody_elses_does()
    {
        (await ReasonAsync(CertificatePurpose.UserAuthentication, Emulator.Holders[0])).ShouldBe(VerificationReason.None);

        Emulator.Authority.ReportLost(Emulator.Holders[0].Certificates).ShouldBe(StatusChangeOutcome.Applied);

        (await ReasonAsync(CertificatePurpose.UserAuthentication, Emulator.Holders[0])).ShouldBe(VerificationReason.Held);
        (await ReasonAsync(CertificatePurpose.Signature, Emulator.Holders[0])).ShouldBe(VerificationReason.Held);
        (await ReasonAsync(CertificatePurpose.UserAuthentication, Emulator.Holders[1])).ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task Holder_who_moved_house_may_log_in_but_not_sign()
    {
        Emulator.Authority.MoveHouse(Emulator.Holders[2].Certificates).ShouldBe(StatusChangeOutcome.Applied);

        (await ReasonAsync(CertificatePurpose.Signature, Emulator.Holders[2])).ShouldBe(VerificationReason.Revoked);
        (await ReasonAsync(CertificatePurpose.UserAuthentication, Emulator.Holders[2])).ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task Responder_that_is_offline_leaves_the_status_undetermined_until_it_is_back()
    {
        Emulator.IsResponderOffline = true;
        (await ValidateAsync(CertificatePurpose.UserAuthentication, Emulator.Holders[0])).Outcome.ShouldBe(VerificationOutcome.Undetermined);

        Emulator.IsResponderOffline = false;
        (await ReasonAsync(CertificatePurpose.UserAuthentication, Emulator.Holders[0])).ShouldBe(VerificationReason.None);
        Emulator.Faults.ShouldBeSameAs(OcspFaults.None);
    }

    [Fact]
    public async Task Other_faults_stay_while_the_responder_goes_and_comes()
    {
        Emulator.Faults = new OcspFaults { ForceUnknown = true };
        Emulator.IsResponderOffline = true;
        Emulator.IsResponderOffline = false;

        (await ReasonAsync(CertificatePurpose.UserAuthentication, Emulator.Holders[0])).ShouldBe(VerificationReason.StatusUnknown);
    }

    [Theory]
    [InlineData("the next seed", 2)]
    [InlineData("a negative one", -7)]
    [InlineData("the highest", int.MaxValue)]
    [InlineData("the lowest", int.MinValue)]
    public async Task Card_of_another_seed_is_unknown(string description, int seed)
    {
        using EmulatedCards cards = new(new EmulatorOptions { Seed = seed }, new ManualTimeProvider(EmulatorHost.Now));

        foreach (LabHolder stranger in cards.Holders)
        {
            (await ReasonAsync(CertificatePurpose.UserAuthentication, stranger)).ShouldBe(VerificationReason.StatusUnknown, description);
            (await ReasonAsync(CertificatePurpose.Signature, stranger)).ShouldBe(VerificationReason.StatusUnknown, description);
        }
    }

    [Fact]
    public async Task Card_of_another_month_is_believed_and_has_other_certificates()
    {
        using EmulatedCards cards = new(new EmulatorOptions(), new ManualTimeProvider(EmulatorHost.Now.AddMonths(-1)));

        (await ReasonAsync(CertificatePurpose.UserAuthentication, cards.Holders[0])).ShouldBe(VerificationReason.None);
        cards.Holders[0].Certificates.UserAuthentication.Encoded.ToArray().ShouldNotBe(Emulator.Holders[0].Certificates.UserAuthentication.Encoded.ToArray());
    }

    [Fact]
    public async Task Serials_are_linked_and_successors_found()
    {
        LabHolder holder = Emulator.Holders[1];
        CertificateIdentity? linked = await _host.Services.GetRequiredService<ISerialLinkService>().FindUserAuthenticationAsync(holder.Certificates.Signature!.Identity);
        linked.ShouldBe(holder.Certificates.UserAuthentication.Identity);

        Emulator.Authority.Links.LinkSuccessor(holder.Certificates.UserAuthentication.Identity, Emulator.Holders[3].Certificates.UserAuthentication.Identity);
        CertificateIdentity? successor = await _host.Services.GetRequiredService<ISuccessorService>().FindSuccessorAsync(holder.Certificates.UserAuthentication.Identity);
        successor.ShouldBe(Emulator.Holders[3].Certificates.UserAuthentication.Identity);
    }

    [Fact]
    public async Task Requests_may_spoil_and_ask_at_the_same_time()
    {
        string[] reasons = await Task.WhenAll(Enumerable.Range(0, 64).Select(turn => Task.Run(async () =>
        {
            if (turn % 4 == 0)
            {
                Emulator.IsResponderOffline = turn % 8 == 0;
            }

            return turn == 31 ? Emulator.Authority.ReportLost(Emulator.Holders[3].Certificates).ToString()
                : (await ReasonAsync(CertificatePurpose.UserAuthentication, Emulator.Holders[turn % 4])).ToString();
        })));

        reasons.Except(["None", "Held", "StatusUnreachable", "Applied"]).ShouldBeEmpty();
        Emulator.IsResponderOffline = false;
        (await ReasonAsync(CertificatePurpose.UserAuthentication, Emulator.Holders[3])).ShouldBe(VerificationReason.Held);
    }

    [Fact]
    public async Task Answers_are_kept_when_asked_for()
    {
        using IHost host = await EmulatorHost.StartAsync(EmulatorHost.Build(clock: _clock, emulator: options => options.KeepsAnswers = true));
        JpkiEmulator emulator = host.Services.GetRequiredService<JpkiEmulator>();
        CertificateValidator validator = host.Services.GetRequiredKeyedService<CertificateValidator>(CertificatePurpose.UserAuthentication);
        ReadOnlyMemory<byte> certificate = emulator.Holders[0].Certificates.UserAuthentication.Encoded;
        (await validator.ValidateAsync(certificate)).Reason.ShouldBe(VerificationReason.None);

        emulator.Authority.ReportLost(emulator.Holders[0].Certificates);
        _clock.Advance(TimeSpan.FromMinutes(14));
        (await validator.ValidateAsync(certificate)).Reason.ShouldBe(VerificationReason.None);
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await validator.ValidateAsync(certificate)).Reason.ShouldBe(VerificationReason.Held);
        await host.StopAsync();
    }

    [Fact]
    public async Task Lists_answer_for_a_responder_that_is_offline_when_asked_for()
    {
        CrlStore lists = new(_clock);
        using IHost host = await EmulatorHost.StartAsync(EmulatorHost.Build(clock: _clock, emulator: options => options.ServesLists = true, after: services => services.AddSingleton(lists)));
        JpkiEmulator emulator = host.Services.GetRequiredService<JpkiEmulator>();
        using CancellationTokenSource late = new(TimeSpan.FromMinutes(1));
        while (lists.Snapshot().Count < 2)
        {
            await Task.Delay(10, late.Token);
        }

        emulator.IsResponderOffline = true;
        CertificateValidator validator = host.Services.GetRequiredKeyedService<CertificateValidator>(CertificatePurpose.UserAuthentication);
        (await validator.ValidateAsync(emulator.Holders[0].Certificates.UserAuthentication.Encoded)).Reason.ShouldBe(VerificationReason.None);
        await host.StopAsync();
    }

    private async ValueTask<VerificationReason> ReasonAsync(CertificatePurpose purpose, LabHolder holder) => (await ValidateAsync(purpose, holder)).Reason;

    private async ValueTask<ValidationResult> ValidateAsync(CertificatePurpose purpose, LabHolder holder)
    {
        lock (_clock)
        {
            _clock.Advance(TimeSpan.FromTicks(1));
        }

        CertificateValidator validator = _host.Services.GetRequiredKeyedService<CertificateValidator>(purpose);
        return await validator.ValidateAsync((purpose == CertificatePurpose.Signature ? holder.Certificates.Signature! : holder.Certificates.UserAuthentication).Encoded);
    }
}
