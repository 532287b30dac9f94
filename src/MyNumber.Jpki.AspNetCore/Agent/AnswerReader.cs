using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>Takes an answer from the request that a browser sent on behalf of the card agent's page.</summary>
internal static class AnswerReader
{
    private const string FormType = "application/x-www-form-urlencoded"; // what AgentPage's form posts
    private const long MaximumBodyLength = 1 << 20;

    private static readonly FormOptions Limits = new() { ValueCountLimit = 16, KeyLengthLimit = 64, ValueLengthLimit = (int)MaximumBodyLength, BufferBodyLengthLimit = MaximumBodyLength };

    /// <summary>Whether the browser says that the agent's own page sent it: the Origin header is the agent's, and it is the page itself that moves, not a frame or a script.</summary>
    public static bool IsFromAgent(HttpRequest request, Uri agentAddress) =>
        request.Headers.Origin is [{ } origin] && string.Equals(origin, agentAddress.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped), StringComparison.Ordinal)
        && request.Headers["Sec-Fetch-Dest"] is [] or ["document"];

    /// <returns>The answer, or <see langword="null"/> when it is not a post of its shape or too long.</returns>
    public static async Task<AgentAnswer?> ReadAsync(HttpRequest request, StatementPurpose purpose)
    {
        if (!HttpMethods.IsPost(request.Method) || !IsForm(request.ContentType) || request.ContentLength > MaximumBodyLength)
        {
            return null;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } ceiling)
        {
            ceiling.MaxRequestBodySize = MaximumBodyLength;
        }

        try
        {
            IFormCollection form = await request.ReadFormAsync(Limits, request.HttpContext.RequestAborted).ConfigureAwait(false);
            return AgentAnswer.TryRead(form, purpose, out AgentAnswer? answer) ? answer : null;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    private static bool IsForm(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type) && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase);
}
