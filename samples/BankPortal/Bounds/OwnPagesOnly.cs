using Microsoft.AspNetCore.RateLimiting;

namespace BankPortal.Bounds;

/// <summary>Refuses what another site's page posts to a page of this site, before it counts as a step. The form's token refuses it too, but behind the bounds: any site could use up its visitor's steps.</summary>
internal sealed class OwnPagesOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        bool isStepOfOwnPages = HttpMethods.IsPost(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is StepBounds.Begin or StepBounds.ClerkLogin;
        if (!isStepOfOwnPages || Sender.IsOwnPage(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest; // the status page has the words
        return Task.CompletedTask;
    }
}
