using System.Diagnostics;
using System.Net;
using System.Reflection;
using BrowserTests.Stage;
using MyNumber.TestKit;

namespace BrowserTests;

/// <summary>The two commands for the browser, as the front pages write them.</summary>
public sealed class TwoCommandsTests(Theatre theatre) : BrowserTest(theatre)
{
    private static readonly string Configuration = typeof(TwoCommandsTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>They run with what was built (tests build nothing), and at ports of their own: 5080 and 36200 may be somebody else's on this machine.</summary>
    [SkippableFact]
    public async Task Portal_and_card_agent_start_by_the_commands_of_the_readme_and_the_login_leads_to_the_agent()
    {
        string bank = $"http://localhost:{FreePort.Find()}";
        await using CardProgram card = await CardProgram.IntroduceAsync(Run("CardAgent", "--port", "0", "--allow", bank), person: 0);
        await using ServerProgram portal = Run("BankPortal", "--port", bank.Split(':')[^1], "--agent", card.Origin + "/ask");
        (await portal.ReadLineAsync()).ShouldBe(bank);
        using HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
        foreach (string origin in new[] { bank, card.Origin })
        {
            using HttpResponseMessage page = await client.GetAsync(new Uri(origin));
            page.StatusCode.ShouldBe(HttpStatusCode.OK, origin);
        }

        await using Visit visit = await Theatre.VisitAsync();
        await visit.GoAsync(bank + "/login");
        await visit.PressAsync(Steps.LogInButton);

        (await visit.ReadAsync(Steps.Origin)).ShouldBe(bank);
        visit.Page.Url.ShouldStartWith(card.Origin);
    }

    private static ServerProgram Run(string sample, params string[] arguments)
    {
        string[] command = Command("README.md", sample);
        Command("README.ja.md", sample).ShouldBe(command);
        command[..2].ShouldBe(["dotnet", "run"]);
        return ServerProgram.Start(sample, new ProcessStartInfo(ServerProgram.Runtime, ["run", "--no-build", "-c", Configuration, .. command[2..], "--", .. arguments]) { WorkingDirectory = SourceTree.Root });
    }

    private static string[] Command(string page, string sample) =>
        File.ReadLines(Path.Combine(SourceTree.Root, page)).Single(line => line.StartsWith($"dotnet run --project samples/{sample} ", StringComparison.Ordinal))
            .Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
