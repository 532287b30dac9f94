namespace BrowserTests.Stage;

/// <summary>What an attacker lays around a page.</summary>
internal static class Pages
{
    /// <summary>The page in a frame that has no origin of its own (<c>Origin: null</c>) and may move the window.</summary>
    public static string Sandbox(string html) =>
        $"<!doctype html><meta charset=utf-8><title>bad</title><iframe sandbox=\"allow-scripts allow-forms allow-top-navigation\" srcdoc=\"{BadSite.Encode(html)}\"></iframe>";

    /// <summary>A page that shows another site's inside its own.</summary>
    public static string Frame(string address) =>
        $"<!doctype html><meta charset=utf-8><title>bad</title><iframe name=inner width=900 height=700 src=\"{BadSite.Encode(address)}\"></iframe>";

    /// <summary>A page that sends a form into a frame of its own.</summary>
    public static string FrameOf(string form) => "<iframe name=inner width=900 height=700></iframe>" + form;
}
