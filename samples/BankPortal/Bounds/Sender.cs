namespace BankPortal.Bounds;

/// <summary>Whose page sent a request, as the browser says it and no page can choose.</summary>
internal static class Sender
{
    /// <summary>A page of this site. A browser that says nothing is believed: behind this is the form's token.</summary>
    public static bool IsOwnPage(HttpContext context)
    {
        IHeaderDictionary headers = context.Request.Headers;
        return headers["Sec-Fetch-Site"] is [] or ["same-origin"] or ["none"]
            && headers["Sec-Fetch-Dest"] is [] or ["document"]
            && (headers.Origin.Count == 0 || headers.Origin == SettingsOf(context).Origin);
    }

    /// <summary>The card agent's page, which always has an origin.</summary>
    public static bool IsAgentsPage(HttpContext context) => context.Request.Headers.Origin == SettingsOf(context).Agent.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private static PortalSettings SettingsOf(HttpContext context) => context.RequestServices.GetRequiredService<PortalSettings>();
}
