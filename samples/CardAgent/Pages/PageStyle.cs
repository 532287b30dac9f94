using System.Security.Cryptography;
using System.Text;

namespace CardAgent.Pages;

/// <summary>How all pages look; one block, allowed by its hash.</summary>
internal static class PageStyle
{
    public const string Text = """
        :root{color-scheme:light;--ink:#16202b;--soft:#4a5867;--line:#c3ccd6;--paper:#fff;--ground:#eef2f6;--main:#0b4f8a;--warn:#8a1c1c;--warnground:#fdecec}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.75 system-ui,"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI",sans-serif;overflow-wrap:anywhere;line-break:strict}
        .bar{background:var(--main);color:#fff;padding:.7rem 1.25rem;font-weight:700;display:flex;gap:.75rem;align-items:center;flex-wrap:wrap}
        .bar span{font-weight:400;font-size:.875rem;border:1px solid #fff;border-radius:1rem;padding:0 .7rem}
        main{width:min(44rem,100% - 2rem);margin:1.5rem auto;padding:1.75rem 1.25rem;background:var(--paper);border:1px solid var(--line);border-radius:.75rem}
        h1{font-size:1.5rem;line-height:1.4;margin:0 0 1rem;word-break:auto-phrase;text-wrap:balance}
        h2{font-size:1rem;margin:1.5rem 0 .25rem;color:var(--soft)}
        p{margin:.25rem 0 .75rem}
        .origin{display:block;font-size:1.35rem;font-weight:700;line-height:1.35;padding:.75rem 1rem;border:2px solid var(--main);border-radius:.5rem;background:#f4f8fc;font-family:ui-monospace,"Noto Sans Mono",monospace}
        .small{font-size:.875rem;color:var(--soft)}
        .end{margin-top:1rem}
        .text{white-space:pre-wrap;border:1px solid var(--line);border-left:.35rem solid var(--main);border-radius:.25rem;padding:.75rem 1rem;margin:.25rem 0}
        .alert{background:var(--warnground);color:var(--warn);border:1px solid var(--warn);border-radius:.5rem;padding:.6rem 1rem;margin:1rem 0;font-weight:700}
        label{font-weight:700}
        .field{display:block;width:100%;max-width:20rem;font:inherit;font-size:1.4rem;letter-spacing:.25em;padding:.5rem .75rem;margin:.35rem 0;border:2px solid var(--soft);border-radius:.5rem;background:#fff;color:inherit}
        .tries{font-weight:700}
        .check{display:flex;gap:.75rem;align-items:flex-start;margin:1rem 0;padding:.75rem 1rem;border:2px solid var(--warn);border-radius:.5rem}
        .check input{inline-size:1.5rem;block-size:1.5rem;flex:none;margin-top:.1rem}
        button{font:inherit;font-weight:700;min-height:3rem;padding:0 1.5rem;border-radius:.5rem;border:2px solid var(--main);cursor:pointer;width:100%}
        .go{background:var(--main);color:#fff;margin-top:.75rem}
        .back{background:#fff;color:var(--main);margin-top:.75rem}
        :focus-visible{outline:3px solid #d97a00;outline-offset:3px}
        @media(min-width:48rem){main{padding:2.25rem 2.75rem;margin:2.5rem auto}h1{font-size:1.75rem}.origin{font-size:2rem}button{width:auto;min-width:14rem}}
        @media(prefers-contrast:more){:root{--soft:#222c36;--line:#16202b}}
        """;

    /// <summary>The block's hash in base64, for the content security policy.</summary>
    public static string Hash { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
