using CardAgent.Asking;
using CardAgent.Guards;

namespace CardAgent.Pages;

/// <summary>Says what this program is, to whoever opens its address, and lets the holder cancel the request in hand, whose own page may be gone.</summary>
internal static class HomePage
{
    public static Markup Compose(OriginList allowed, Asked? pending, Words words, bool isEmulated) => PageFrame.Around(words, words.Program, isEmulated, Markup.Of($"""
        <p>{words.Of("マイナンバーカードを預かり、許可されたサイトの依頼を、あなたに確かめてからカードに伝えるプログラムです。", "This program holds the card. It passes on what allowed sites ask, after you agreed.")}</p>
        {(pending is null ? Markup.Of($"<p>{words.Of("いま、依頼はありません。", "There is no request now.")}</p>") : Pending(pending, words))}
        <h2>{words.Of("許可されたサイト", "Allowed sites")}</h2>
        {(allowed.Origins.Count == 0
            ? Markup.Of($"<p>{words.Of("ありません。すべての依頼を断ります。--allow で起動してください。", "None: every request is refused. Start with --allow.")}</p>")
            : Markup.Of($"<ul>{new Markup(string.Concat(allowed.Origins.Select(origin => Markup.Of($"<li>{origin}</li>").Text)))}</ul>"))}
        """));

    private static Markup Pending(Asked asked, Words words) => Markup.Of($"""
        <h2>{words.Of("依頼しているサイト", "The site that asks")}</h2>
        <strong class="origin">{asked.Request.Statement.Origin}</strong>
        <p>{words.Of("このサイトの依頼を受けています。暗証番号の画面を閉じたときや、戻ってしまったときは、ここで取り消せます。", "This site's request is in hand. If you closed the page for the PIN or went back from it, cancel here.")}</p>
        <form method="post" action="/drop"><input type="hidden" name="token" value="{asked.HomeToken}"><button class="back">{words.Of("この依頼を取り消す", "Cancel this request")}</button></form>
        <p class="small end">{words.Of("ここで取り消しても、サイトには何も送りません。そのままにすると、始めてから3分で終わります。", "Nothing goes to the site when you cancel here. Left alone, the request ends three minutes after it began.")}</p>
        """);
}
