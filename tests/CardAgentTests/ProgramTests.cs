using System.Diagnostics;
using System.Net;
using System.Text;
using CardAgentTests.Lab;
using MyNumber.TestKit;

namespace CardAgentTests;

/// <summary>The program as a user starts it.</summary>
public sealed class ProgramTests
{
    [SkippableFact]
    public async Task Program_says_its_address_first_and_that_card_and_PINs_are_invented_and_serves()
    {
        using Process process = Start(["--port", "0", "--allow", "https://bank.example", "--seed", "3", "--person", "1"]);
        try
        {
            Uri address = new((await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull());
            address.Host.ShouldBe("127.0.0.1");
            address.AbsolutePath.ShouldBe("/ask");
            (await process.StandardOutput.ReadLineAsync())!.ShouldContain("人も暗証番号も架空です");
            using HttpClient browser = new(new SocketsHttpHandler { UseProxy = false });
            using HttpResponseMessage response = await browser.GetAsync(new Uri(address, "/"));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Page.ReadAsync(response)).Html.ShouldContain("https://bank.example");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [SkippableFact]
    public async Task Settings_of_the_surroundings_change_neither_address_nor_log()
    {
        using TemporaryFolder folder = new();
        folder.Write("appsettings.json", """{"urls":"http://0.0.0.0:0","Kestrel":{"Endpoints":{"All":{"Url":"http://0.0.0.0:0"}}},"Logging":{"LogLevel":{"Default":"Trace"}}}""");
        using Process process = Start(["--port", "0"], start =>
        {
            start.WorkingDirectory = folder.Path;
            start.Environment["ASPNETCORE_URLS"] = "http://0.0.0.0:0";
            start.Environment["ASPNETCORE_HTTP_PORTS"] = "0";
            start.Environment["Logging__LogLevel__Default"] = "Trace";
        });
        try
        {
            Uri address = new((await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull());
            address.Host.ShouldBe("127.0.0.1");
            using HttpClient browser = new(new SocketsHttpHandler { UseProxy = false });
            using HttpResponseMessage response = await browser.GetAsync(new Uri(address, "/"));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        (await process.StandardError.ReadToEndAsync()).ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("an argument that it does not know", "--bogus", 2)]
    [InlineData("a reader that is not there", "--reader=none", 2)]
    [InlineData("help", "--help", 0)]
    public async Task Program_ends_by_itself(string what, string argument, int expected)
    {
        using Process process = Start([argument]);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(expected, what);
    }

    [SkippableFact]
    public async Task Reader_that_is_not_there_is_told()
    {
        using Process process = Start(["--reader", "no such reader", "--port", "0"]);
        string told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(3);
        told.ShouldNotBeEmpty();
    }

    [SkippableFact]
    public async Task Taken_port_is_told()
    {
        using System.Net.Sockets.TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        using Process process = Start(["--port", ((IPEndPoint)other.LocalEndpoint).Port.ToString()]);
        string told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(3);
        told.ShouldContain("--port");
    }

    private static Process Start(string[] arguments, Action<ProcessStartInfo>? change = null)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "CardAgent.dll");
        string runtime = Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
        ProcessStartInfo start = new(runtime, [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        change?.Invoke(start);
        return Process.Start(start)!;
    }
}
