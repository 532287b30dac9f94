using System.Text;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.AspNetCore.Pages;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>A page that posts a form to another address as soon as it is shown, with a button for browsers without JavaScript. A service's page asks by it, and a card agent answers by it.</summary>
/// <remarks>Nothing may frame, cache or alter the page: its content security policy allows this one script by hash and this one address. It sends its origin along and no path, since the
/// other side believes the browser's Origin header.</remarks>
public static class AgentPage
{
    private const string Script = "document.forms[0].submit()";

    /// <summary>Writes the page as the whole response, status 200.</summary>
    /// <param name="response">The response; nothing of its body was written.</param>
    /// <param name="action">Where the form goes; absolute http or https.</param>
    /// <param name="fields">Names and values of the form; they are encoded.</param>
    /// <param name="language">The language of the page.</param>
    /// <returns>When it was written.</returns>
    /// <exception cref="ArgumentException">The address is not absolute http or https.</exception>
    public static Task WriteAsync(HttpResponse response, Uri action, IReadOnlyDictionary<string, string> fields, ReportLanguage language)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(fields);
        if (!action.IsAbsoluteUri || (action.Scheme != Uri.UriSchemeHttp && action.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("A form goes to an absolute http or https address.", nameof(action));
        }

        return WriteAsync(response, action, fields, language, isAwaited: true);
    }

    /// <summary>Asks the card agent. A browser that another site led here waits for a press: nobody is asked for a PIN in this site's name by following that site's link.</summary>
    internal static Task AskAsync(HttpContext context, Uri agent, AgentRequest request, ReportLanguage language) =>
        WriteAsync(context.Response, agent, request.ToFields(), language, isAwaited: context.Request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"] or ["none"]);

    private static Task WriteAsync(HttpResponse response, Uri action, IReadOnlyDictionary<string, string> fields, ReportLanguage language, bool isAwaited)
    {
        bool isJapanese = language == ReportLanguage.Japanese;
        (string title, string words) = (isAwaited, isJapanese) switch
        {
            (true, true) => ("次の画面に進みます", "自動で切り替わらないときは、「進む」を押してください。"),
            (true, false) => ("Going on to the next page", "If nothing happens, press Continue."),
            (false, true) => ("カードの手続きに進みますか", "ほかのサイトから、この画面が開かれました。ご自分で始めた手続きでなければ、閉じてください。"),
            (false, false) => ("Go on with your card?", "Another site opened this page. If you did not mean to come here, close it."),
        };
        HtmlPage page = new(language, title, Compose(action, fields, words, isJapanese))
        {
            Script = isAwaited ? Script : null,
            FormAction = action.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped),
            ReferrerPolicy = "origin", // the default would make the Origin header of a post from https to http://127.0.0.1 "null" (Fetch §3.2)
        };
        response.StatusCode = StatusCodes.Status200OK;
        return page.WriteAsync(response);
    }

    private static string Compose(Uri action, IReadOnlyDictionary<string, string> fields, string words, bool isJapanese)
    {
        StringBuilder form = new(4096);
        form.Append("<p>").Append(words)
            .Append("</p><form method=\"post\" action=\"").Append(HtmlPage.Encode(action.AbsoluteUri)).Append("\">");
        foreach ((string name, string value) in fields)
        {
            form.Append("<input type=\"hidden\" name=\"").Append(HtmlPage.Encode(name)).Append("\" value=\"").Append(HtmlPage.Encode(value)).Append("\">");
        }

        return form.Append("<button>").Append(isJapanese ? "進む" : "Continue").Append("</button></form>").ToString();
    }
}
