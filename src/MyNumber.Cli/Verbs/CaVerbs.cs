using MyNumber.Cli.Contract;
using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Cli.Verbs;

/// <summary>The verbs of a lab authority.</summary>
internal static class CaVerbs
{
    public static IVerb Group(TimeProvider clock) => new VerbGroup("ca", "ca", "Run a lab's certification authority (実験用の認証局) in a folder.",
    [
        new CaInitVerb(clock),
        new CaIssueVerb(clock),
        CaStatusVerb.Hold(clock),
        CaStatusVerb.Resume(clock),
        CaStatusVerb.Revoke(clock),
        new CaCrlVerb(clock),
        new CaServeVerb(clock),
    ]);

    /// <summary>What became of a request to change a status, for a person.</summary>
    public static string Explain(StatusChangeOutcome outcome, Language language) => outcome switch
    {
        StatusChangeOutcome.Applied => language.Pick("Done.", "変更しました。"),
        StatusChangeOutcome.UnknownCertificate => language.Pick("Refused: this authority did not issue the certificate.", "拒否: この認証局が発行した証明書ではありません。"),
        StatusChangeOutcome.AlreadyRevoked => language.Pick("Refused: it is revoked, and that stays so.", "拒否: すでに失効しています。失効は取り消せません。"),
        StatusChangeOutcome.AlreadyHeld => language.Pick("Refused: it is on hold already.", "拒否: すでに一時保留中です。"),
        StatusChangeOutcome.NotHeld => language.Pick("Refused: it is not on hold.", "拒否: 一時保留中ではありません。"),
        StatusChangeOutcome.HoldIsNeverLifted => language.Pick(
            "Refused: the hold of a card's certificate is never lifted. Revoke it and issue a new one.", "拒否: カードの証明書の一時保留は解除できません。失効させて新しい証明書を発行してください。"),
        _ => language.Pick("Refused: JPKI does not use this reason.", "拒否: 公的個人認証では使わない理由です。"),
    };
}
