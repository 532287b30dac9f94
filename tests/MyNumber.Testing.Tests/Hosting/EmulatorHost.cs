using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Testing.Hosting;

namespace MyNumber.Testing.Tests.Hosting;

/// <summary>Hosts with the emulated environment, as an application makes them.</summary>
internal static class EmulatorHost
{
    public static DateTimeOffset Now { get; } = new(2026, 4, 17, 9, 30, 0, TimeSpan.Zero);

    public static IHost Build(
        string environment = "Development", ManualTimeProvider? clock = null, Action<EmulatorOptions>? emulator = null, Action<JpkiOptions>? before = null, Action<IServiceCollection>? after = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Services.AddSingleton<TimeProvider>(clock ?? new ManualTimeProvider(Now));
        builder.Services.AddMyNumberJpki(options =>
        {
            options.Origin = "https://bank.example";
            before?.Invoke(options);
        }).UseEmulator(emulator);
        after?.Invoke(builder.Services);
        return builder.Build();
    }

    public static void AddLogin(IServiceCollection services) => services
        .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
        .AddCookie()
        .AddJpkiLogin(options => options.SubjectKey = new byte[32]);

    public static async Task<IHost> StartAsync(IHost host)
    {
        await host.StartAsync();
        return host;
    }
}
