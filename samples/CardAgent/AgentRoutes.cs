using CardAgent.Asking;
using CardAgent.Guards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using MyNumber.Card.Pins;
using MyNumber.Jpki.AspNetCore.Agent;

namespace CardAgent;

/// <summary>The few addresses of this program. Each judges first what the browser says of the request.</summary>
internal sealed class AgentRoutes(AgentSettings settings, AskingDesk desk, AgentPages pages, ILogger<AgentRoutes> log)
{
    /// <summary>Bytes of the longest request: an application's text and the state, escaped.</summary>
    public const int MaximumRequestLength = 1 << 18;

    private const string FormType = "application/x-www-form-urlencoded";
    private static readonly FormOptions Limits = new() { ValueCountLimit = 16, KeyLengthLimit = 64, ValueLengthLimit = MaximumRequestLength };

    public Task HandleAsync(HttpContext context)
    {
        Refusal refusal = Door.Enter(context);
        if (refusal != Refusal.None)
        {
            return RefuseAsync(context, refusal);
        }

        return (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET" or "HEAD", "/") => pages.WriteHomeAsync(context, desk.Pending),
            ("POST", "/ask") => AskAsync(context),
            ("POST", "/pin") => OwnAsync(context, EnterAsync),
            ("POST", "/card") => OwnAsync(context, (form, aborted) => desk.LookAgainAsync(form.Token, aborted)),
            ("POST", "/cancel") => OwnAsync(context, (form, aborted) => desk.CancelAsync(form.Token, aborted)),
            ("POST", "/drop") => OwnAsync(context, (form, aborted) => desk.DropAsync(form.Token, aborted)),
            ("GET", "/late") => LateAsync(context),
            _ => RefuseAsync(context, Refusal.NotFound),
        };
    }

    private async Task AskAsync(HttpContext context)
    {
        Refusal refusal = Door.Ask(context, settings.Allowed, out string origin);
        if (refusal != Refusal.None)
        {
            await RefuseAsync(context, refusal, origin);
            return;
        }

        IFormCollection? form = await ReadAsync(context);
        if (form is null || !AgentRequest.TryRead(form, origin, out AgentRequest? request))
        {
            await RefuseAsync(context, form is not null && IsOfOtherOrigin(form) ? Refusal.ReturnOutsideOrigin : Refusal.Unreadable, origin);
            return;
        }

        AgentLog.Asked(log, origin, request.Statement.Purpose);
        await AnswerAsync(context, await desk.AskAsync(request, context.RequestAborted));
    }

    private async Task OwnAsync(HttpContext context, Func<PinForm, CancellationToken, Task<Reply>> step)
    {
        Refusal refusal = Door.Own(context);
        using PinForm? form = refusal == Refusal.None && IsForm(context.Request) ? await PinForm.ReadAsync(context.Request.Body, context.RequestAborted) : null;
        await (form is null
            ? RefuseAsync(context, refusal == Refusal.None ? Refusal.Unreadable : refusal)
            : AnswerAsync(context, await step(form, context.RequestAborted)));
    }

    private async Task<Reply> EnterAsync(PinForm form, CancellationToken aborted)
    {
        using CardPin pin = form.TakePin();
        return await desk.EnterAsync(form.Token, pin, form.SpendsLastTry, aborted);
    }

    private async Task LateAsync(HttpContext context)
    {
        if (!Door.IsFromHere(context))
        {
            await RefuseAsync(context, Refusal.OtherSite);
            return;
        }

        await AnswerAsync(context, await desk.ReportLateAsync(context.Request.Query["token"].ToString(), context.RequestAborted));
    }

    private Task AnswerAsync(HttpContext context, Reply reply)
    {
        switch (reply)
        {
            case { Request: { } request, Answer: { } answer }:
                AgentLog.Answered(log, request.Statement.Origin, answer.Outcome);
                break;
            case { Request: { } request }:
                AgentLog.Dropped(log, request.Statement.Origin);
                break;
        }

        return pages.WriteAsync(context, reply);
    }

    private Task RefuseAsync(HttpContext context, Refusal refusal, string origin = "")
    {
        AgentLog.Refused(log, refusal);
        return pages.RefuseAsync(context, refusal, origin);
    }

    // As of a site that is opened at another address than it is set up for: all is in order but where it asks from.
    private static bool IsOfOtherOrigin(IFormCollection form) =>
        Uri.TryCreate(form["return"], UriKind.Absolute, out Uri? address) && AgentRequest.TryRead(form, address.GetLeftPart(UriPartial.Authority), out _);

    private static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (!IsForm(context.Request))
        {
            return null;
        }

        try
        {
            return await new FormFeature(context.Request, Limits).ReadFormAsync(context.RequestAborted);
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase);
}
