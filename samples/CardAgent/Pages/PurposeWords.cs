using MyNumber.Jpki.Services;

namespace CardAgent.Pages;

/// <summary>What a purpose is for the holder: what happens, what the asker gets, what the button says.</summary>
internal sealed record PurposeWords(string Title, string Asks, string Gets, string Button, string? TextTitle)
{
    public static PurposeWords Of(StatementPurpose purpose, Words words) => purpose switch
    {
        StatementPurpose.Login => new PurposeWords(
            words.Of("ログイン", "Log in"),
            words.Of("あなたがカードの持ち主であることを示し、ログインします。", "You show that you hold the card, and log in."),
            words.Of("利用者証明用電子証明書と電子署名。氏名や住所は含まれません。", "Your user-authentication certificate and a signature. Name and address are not in it."),
            words.Of("ログインする", "Log in"),
            null),
        StatementPurpose.Approval => new PurposeWords(
            words.Of("内容の承認", "Approve"),
            words.Of("下の内容を承認します。取り消せないことがあります。", "You approve the text below. It may not be possible to undo it."),
            words.Of("利用者証明用電子証明書と、この内容への電子署名。氏名や住所は含まれません。", "Your user-authentication certificate and a signature over this text. Name and address are not in it."),
            words.Of("承認する", "Approve"),
            words.Of("承認する内容", "What you approve")),
        StatementPurpose.Application => new PurposeWords(
            words.Of("電子署名による申請", "Sign and apply"),
            words.Of("下の内容に、実印に代わる電子署名をして申請します。", "You sign the text below and apply with it. The signature stands in for your registered seal."),
            words.Of("署名用電子証明書と、この内容への電子署名。氏名・住所・生年月日・性別が相手に伝わります。", "Your signature certificate and a signature over this text. They learn your name, address, date of birth and sex."),
            words.Of("署名して申請する", "Sign and apply"),
            words.Of("申請の内容", "What you apply with")),
        _ => new PurposeWords(
            words.Of("申込書への入力", "Fill in a form"),
            words.Of("申込書に書き写すため、署名用電子証明書を渡します。署名はしません。", "You hand over your signature certificate to fill in a form. Nothing is signed."),
            words.Of("署名用電子証明書。氏名・住所・生年月日・性別が相手に伝わります。", "Your signature certificate. They learn your name, address, date of birth and sex."),
            words.Of("証明書を渡す", "Hand it over"),
            null),
    };
}
