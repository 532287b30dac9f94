using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Testing.Hosting;

/// <summary>Makes the emulator of a host, and refuses where it has no place.</summary>
internal static class EmulatorFoundation
{
    /// <exception cref="InvalidOperationException">The host's environment is not Development, or an option is wrong; the message says what to do.</exception>
    public static JpkiEmulator Create(IServiceProvider services)
    {
        EmulatorOptions options = services.GetRequiredService<IOptions<EmulatorOptions>>().Value;
        RefuseOthersThanDevelopment(services.GetService<IHostEnvironment>(), options);
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        return options.FindProblem(clock.GetUtcNow()) is { } problem ? throw new InvalidOperationException(problem) : new JpkiEmulator(options, clock);
    }

    /// <summary>Puts the lab in the place of what was configured before; what the application sets later stands.</summary>
    public static void Configure(JpkiOptions options, JpkiEmulator emulator, EmulatorOptions settings)
    {
        options.Environment = JpkiEnvironment.Lab;
        options.AcceptLabAnchorsAlthoughThisHostIsNotDevelopment |= settings.RunsAlthoughThisHostIsNotDevelopment;
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            JpkiPurposeOptions own = purpose == CertificatePurpose.Signature ? options.Signature : options.UserAuthentication;
            own.AnchorFiles.Clear();
            own.Profiles.Clear();
            own.CrlAddresses.Clear();
            own.OcspAddress = null;
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

    // A host that says nothing of its environment may be a public one.
    private static void RefuseOthersThanDevelopment(IHostEnvironment? host, EmulatorOptions options)
    {
        if (host?.IsDevelopment() == true || (host?.IsProduction() == false && options.RunsAlthoughThisHostIsNotDevelopment))
        {
            return;
        }

        throw new InvalidOperationException(
            $"UseEmulator is on and this host's environment is {host?.EnvironmentName ?? "not known, which counts as Production"}: everybody has the keys of the emulated environment, so it would let "
            + "anybody in. For a trial set ASPNETCORE_ENVIRONMENT (or DOTNET_ENVIRONMENT) to Development; for real use call UseEmulator only where builder.Environment.IsDevelopment(), and configure "
            + "the anchors of the real service. A host of another name than Production that nobody else reaches may set EmulatorOptions.RunsAlthoughThisHostIsNotDevelopment.");
    }
}
