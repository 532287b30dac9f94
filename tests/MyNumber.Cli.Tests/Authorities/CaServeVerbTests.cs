using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Verbs;

namespace MyNumber.Cli.Tests.Authorities;

public sealed class CaServeVerbTests
{
    private static readonly TimeSpan _quarter = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData("a change shows at once", "", "Held")]
    [InlineData("a change shows at the next tick", "--lag-by-tick", "Good")]
    [InlineData("at a tick that has come since", "--lag-by-tick --tick 60", "Held")]
    public async Task Hold_of_a_minute_ago_is_in_the_answer_or_not(string row, string line, string state)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        DateTimeOffset now = TimeProvider.System.GetUtcNow(), hold = now.AddTicks(_quarter.Ticks - (now.Ticks % _quarter.Ticks)).AddMinutes(5);
        Run(new StandingTime(hold), "ca", "hold", bench.Authority, bench.UserAuthentication).Code.ShouldBe(ExitCode.Done, row);
        StandingTime later = new(hold.AddMinutes(2));
        using ServedAuthority served = new(bench.Authority, later, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        ToolRun run = Run(later, "jpki", "status", bench.UserAuthentication, "--anchor", bench.UserAnchors, "--ocsp", await served.AddressAsync(), "--json");
        (run.Json.Length == 0 ? run.All : run.Json[0].GetProperty("state").GetString()).ShouldBe(state, $"{row}: {run.All}");
    }

    [Fact]
    public async Task Addresses_in_the_first_line_have_something_behind_them()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        using ServedAuthority served = new(bench.Authority);
        using HttpClient http = new();
        string[] lists = [.. (await served.FirstLineAsync()).GetProperty("lists").EnumerateArray().Select(list => list.GetString()!)];
        lists.Length.ShouldBe(2);
        foreach (string address in lists.Append(lists[0].Replace("sign/current/full.crl", "sign-1-full.crl", StringComparison.Ordinal)).Append(lists[1].Replace("full", "13101", StringComparison.Ordinal)))
        {
            byte[] list = await http.GetByteArrayAsync(new Uri(address));
            bench.Run("jpki", "inspect", bench.Write("list.crl", list), "--json").Json[0].GetProperty("kind").GetString().ShouldBe("RevocationList", address);
        }
    }

    [Fact]
    public void Port_that_another_program_has_is_told_by_its_option()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        ToolRun run = bench.Run("ca", "serve", bench.Authority, "--port", port);
        run.Code.ShouldBe(ExitCode.Undetermined, run.All);
        run.Error.ShouldContain("--port: This port of 127.0.0.1 cannot be used");
    }

    private static ToolRun Run(TimeProvider clock, params string[] arguments)
    {
        StringWriter output = new(), error = new();
        ExitCode code = CliApplication.Run([.. arguments, "--lang", "en"], new CliStreams(output, error), [CaVerbs.Group(clock), JpkiVerbs.Group(clock)], CancellationToken.None);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
