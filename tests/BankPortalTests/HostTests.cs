using System.Net;
using BankPortal;

namespace BankPortalTests;

public sealed class HostTests
{
    [Theory]
    [InlineData("/lab")]
    [InlineData("/clerk/login")]
    public async Task Doors_of_the_lab_are_not_there_outside_of_Development(string path)
    {
        await using Portal portal = await Portal.StartAsync("Staging");
        Browser browser = portal.Open();

        (await browser.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync(path, [KeyValuePair.Create("clerk", "窓口1番")])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Browsers_are_told_to_keep_to_https_outside_of_Development()
    {
        await using Portal portal = await Portal.StartAsync("Staging");

        (await portal.Open().GetAsync("/")).Header("Strict-Transport-Security").ShouldContain("max-age=31536000");
    }

    [Fact]
    public async Task Production_does_not_start_with_the_emulated_environment()
    {
        InvalidOperationException refusal = await Should.ThrowAsync<InvalidOperationException>(() => Portal.StartAsync("Production"));

        refusal.Message.ShouldContain("Production");
    }

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
    [InlineData("a name of its own", "--port 6000 --origin https://bank.example", "https://bank.example")]
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
