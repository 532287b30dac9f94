using MyNumber.Jpki.AspNetCore.Agent;

namespace CardAgent.Pages;

/// <summary>Says that a request was cancelled on the home page.</summary>
internal static class DroppedPage
{
    public static Markup Compose(AgentRequest request, Words words, bool isEmulated) => PageFrame.Around(words, words.Of("取り消しました", "Cancelled"), isEmulated, Markup.Of($"""
        <p>{words.Of("次のサイトの依頼を取り消しました。", "The request of this site was cancelled.")}</p>
        <strong class="origin">{request.Statement.Origin}</strong>
        <p>{words.Of("この画面からは、サイトに何も送っていません。続けるときは、サイトで手続きをやり直してください。", "Nothing was sent to the site from here. To go on, start again at the site.")}</p>
        """));
}
