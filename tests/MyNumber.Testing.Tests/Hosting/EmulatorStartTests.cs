using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Services;
using MyNumber.Testing.Hosting;

namespace MyNumber.Testing.Tests.Hosting;

public sealed class EmulatorStartTests
{
    [Fact]
    public async Task Host_for_development_starts()
    {
        using IHost host = await EmulatorHost.StartAsync(EmulatorHost.Build(after: EmulatorHost.AddLogin));

        host.Services.GetRequiredService<JpkiEmulator>().Holders.Count.ShouldBe(4);
        await host.StopAsync();
    }

    [Theory]
    [InlineData("Staging")]
    [InlineData("Prod")]
    [InlineData("Live")]
    public async Task Host_of_any_other_name_starts_only_when_it_says_that_it_knows(string environment)
    {
        using IHost refused = EmulatorHost.Build(environment, after: EmulatorHost.AddLogin);
        (await Should.ThrowAsync<InvalidOperationException>(() => refused.StartAsync())).Message.ShouldContain($"this host's environment is {environment}");

        using IHost host = await EmulatorHost.StartAsync(EmulatorHost.Build(environment, emulator: options => options.RunsAlthoughThisHostIsNotDevelopment = true, after: EmulatorHost.AddLogin));
        await host.StopAsync();
    }

    [Fact]
    public async Task Host_in_production_does_not_start_whatever_it_says()
    {
        using IHost host = EmulatorHost.Build("Production", emulator: options => options.RunsAlthoughThisHostIsNotDevelopment = true);

        await Should.ThrowAsync<InvalidOperationException>(() => host.StartAsync());
    }

    [Fact]
    public void Services_without_a_host_get_no_emulator()
    {
        ServiceCollection services = [];
        services.AddMyNumberJpki(_ => { }).UseEmulator();
        using ServiceProvider provider = services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<JpkiEmulator>()).Message.ShouldContain("counts as Production");
    }

    [Theory]
    [InlineData("plain", "Production", false)]
    [InlineData("in another case", "PRODUCTION", false)]
    [InlineData("with login", "Production", true)]
    public async Task Host_in_production_does_not_start_and_says_what_to_do(string description, string environment, bool hasLogin)
    {
        using IHost host = EmulatorHost.Build(environment, after: hasLogin ? EmulatorHost.AddLogin : null);

        InvalidOperationException refusal = await Should.ThrowAsync<InvalidOperationException>(async () => await host.StartAsync());
        refusal.Message.ShouldContain("Production", Case.Sensitive, description);
        refusal.Message.ShouldContain("set ASPNETCORE_ENVIRONMENT (or DOTNET_ENVIRONMENT) to Development", Case.Sensitive, description);
        refusal.Message.ShouldContain("call UseEmulator only where builder.Environment.IsDevelopment()", Case.Sensitive, description);
    }

    [Fact]
    public void No_service_of_a_production_host_gets_the_emulator_without_a_start()
    {
        using IHost host = EmulatorHost.Build("Production");

        Should.Throw<InvalidOperationException>(() => host.Services.GetRequiredService<JpkiEmulator>());
        Should.Throw<InvalidOperationException>(() => host.Services.GetRequiredService<IOptions<JpkiOptions>>().Value);
        Should.Throw<InvalidOperationException>(() => host.Services.GetRequiredService<ISerialLinkService>());
    }

    [Fact]
    public async Task Host_without_a_name_for_its_environment_is_production()
    {
        using IHost host = EmulatorHost.Build(environment: null!);

        await Should.ThrowAsync<InvalidOperationException>(async () => await host.StartAsync());
    }

    [Fact]
    public async Task Wrong_option_stops_the_start()
    {
        using IHost host = EmulatorHost.Build(emulator: options => options.Persons = 99);

        (await Should.ThrowAsync<InvalidOperationException>(async () => await host.StartAsync())).Message.ShouldBe("EmulatorOptions.Persons must be 1 to 12.");
    }

    [Fact]
    public async Task What_was_configured_before_is_left_out_and_what_comes_later_stands()
    {
        using IHost host = await EmulatorHost.StartAsync(EmulatorHost.Build(
            before: options =>
            {
                options.Signature.AnchorFiles.Add("no-such-file.cer");
                options.UserAuthentication.CrlAddresses.Add(new Uri("http://lists.example/auth.crl"));
                options.UserAuthentication.OcspAddress = new Uri("http://responder.example/auth");
                options.Ocsp = new OcspOptions { ResponderAddress = new Uri("http://responder.example/"), NonceLength = 16, FallbackAddresses = [new Uri("http://other.example/")] };
            },
            after: services => services.Configure<JpkiOptions>(options => options.StatusCache = options.StatusCache with { MaximumAge = TimeSpan.FromMinutes(2) })));
        JpkiOptions options = host.Services.GetRequiredService<IOptions<JpkiOptions>>().Value;

        options.Environment.ShouldBe(JpkiEnvironment.Lab);
        (options.Signature.AnchorFiles.Count, options.UserAuthentication.CrlAddresses.Count, options.Ocsp.FallbackAddresses.Count).ShouldBe((0, 0, 0));
        options.UserAuthentication.OcspAddress.ShouldBeNull();
        options.Ocsp.ResponderAddress.ShouldBe(new Uri("http://ocsp.mynumber-lab.invalid/ocsp"));
        options.Ocsp.NonceLength.ShouldBe(16);
        options.StatusCache.MaximumAge.ShouldBe(TimeSpan.FromMinutes(2));
        await host.StopAsync();
    }

    [Fact]
    public async Task Second_call_sets_further_options()
    {
        using IHost host = await EmulatorHost.StartAsync(EmulatorHost.Build(
            emulator: options => options.Seed = 3,
            after: services => services.Configure<EmulatorOptions>(options => options.Persons = 2)));
        using EmulatedCards cards = new(new EmulatorOptions { Seed = 3, Persons = 2 }, new ManualTimeProvider(EmulatorHost.Now));
        JpkiEmulator emulator = host.Services.GetRequiredService<JpkiEmulator>();

        emulator.Holders.Select(holder => holder.Person.Card.Number).ShouldBe(cards.Holders.Select(holder => holder.Person.Card.Number));
        await host.StopAsync();
    }

    [Fact]
    public void Builder_may_be_asked_twice()
    {
        ServiceCollection services = new();
        services.AddMyNumberJpki(_ => { }).UseEmulator(options => options.Persons = 3).UseEmulator(options => options.Seed = 5);
        services.Count(service => service.ServiceType == typeof(JpkiEmulator)).ShouldBe(1);
        using ServiceProvider provider = services.BuildServiceProvider();

        EmulatorOptions options = provider.GetRequiredService<IOptions<EmulatorOptions>>().Value;
        (options.Persons, options.Seed).ShouldBe((3, 5));
    }
}
