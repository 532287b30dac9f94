using MyNumber.Jpki;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Reports;

namespace BankPortal.Words;

/// <summary>What a customer reads when something was refused: what happened, and what to do. The library's table speaks to the bank's engineers; these words speak to the customer.</summary>
/// <param name="Title">What happened.</param>
/// <param name="WhatToDo">What to do.</param>
/// <param name="Reference">A number for the telephone; <see langword="null"/> where the title tells all.</param>
internal sealed record RefusalWords(string Title, string WhatToDo, string? Reference)
{
    private const string CallCentre = "お心当たりがないときは、公的個人認証サービスのコールセンターか、お住まいの市区町村にお尋ねください。";

    private static readonly Dictionary<VerificationReason, (string Title, string WhatToDo)> Rows = new()
    {
        [VerificationReason.Held] = ("電子証明書が一時保留中です", "カードの紛失などの届出で、利用が止められています。口座はそのままです。カードが見つかったときも、市区町村の窓口で新しい電子証明書の発行を受けてください。そのあと、店舗にご連絡ください。" + CallCentre),
        [VerificationReason.Revoked] = ("電子証明書は失効しています", "引っ越しや氏名の変更、カードの更新などで失効します。市区町村の窓口で新しい電子証明書の発行を受けてから、やり直してください。" + CallCentre),
        [VerificationReason.Expired] = ("電子証明書の有効期間が切れています", "電子証明書の有効期間は、発行から5回目の誕生日までです。市区町村の窓口で更新してから、やり直してください。"),
        [VerificationReason.WrongPurpose] = ("もう一方の電子証明書が使われました", "ログインには利用者証明用 (数字4桁の暗証番号)、申込みには署名用 (英数字6〜16桁の暗証番号) の電子証明書を使います。やり直してください。"),
        [VerificationReason.ChallengeNotFound] = ("この回答はすでに使われたか、無効です", "安全のため、一つの回答は一度しか受け付けません。最初からやり直してください。"),
        [VerificationReason.ChallengeExpired] = ("時間切れです", "画面を開いてから時間がたちすぎました。最初からやり直してください。"),
        [VerificationReason.ChallengeForOtherOrigin] = ("この画面から始めた手続きではありません", "別のサイトや別のブラウザから送られた回答は受け付けません。見本銀行のアドレスを確かめて、最初からやり直してください。覚えのない手続きのときは、店舗にご連絡ください。"),
        [VerificationReason.ChallengeForOtherPurpose] = ("別の手続きへの回答です", "最初からやり直してください。"),
        [VerificationReason.ApplicationForOtherChallenge] = ("署名された内容が、お申込みの内容と違います", "お申込みの内容を確かめて、もう一度署名してください。"),
        [VerificationReason.ContentDigestMismatch] = ("署名のあとに内容が変わっています", "お申込みの内容を確かめて、もう一度署名してください。"),
    };

    private static readonly Dictionary<AgentOutcome, (string Title, string WhatToDo)> AtAgent = new()
    {
        [AgentOutcome.Cancelled] = ("手続きを取り消しました", "カードエージェントの画面で取り消されました。何も送られていません。準備ができたら、やり直してください。"),
        [AgentOutcome.TimedOut] = ("時間切れです", "カードエージェントの画面で、時間内に操作がありませんでした。何も送られていません。やり直してください。"),
        [AgentOutcome.NoCard] = ("カードが見つかりません", "カードが置かれていないか、途中で外されました。カードをリーダーに置いて、やり直してください。"),
        [AgentOutcome.NoCertificate] = ("カードに電子証明書がありません", "この手続きに使う電子証明書がカードに入っていません。市区町村の窓口で発行を受けてから、やり直してください。"),
        [AgentOutcome.PinBlocked] = ("暗証番号がロックされています", "続けて間違えたため、暗証番号が使えなくなっています。市区町村の窓口などでロックを解除し、暗証番号を再設定してください。見本銀行では解除できません。"),
        [AgentOutcome.Busy] = ("カードエージェントは別の手続きの途中です", "先に始めた手続きが、カードエージェントに残っています。その画面を閉じたときは、カードエージェントの画面で取り消すか、長くて3分待ってから、やり直してください。"),
        [AgentOutcome.Failed] = ("カードの読み取りに失敗しました", "カードとリーダーを確かめて、やり直してください。続くときは、カードエージェントを起動し直してください。"),
        [AgentOutcome.WrongPin] = ("暗証番号が違います", "暗証番号を二度間違えたため、ロックされる前に手続きを終えました。何も送られていません。暗証番号を確かめてから、やり直してください。分からないときは、続けて試さずに、市区町村の窓口などで再設定してください。"),
    };

    private static readonly Dictionary<string, RefusalWords> AtSite = new(StringComparer.Ordinal)
    {
        [JpkiRejection.AnswerMalformed.Code] = new("回答を読み取れませんでした", "カードエージェントから届いた回答の形が正しくありません。最初からやり直してください。続くときは、カードエージェントを起動し直してください。", "S-1"),
        [JpkiRejection.Busy.Code] = new("ただいま混み合っています", "しばらくしてから、やり直してください。カードや暗証番号に問題があるわけではありません。", "S-2"),
        [JpkiRejection.StoreFailed.Code] = new("ただいま確認できません", "見本銀行のシステムに障害が起きていて、回答を確かめられませんでした。カードや暗証番号に問題があるわけではありません。しばらくしてから、最初からやり直してください。", "S-3"),
        [JpkiRejection.LoginRequired.Code] = new("ログインが必要です", "ブラウザで画面を開いて、ログインしてください。", "S-4"),
    };

    /// <summary>Whether the customer can help it on the card agent's own page.</summary>
    public bool LeadsToAgent { get; private init; }

    /// <summary>The words for a code from an address; any text.</summary>
    public static RefusalWords For(string? code) =>
        Array.Find(OwnRejections.All, own => own.Code == code) is { } own ? new(own.Meaning(ReportLanguage.Japanese), own.NextStep(ReportLanguage.Japanese) + "。", null)
        : JpkiRejection.Find(code) is { } known ? Of(known)
        : new("手続きを続けられません", "最初からやり直してください。", null);

    private static RefusalWords Of(JpkiRejection known) =>
        known.AgentOutcome is { } outcome ? new(AtAgent[outcome].Title, AtAgent[outcome].WhatToDo, $"A-{(int)outcome}") { LeadsToAgent = outcome == AgentOutcome.Busy }
        : known.Reason != VerificationReason.None ? Of(known.Reason)
        : AtSite[known.Code];

    private static RefusalWords Of(VerificationReason reason)
    {
        ReasonText text = ReasonTexts.Find(reason);
        string reference = $"J-{(int)reason}";
        if (Rows.TryGetValue(reason, out (string Title, string WhatToDo) row))
        {
            return new(row.Title, row.WhatToDo, reference);
        }

        return text.Outcome == VerificationOutcome.Undetermined
            ? new("ただいま電子証明書の有効性を確認できません", $"{text.Japanese}。確認できるまでは、お手続きを進められません。カードや暗証番号に問題があるわけではありません。しばらくしてから、やり直してください。", reference)
            : new("電子証明書を受け付けられません", $"{text.Japanese}。やり直してもこの画面になるときは、下の番号を添えて店舗にお尋ねください。", reference);
    }
}
