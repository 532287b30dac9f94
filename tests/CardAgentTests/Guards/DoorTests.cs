using System.Net;
using CardAgentTests.Lab;

namespace CardAgentTests.Guards;

public sealed class DoorTests : AgentTest
{
    [SkippableTheory]
    [InlineData("a name of an attacker that leads to 127.0.0.1", "rebind.evil.example")]
    [InlineData("that name with the port", "rebind.evil.example:{port}")]
    [InlineData("localhost", "localhost:{port}")]
    [InlineData("the address without port", "127.0.0.1")]
    [InlineData("another port", "127.0.0.1:1")]
    [InlineData("another spelling of the address", "127.1:{port}")]
    public async Task Another_Host_header_is_refused_on_every_road(string what, string host)
    {
        string value = host.Replace("{port}", Agent.Address.Port.ToString(), StringComparison.Ordinal);
        void Rebind(HttpRequestMessage message) => message.Headers.Host = value;
        (await Agent.AskAsync(await Agent.Bank.AskAsync(), Bank.Origin, Rebind)).Status.ShouldBe(HttpStatusCode.MisdirectedRequest, what);
        (await Agent.GetAsync("/", Rebind)).Status.ShouldBe(HttpStatusCode.MisdirectedRequest, what);
        Page page = await Agent.AskLoginAsync();
        (await Agent.EnterAsync(page, Agent.LoginPin, change: Rebind)).Status.ShouldBe(HttpStatusCode.MisdirectedRequest, what);
    }

    [SkippableTheory]
    [InlineData("iframe", "Sec-Fetch-Dest", "iframe")]
    [InlineData("frame", "Sec-Fetch-Dest", "frame")]
    [InlineData("embed", "Sec-Fetch-Dest", "embed")]
    [InlineData("fetch", "Sec-Fetch-Dest", "empty")]
    [InlineData("image", "Sec-Fetch-Dest", "image")]
    [InlineData("fetch with CORS", "Sec-Fetch-Mode", "cors")]
    [InlineData("fetch without CORS", "Sec-Fetch-Mode", "no-cors")]
    public async Task Request_that_is_no_page_of_its_own_is_refused(string what, string header, string value)
    {
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(), Bank.Origin, message => RunningAgent.Say(message, header, value));
        page.Status.ShouldBe(HttpStatusCode.Forbidden, what);
        page.Html.ShouldNotContain("name=\"pin\"");
    }

    [SkippableFact]
    public async Task Browser_without_fetch_metadata_is_served()
    {
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(), Bank.Origin, message =>
        {
            RunningAgent.Say(message, "Sec-Fetch-Dest", null);
            RunningAgent.Say(message, "Sec-Fetch-Mode", null);
        });
        page.Html.ShouldContain("name=\"pin\"");
    }

    [SkippableFact]
    public async Task Every_page_forbids_frames_scripts_copies_and_forms_to_elsewhere()
    {
        Page[] pages =
        [
            await Agent.GetAsync("/"),
            await Agent.AskLoginAsync(),
            await Agent.GetAsync("/"),
            await Agent.PostOwnAsync("/drop", (await Agent.GetAsync("/")).Fields),
            await Agent.GetAsync("/nothing"),
            await Agent.AskAsync(await Agent.Bank.AskAsync(), "https://evil.example"),
        ];
        foreach (Page page in pages)
        {
            string policy = page.Headers["Content-Security-Policy"];
            policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
            policy.ShouldContain("form-action 'self'");
            policy.ShouldContain("base-uri 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("script-src");
            policy.ShouldNotContain("unsafe");
            page.Headers["X-Frame-Options"].ShouldBe("DENY");
            page.Headers["Cache-Control"].ShouldBe("no-store");
            page.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
            page.Headers["Referrer-Policy"].ShouldBe("same-origin");
            page.Headers["Cross-Origin-Opener-Policy"].ShouldBe("same-origin");
            page.Headers["Cross-Origin-Resource-Policy"].ShouldBe("same-origin");
            page.Headers.ShouldNotContainKey("Access-Control-Allow-Origin");
            page.Headers.ShouldNotContainKey("Set-Cookie");
            page.Html.ShouldNotContain("<script");
        }
    }

    [SkippableFact]
    public async Task Page_with_the_answer_forbids_frames_too_and_posts_to_the_asker_alone()
    {
        Page done = await Agent.EnterAsync(await Agent.AskLoginAsync(), Agent.LoginPin);
        string policy = done.Headers["Content-Security-Policy"];
        policy.ShouldContain("form-action https://bank.example");
        policy.ShouldContain("frame-ancestors 'none'");
        done.Headers["X-Frame-Options"].ShouldBe("DENY");
        done.Headers["Cache-Control"].ShouldBe("no-store");
        done.Headers["Referrer-Policy"].ShouldBe("origin");
    }

    [SkippableTheory]
    [InlineData("reading what only takes posts", "/pin")]
    [InlineData("reading the road of the asking", "/ask")]
    [InlineData("a page that is not there", "/admin")]
    public async Task Nothing_else_is_there(string what, string path) =>
        (await Agent.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, what);

    [SkippableTheory]
    [InlineData("the longest", 0, "HTTP/1.1 100 Continue")]
    [InlineData("one byte more", 1, "HTTP/1.1 400 Bad Request")]
    public async Task Longest_body_is_bounded(string what, int more, string status)
    {
        using HalfPost post = await HalfPost.SendAsync(Agent.Address, Bank.Origin, CardAgent.AgentRoutes.MaximumRequestLength + more);
        (await post.ReadStatusAsync()).ShouldBe(status, what);
    }
}
