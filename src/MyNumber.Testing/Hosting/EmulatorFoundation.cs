using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Testing.Hosting;

/// <summary>Makes the emulator of a host, and refuses where it has no place.</summary>
internal static class EmulatorFoundation
{
    /// <exception cref="InvalidOperationException">The host's environment is Production, or an option is wrong; the message says what to do.</exception>
    public static JpkiEmulator Create(IServiceProvider services)
    {
        RefuseProduction(services);
        EmulatorOptions options = services.GetRequiredService<IOptions<EmulatorOptions>>().Value;
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        return options.FindProblem(clock.GetUtcNow()) is { } problem ? throw new InvalidOperationException(problem) : new JpkiEmulator(options, clock);
    }

    /// <summary>Puts the lab in the place of what was configured before; what the application sets later stands.</summary>
    public static void Configure(JpkiOptions options, JpkiEmulator emulator, EmulatorOptions settings)
    {
        options.Environment = JpkiEnvironment.Lab;
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            JpkiPurposeOptions own = purpose == CertificatePurpose.Signature ? options.Signature : options.UserAuthentication;
            own.AnchorFiles.Clear();
            own.Profiles.Clear();
            own.CrlAddresses.Clear();
            own.Anchors = emulator.Anchors(purpose);
            if (settings.ServesLists)
            {
                own.CrlAddresses.Add(emulator.CrlAddress(purpose));
            }
        }

        options.Ocsp = options.Ocsp with { ResponderAddress = emulator.Authority.OcspAddress, ResponderSelector = null, FallbackAddresses = [] };
        if (!settings.KeepsAnswers)
        {
            options.StatusCache = options.StatusCache with { MaximumAge = TimeSpan.FromTicks(1), FailureAge = TimeSpan.Zero };
        }
    }

    private static void RefuseProduction(IServiceProvider services)
    {
        if (services.GetService<IHostEnvironment>()?.IsProduction() == true)
        {
            throw new InvalidOperationException(
                "UseEmulator is on and this host's environment is Production: everybody has the keys of the emulated environment, so it would let anybody in. For a trial set ASPNETCORE_ENVIRONMENT "
                + "(or DOTNET_ENVIRONMENT) to Development; for real use call UseEmulator only where builder.Environment.IsDevelopment(), and configure the anchors of the real service.");
        }
    }
}
