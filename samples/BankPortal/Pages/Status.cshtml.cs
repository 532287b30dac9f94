using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages;

/// <summary>The body of an answer that has a status and no page of its own.</summary>
[IgnoreAntiforgeryToken]
internal sealed class StatusModel : PageModel
{
    [FromRoute]
    public int Code { get; set; }

    public string Title => Code switch
    {
        StatusCodes.Status404NotFound => "そのページはありません",
        StatusCodes.Status429TooManyRequests => "短い時間に操作が続いています",
        StatusCodes.Status503ServiceUnavailable => "ただいま混み合っています",
        _ => "その操作は受け付けられません",
    };

    public string WhatToDo => Code switch
    {
        StatusCodes.Status404NotFound => "アドレスを確かめて、トップからお進みください。",
        StatusCodes.Status429TooManyRequests => "同じ回線からの操作が多いため、受付をお待ちいただいています。1分ほど待ってから、前の画面に戻ってやり直してください。カードや暗証番号に問題があるわけではありません。",
        StatusCodes.Status503ServiceUnavailable => "1分ほど待ってから、前の画面に戻ってやり直してください。カードや暗証番号に問題があるわけではありません。",
        _ => "画面を開いてから時間がたったか、この画面から送られたものではありません。もう一度画面を開いて、やり直してください。",
    };
}
