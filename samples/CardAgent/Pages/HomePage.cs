using CardAgent.Guards;

namespace CardAgent.Pages;

/// <summary>Says what this program is, to whoever opens its address.</summary>
internal static class HomePage
{
    public static Markup Compose(OriginList allowed, bool isBusy, Words words, bool isEmulated) => PageFrame.Around(words, words.Of("カードエージェント", "Card agent"), isEmulated, Markup.Of($"""
        <p>{words.Of("マイナンバーカードを預かり、許可されたサイトの依頼を、あなたに確かめてからカードに伝えるプログラムです。", "This program holds the card. It passes on what allowed sites ask, after you agreed.")}</p>
        <h2>{words.Of("許可されたサイト", "Allowed sites")}</h2>
        {(allowed.Origins.Count == 0
            ? Markup.Of($"<p>{words.Of("ありません。すべての依頼を断ります。--allow で起動してください。", "None: every request is refused. Start with --allow.")}</p>")
            : Markup.Of($"<ul>{new Markup(string.Concat(allowed.Origins.Select(origin => Markup.Of($"<li>{origin}</li>").Text)))}</ul>"))}
        <p>{(isBusy ? words.Of("いま、ほかの依頼を受けています。", "A request is in hand.") : words.Of("いま、依頼はありません。", "There is no request now."))}</p>
        """));
}
