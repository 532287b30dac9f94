using Microsoft.AspNetCore.Http;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>A status code without a body.</summary>
internal static class HttpRefusal
{
    internal static Task WriteAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
