using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyNumber.Jpki;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;
using MyNumber.Testing.Hosting;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class EmulatedSiteSnippets
{
    [Fact]
    public async Task Site_in_development_has_the_emulator_and_a_test_spoils_it()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        #region testing-emulator
        IJpkiBuilder jpki = builder.Services.AddMyNumberJpki(options => options.Origin = "http://localhost:5080");
        if (builder.Environment.IsDevelopment())
        {
            jpki.UseEmulator();
        }
        #endregion
        using IHost app = builder.Build();
        IServiceProvider services = app.Services;
        #region testing-emulator-spoil
        JpkiEmulator emulator = services.GetRequiredService<JpkiEmulator>();
        emulator.Authority.ReportLost(emulator.Holders[0].Certificates);          // both certificates on hold: the next login is refused as held
        emulator.Authority.MoveHouse(emulator.Holders[1].Certificates);           // the signature certificate is revoked, login goes on
        emulator.IsResponderOffline = true;                                       // status undetermined, answered with 503
        emulator.Faults = OcspFaults.None;                                        // all is well again, but for what was held and revoked
        #endregion
        CertificateValidator validator = services.GetRequiredKeyedService<CertificateValidator>(CertificatePurpose.UserAuthentication);
        (await validator.ValidateAsync(emulator.Holders[0].Certificates.UserAuthentication.Encoded)).Reason.ShouldBe(VerificationReason.Held);
        (await validator.ValidateAsync(emulator.Holders[1].Certificates.UserAuthentication.Encoded)).Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public void Another_program_has_the_twin_of_the_card()
    {
        #region testing-emulated-cards
        using EmulatedCards cards = new(new EmulatorOptions { Seed = 1 }, TimeProvider.System);
        LabHolder holder = cards.Holders[0];                                      // its reader, card and PINs
        #endregion
        holder.Reader.IsCardPresent.ShouldBeTrue();
    }
}
