using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CardAgent;
using CardAgentTests.Lab;
using MyNumber.TestKit;

namespace CardAgentTests;

/// <summary>The program as a user starts it.</summary>
public sealed class ProgramTests
{
    private static readonly TimeSpan ServersOwnPatience = TimeSpan.FromSeconds(30); // how long a web server waits for its requests, unless told otherwise

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

    [SkippableFact]
    public async Task Help_goes_to_standard_output_and_ends_well()
    {
        using Process process = Start(["--help"]);
        string told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        told.ShouldStartWith("mynumber-card-agent [--allow ORIGIN]...");
        told.ShouldContain("暗証番号を受け取る引数はありません");
        (await process.StandardError.ReadToEndAsync()).ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("an argument that it does not know", "--bogus")]
    [InlineData("a value behind an equals sign", "--reader=none")]
    public async Task Wrong_arguments_are_told_on_standard_error_with_the_usage(string what, string argument)
    {
        using Process process = Start([argument]);
        string told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(2, what);
        told.ShouldStartWith(argument.Split('=')[0] + ": 不明な引数です");
        told.ShouldContain("--allow ORIGIN");
        (await process.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("Ctrl+C", "-INT")]
    [InlineData("the system's wish", "-TERM")]
    public async Task Signal_ends_it_although_a_request_is_in_hand_and_another_never_ends(string what, string signal)
    {
        OutsideProgram kill = OutsideProgram.Require("kill", "procps");
        // A shell may have told its background work not to hear SIGINT, and what that starts would not either.
        OutsideProgram env = OutsideProgram.Require("env", "coreutils");
        using Process process = Start(["--port", "0"], start =>
        {
            start.ArgumentList.Insert(0, start.FileName);
            start.ArgumentList.Insert(0, "--default-signal=INT");
            start.FileName = env.FilePath;
        });
        try
        {
            Uri address = new((await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull());
            (await SampleLogin.AskAsync(address)).Html.ShouldContain("name=\"pin\"");
            using HalfPost half = await HalfPost.SendAsync(address, AgentSettings.SamplePortal, length: 1000);
            (await half.ReadStatusAsync()).ShouldBe("HTTP/1.1 100 Continue");

            kill.Run(signal, process.Id.ToString(CultureInfo.InvariantCulture)).ExitCode.ShouldBe(0);
            await process.WaitForExitAsync().WaitAsync(ServersOwnPatience / 2);
            process.ExitCode.ShouldBe(0, what);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [SkippableFact]
    public async Task Reader_that_is_not_there_is_told()
    {
        using Process process = Start(["--reader", "no such reader", "--port", "0"]);
        string told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(3);
        told.ShouldNotBeEmpty();
        told.ShouldNotContain("   at "); // a sentence, and no trace of the program
    }

    [SkippableTheory]
    [InlineData("by a program at the same address", false)]
    [InlineData("by a program at every address of the machine", true)]
    public async Task Taken_port_is_told_with_the_warning_to_enter_no_PIN_there(string what, bool everywhere)
    {
        using TcpListener other = new(everywhere ? IPAddress.Any : IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        using Process process = Start(["--port", port.ToString(CultureInfo.InvariantCulture)]);
        string told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(3, what);
        told.ShouldStartWith($"127.0.0.1:{port} は使えません");
        told.ShouldContain("暗証番号を入れないでください");
        (await process.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("the same address", false)]
    [InlineData("every address of the machine", true)]
    public async Task Port_is_nobody_elses_while_the_agent_has_it(string what, bool everywhere)
    {
        await using RunningAgent agent = await RunningAgent.StartAsync();
        using Socket other = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        Should.Throw<SocketException>(() =>
        {
            other.Bind(new IPEndPoint(everywhere ? IPAddress.Any : IPAddress.Loopback, agent.Address.Port));
            other.Listen();
        }, what);
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
