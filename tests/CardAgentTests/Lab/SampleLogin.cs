using CardAgent;

namespace CardAgentTests.Lab;

/// <summary>A login that the sample portal might ask of an agent that is a program of its own.</summary>
internal static class SampleLogin
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["version"] = "1",
        ["purpose"] = "login",
        ["audience"] = AgentSettings.SamplePortal,
        ["nonce"] = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        ["issued-at"] = "2026-11-22T00:00:00Z",
        ["return"] = AgentSettings.SamplePortal + "/signin-jpki",
        ["state"] = "state",
    };

    public static async Task<Page> AskAsync(Uri address)
    {
        using HttpClient browser = new(new SocketsHttpHandler { UseProxy = false });
        browser.DefaultRequestHeaders.Add("Origin", AgentSettings.SamplePortal);
        using FormUrlEncodedContent form = new(Fields);
        using HttpResponseMessage response = await browser.PostAsync(address, form);
        return await Page.ReadAsync(response);
    }
}
