using CardAgent.Asking;
using CardAgent.Cards;

namespace CardAgent.Pages;

/// <summary>Shows who asks and for what, and asks for the PIN.</summary>
internal static class PinPage
{
    // Nobody is to keep a PIN. Chromium offers to save a password also where autocomplete is off, but not a code that is good once; password managers look for marks of their own.
    private static readonly Markup Unsaved = new("autocomplete=\"one-time-code\" data-1p-ignore data-lpignore=\"true\" data-bwignore data-form-type=\"other\" spellcheck=\"false\"");

    public static Markup Compose(PinAsked asked, Words words, bool isEmulated)
    {
        PurposeWords purpose = PurposeWords.Of(asked.Request.Statement.Purpose, words);
        Markup content = Markup.Of($"""
            {Alert(asked, words)}
            <h2 id="who">{words.Of("依頼しているサイト", "The site that asks")}</h2>
            <strong class="origin">{asked.Request.Statement.Origin}</strong>
            <p class="small">{words.Of("いま使っていたサイトと違うときは、取り消してください。", "If this is not the site that you were using, cancel.")}{Audience(asked, words)}</p>
            <h2>{words.Of("すること", "What happens")}</h2>
            <p>{purpose.Asks}</p>
            {Text(asked, purpose)}
            <h2>{words.Of("相手に渡すもの", "What the site gets")}</h2>
            <p>{purpose.Gets}</p>
            {(asked.Notice == Notice.PutCardIn ? CardForm(asked, words) : PinForm(asked, purpose, words))}
            <form method="post" action="/cancel"><input type="hidden" name="token" value="{asked.Token}"><button class="back">{words.Of("取り消す", "Cancel")}</button></form>
            <p class="small end">{words.Of("暗証番号はこのプログラムの中だけで使い、サイトには渡しません。3分で依頼は終わります。", "The PIN stays in this program and never goes to the site. The request ends after three minutes.")}</p>
            """);
        int seconds = (int)Math.Max(1, Math.Ceiling(asked.TimeLeft.TotalSeconds));
        Markup end = Markup.Of($"<meta http-equiv=\"refresh\" content=\"{seconds};url=/late?token={asked.Token}\">");
        return PageFrame.Around(words, purpose.Title, isEmulated, content, end);
    }

    private static Markup PinForm(PinAsked asked, PurposeWords purpose, Words words)
    {
        PinWords pin = PinWords.Of(CardDesk.KeyFor(asked.Request.Statement.Purpose), words);
        bool isWrong = asked.Notice is Notice.WrongPin or Notice.MalformedPin;
        return Markup.Of($"""
            <form method="post" action="/pin" autocomplete="off">
            <input type="hidden" name="token" value="{asked.Token}">
            <h2><label for="pin">{pin.Label}</label></h2>
            <input class="field" id="pin" name="pin" type="password" {Unsaved} {pin.Attributes} pattern="{pin.Shape}" maxlength="{pin.Length}" title="{pin.Hint}" required aria-describedby="hint tries"{(isWrong ? Markup.Of($" aria-invalid=\"true\" autofocus") : Markup.Empty)}>
            <p class="small" id="hint">{pin.Hint}</p>
            <p class="tries" id="tries">{Tries(asked.TriesLeft, words)}</p>
            {(asked.TriesLeft is null or 1 ? LastTry(asked.TriesLeft, words) : Markup.Empty)}
            <button class="go">{purpose.Button}</button>
            </form>
            """);
    }

    private static Markup CardForm(PinAsked asked, Words words) => Markup.Of($"""
        <form method="post" action="/card"><input type="hidden" name="token" value="{asked.Token}"><button class="go">{words.Of("カードを置きました", "The card is in place")}</button></form>
        """);

    private static Markup LastTry(int? left, Words words) => Markup.Of($"""
        <div class="check"><input type="checkbox" id="last-try" name="last-try" value="yes" required><label for="last-try">{(left is null
            ? words.Of("最後の1回かもしれません。間違えるとロックされ、市区町村の窓口に行くまで使えなくなるかもしれないことを承知で入力します",
                "This may be the last try. I know that a wrong PIN may lock it until I go to the municipal office")
            : words.Of("最後の1回です。間違えるとロックされ、市区町村の窓口に行くまで使えないことを承知で入力します",
                "This is the last try. I know that a wrong PIN locks it until I go to the municipal office"))}</label></div>
        """);

    private static Markup Alert(PinAsked asked, Words words)
    {
        string text = asked.Notice switch
        {
            Notice.PutCardIn => words.Of("カードがありません。カードリーダーに置いてください。", "There is no card. Put it on the reader."),
            Notice.WrongPin => words.Of("暗証番号が違います。", "The PIN is wrong. ") + Tries(asked.TriesLeft, words),
            Notice.MalformedPin => words.Of("暗証番号の形ではありません。回数は減っていません。", "This is not the form of the PIN. No try was spent."),
            Notice.LastTryNotChosen when asked.TriesLeft is null => words.Of("残りの回数が分かりません。続けるなら、確認の欄に印を付けてください。回数は減っていません。", "It is not known how many tries are left. To go on, tick the box. No try was spent."),
            Notice.LastTryNotChosen => words.Of("最後の1回です。続けるなら、確認の欄に印を付けてください。回数は減っていません。", "This is the last try. To go on, tick the box. No try was spent."),
            Notice.PostedTwice => words.Of("同じ画面が二度送られました。二度目は使っていません。", "The same page was sent twice. The second one was not used."),
            _ => string.Empty,
        };
        return text.Length == 0 ? Markup.Empty : Markup.Of($"<div class=\"alert\" role=\"alert\">{text}</div>");
    }

    private static string Tries(int? left, Words words) => left switch
    {
        null => words.Of("残りの回数は、カードが答えません。", "The card does not tell how many tries are left."),
        1 => words.Of("最後の1回です。", "This is the last try."),
        { } count => words.Of($"残り{count}回", $"{count} tries left"),
    };

    private static Markup Text(PinAsked asked, PurposeWords purpose) => asked.Request.Statement.Text is { } text
        ? Markup.Of($"<h2 id=\"text\">{purpose.TextTitle!}</h2><div class=\"text\" role=\"group\" aria-labelledby=\"text\">{text}</div>")
        : Markup.Empty;

    private static Markup Audience(PinAsked asked, Words words) => asked.Request.Statement.Audience == asked.Request.Statement.Origin
        ? Markup.Empty
        : Markup.Of($"<br>{words.Of("サイトが名のる提出先", "For the service that the site names")}: {asked.Request.Statement.Audience}");
}
