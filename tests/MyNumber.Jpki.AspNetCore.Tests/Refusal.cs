using System.Net;
using System.Text.Json;

namespace MyNumber.Jpki.AspNetCore.Tests;

/// <summary>Reads a refusal as a client does.</summary>
internal static class Refusal
{
    public static async Task<JsonElement> OfAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        string body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, body);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using JsonDocument problem = JsonDocument.Parse(body);
        JsonElement root = problem.RootElement.Clone();
        root.GetProperty("code").GetString().ShouldBe(code);
        root.GetProperty("status").GetInt32().ShouldBe((int)status);
        return root;
    }
}
