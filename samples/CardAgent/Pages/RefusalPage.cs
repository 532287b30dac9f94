using CardAgent.Guards;
using Microsoft.AspNetCore.Http;

namespace CardAgent.Pages;

/// <summary>Says why a request goes no further.</summary>
internal static class RefusalPage
{
    public static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.OtherHost => StatusCodes.Status421MisdirectedRequest,
        Refusal.Unreadable or Refusal.ReturnOutsideOrigin => StatusCodes.Status400BadRequest,
        Refusal.Gone => StatusCodes.Status410Gone,
        Refusal.NotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status403Forbidden,
    };

    public static Markup Compose(Refusal refusal, string origin, Words words, bool isEmulated)
    {
        string title = refusal == Refusal.Gone ? words.Of("この依頼は終わりました", "This request is over") : words.Of("受け付けませんでした", "Not accepted");
        string why = refusal switch
        {
            Refusal.OriginNotAllowed => words.Of("次のサイトは、許可されたサイトの一覧 (--allow) にありません。心当たりがなければ、何もせずに閉じてください。", "This site is not on the list of allowed sites (--allow). If you do not know it, close this page."),
            Refusal.NoOrigin => words.Of("どのサイトの依頼か、ブラウザーが伝えていません。", "The browser does not say which site asks."),
            Refusal.OtherHost => words.Of("別の名前でこのプログラムが呼ばれました。", "This program was called by another name."),
            Refusal.NotAPage => words.Of("ほかのページの中には表示しません。", "This is not shown inside another page."),
            Refusal.Unreadable => words.Of("依頼の形が正しくありません。元のサイトに伝えてください。", "The request is not in order. Tell the site that sent you."),
            Refusal.ReturnOutsideOrigin => words.Of(
                "答えの送り先が、依頼した次のサイトの外にあります。サイトが決めているアドレスで開き直してください (localhost と 127.0.0.1 は別のサイトです)。それでも同じなら、サイトに伝えてください。",
                "The answer would go outside of this site, which asks. Open the site at the address that it is set up for (localhost and 127.0.0.1 are two sites). If that does not help, tell the site."),
            Refusal.OtherSite => words.Of("この操作は、このプログラムの画面からだけできます。", "This is done from this program's own pages only."),
            Refusal.Gone => words.Of("すでに答えたか、取り消されたか、時間が過ぎています。元のサイトからやり直してください。", "It was answered or cancelled, or its time is over. Start again at the site."),
            _ => words.Of("そのような画面はありません。", "There is no such page."),
        };
        Markup name = refusal is Refusal.OriginNotAllowed or Refusal.ReturnOutsideOrigin ? Markup.Of($"<strong class=\"origin\">{origin}</strong>") : Markup.Empty;
        return PageFrame.Around(words, title, isEmulated, Markup.Of($"<div class=\"alert\" role=\"alert\">{why}</div>{name}<p>{words.Of("カードは使っていません。", "The card was not used.")}</p>"));
    }
}
