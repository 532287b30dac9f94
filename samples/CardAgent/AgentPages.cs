using System.Text;
using CardAgent.Asking;
using CardAgent.Guards;
using CardAgent.Pages;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Problems;

namespace CardAgent;

/// <summary>Writes what a browser gets: a page of this program, or one that carries the answer to the asker.</summary>
internal sealed class AgentPages(OriginList allowed, bool isEmulated)
{
    public Task WriteAsync(HttpContext context, Reply reply) => reply switch
    {
        { Page: { } page } => WriteAsync(context, PinPage.Compose(page, WordsFor(context), isEmulated), StatusCodes.Status200OK),
        { Request: { } request, Answer: { } answer } => AgentPage.WriteAsync(context.Response, request.ReturnAddress, answer.ToFields(), RequestLanguage.Of(context.Request)),
        { Request: { } request } => WriteAsync(context, DroppedPage.Compose(request, WordsFor(context), isEmulated), StatusCodes.Status200OK),
        _ => RefuseAsync(context, Refusal.Gone),
    };

    public Task RefuseAsync(HttpContext context, Refusal refusal, string origin = "") =>
        WriteAsync(context, RefusalPage.Compose(refusal, origin, WordsFor(context), isEmulated), RefusalPage.StatusOf(refusal));

    public Task WriteHomeAsync(HttpContext context, Asked? pending) =>
        WriteAsync(context, HomePage.Compose(allowed, pending, WordsFor(context), isEmulated), StatusCodes.Status200OK);

    private static Words WordsFor(HttpContext context) => new(RequestLanguage.Of(context.Request));

    private static Task WriteAsync(HttpContext context, Markup page, int status)
    {
        PageHeaders.Write(context.Response.Headers);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        byte[] bytes = Encoding.UTF8.GetBytes(page.Text);
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
