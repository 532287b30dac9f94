using System.Net;
using BankPortal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Testing.Hosting;

namespace BankPortalTests;

public sealed class HostTests
{
    [Theory]
    [InlineData("/lab")]
    [InlineData("/clerk/login")]
    public async Task Doors_of_the_lab_are_not_there_in_a_copy_that_runs_outside_of_Development(string path)
    {
        await using Portal portal = await Portal.StartAsync("Staging", services => services.Configure<EmulatorOptions>(options => options.RunsAlthoughThisHostIsNotDevelopment = true));
        Browser browser = portal.Open();

        (await browser.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync(path, [KeyValuePair.Create("clerk", "窓口1番")])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Production_does_not_start_with_the_emulated_environment()
    {
        InvalidOperationException refusal = await Should.ThrowAsync<InvalidOperationException>(() => Portal.StartAsync("Production"));

        refusal.Message.ShouldContain("Production");
    }

    [Theory]
    [InlineData("Staging")]
    [InlineData("Test")]
    public async Task Host_of_another_name_than_Development_does_not_start(string environment)
    {
        InvalidOperationException refusal = await Should.ThrowAsync<InvalidOperationException>(() => Portal.StartAsync(environment));

        refusal.Message.ShouldContain(environment);
    }

    [Theory]
    [InlineData("nothing", null, null, "Development")]
    [InlineData("blank", " ", "", "Development")]
    [InlineData("ASP.NET Core's", "Production", null, "Production")]
    [InlineData("the host's", null, "Production", "Production")]
    [InlineData("Development against Production", "Development", "Production", "Production")]
    [InlineData("Production against Development", "Production", "Development", "Production")]
    [InlineData("Staging against Production", "Staging", "Production", "Production")]
    [InlineData("in other letters", "development", "production", "production")]
    [InlineData("Development against Staging", "Development", "Staging", "Staging")]
    public void Both_variables_of_the_environment_are_read_and_the_stricter_stands(string what, string? web, string? host, string expected) =>
        PortalSettings.ReadEnvironment(name => name switch { "ASPNETCORE_ENVIRONMENT" => web, "DOTNET_ENVIRONMENT" => host, _ => null }).ShouldBe(expected, what);

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://192.0.2.1:8080")]
    [InlineData("http://bank.example:8080")]
    public void Portal_listens_on_no_network(string address)
    {
        PortalSettings settings = new() { Address = new Uri(address), NamedOrigin = "http://localhost:8080" };

        settings.Refusal.ShouldNotBeNull().ShouldContain("--urls");
        Should.Throw<InvalidOperationException>(() => PortalHost.Build(settings));
    }

    [Fact]
    public void Portal_stands_behind_no_proxy_of_another_name()
    {
        PortalSettings settings = new() { NamedOrigin = "https://bank.example" };

        settings.Refusal.ShouldNotBeNull().ShouldContain("--origin");
        Should.Throw<InvalidOperationException>(() => PortalHost.Build(settings));
        PortalSettings.Read(["--origin", "https://bank.example"], out string fault).ShouldBeNull();
        fault.ShouldContain("--origin");
    }

    [Fact]
    public async Task Name_below_localhost_is_this_machine_for_portal_and_library_alike()
    {
        PortalSettings settings = PortalSettings.Read(["--port", "0", "--origin", "http://bank.localhost:5080"], out _).ShouldNotBeNull();
        await using WebApplication portal = PortalHost.Build(settings);
        await portal.StartAsync();

        portal.Urls.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Settings_of_the_server_open_no_other_door()
    {
        PortalSettings settings = PortalSettings.Read(["--port", "0"], out _).ShouldNotBeNull();
        await using WebApplication portal = PortalHost.Build(settings, builder => builder.Configuration["Kestrel:Endpoints:Other:Url"] = "http://127.0.0.1:0");
        await portal.StartAsync();

        portal.Urls.ShouldBe([$"http://127.0.0.1:{settings.Port}"]);
    }

    [Theory]
    [InlineData("without an address", "--port 0")]
    [InlineData("with an address", "--urls http://127.0.0.1:0")]
    public async Task Variables_of_the_host_open_no_other_door(string what, string line)
    {
        PortalSettings settings = PortalSettings.Read(line.Split(' '), out _).ShouldNotBeNull();
        await using WebApplication portal = PortalHost.Build(settings, builder =>
        {
            // as ASPNETCORE_URLS and the like come in
            builder.Configuration["urls"] = "http://[::1]:0";
            builder.Configuration["http_ports"] = "0";
            builder.Configuration["preferHostingUrls"] = "true";
        });
        await portal.StartAsync();

        new Uri(portal.Urls.ShouldHaveSingleItem(what)).Host.ShouldBe("127.0.0.1", what);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://[::1]:8080")]
    [InlineData("http://localhost:8080")]
    public void Portal_listens_on_this_machine(string address) => new PortalSettings { Address = new Uri(address) }.Refusal.ShouldBeNull();

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        await using Portal portal = await Portal.StartAsync();

        (await portal.Open().GetAsync("https://evil.example/")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("nothing", "", "http://localhost:5080")]
    [InlineData("a port", "--port 6000", "http://localhost:6000")]
    [InlineData("an address", "--urls http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("a name of its own", "--port 6000 --origin https://localhost:7080", "https://localhost:7080")]
    public void Origin_follows_from_the_command_line(string what, string line, string origin) =>
        PortalSettings.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), out _)!.Origin.ShouldBe(origin, what);

    [Theory]
    [InlineData("an unknown word", "--port 6000 --nonsense 1")]
    [InlineData("a word without value", "--port")]
    [InlineData("a low port", "--port 80")]
    [InlineData("an address with a path", "--urls http://127.0.0.1:8080/bank")]
    [InlineData("an agent that is no address", "--agent here")]
    [InlineData("another kind of address", "--agent ftp://127.0.0.1/ask")]
    public void Command_line_that_does_not_fit_is_told(string what, string line)
    {
        PortalSettings.Read(line.Split(' '), out string fault).ShouldBeNull(what);
        fault.ShouldStartWith("--");
    }

    [Fact]
    public void Free_port_is_found() => PortalSettings.Read(["--port", "0"], out _)!.Port.ShouldBeGreaterThan(1023);
}
