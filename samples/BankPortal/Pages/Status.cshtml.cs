using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages;

/// <summary>The body of an answer that has a status and no page of its own.</summary>
[IgnoreAntiforgeryToken]
internal sealed class StatusModel : PageModel
{
    [FromRoute]
    public int Code { get; set; }

    public string Title => Code == StatusCodes.Status404NotFound ? "そのページはありません" : "その操作は受け付けられません";

    public string WhatToDo => Code == StatusCodes.Status404NotFound
        ? "アドレスを確かめて、トップからお進みください。"
        : "画面を開いてから時間がたったか、この画面から送られたものではありません。もう一度画面を開いて、やり直してください。";
}
