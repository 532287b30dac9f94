namespace CardAgent.Pages;

/// <summary>What stands around every page.</summary>
internal static class PageFrame
{
    /// <summary>A whole page.</summary>
    /// <param name="words">The language.</param>
    /// <param name="title">The page's title and heading.</param>
    /// <param name="isEmulated">Whether the card is an invented person's.</param>
    /// <param name="content">What stands below the heading.</param>
    /// <param name="head">What else stands in the head.</param>
    public static Markup Around(Words words, string title, bool isEmulated, Markup content, Markup head = default) => Markup.Of($"""
        <!doctype html>
        <html lang="{words.Code}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{(title == words.Program ? title : $"{title} — {words.Program}")}</title>{head}<style>{new Markup(PageStyle.Text)}</style></head>
        <body>
        <header class="bar">{words.Program}{(isEmulated ? Markup.Of($"<span>{words.Of("模擬のカード (架空の人)", "emulated card, invented person")}</span>") : Markup.Empty)}</header>
        <main>
        <h1>{title}</h1>
        {content}
        </main>
        </body>
        </html>
        """);
}
