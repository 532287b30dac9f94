using MyNumber.Jpki.AspNetCore.Agent;

namespace MyNumber.Jpki.AspNetCore.Problems;

/// <summary>The words for what a card agent answers instead of what was asked for.</summary>
internal static class AgentWords
{
    public static (string Japanese, string English, string NextEnglish, string NextJapanese) Of(AgentOutcome outcome) => outcome switch
    {
        AgentOutcome.Cancelled => ("取り消された", "the holder cancelled", "begin again when ready", "準備ができたら最初からやり直す"),
        AgentOutcome.TimedOut => ("時間切れ", "nobody answered in time", "begin again", "最初からやり直す"),
        AgentOutcome.NoCard => ("カードがない、または途中で外された", "no card was there, or it was taken away", "put the card on the reader and begin again", "カードをリーダーに置いて、最初からやり直す"),
        AgentOutcome.NoCertificate => ("カードに電子証明書がない", "the card has no such certificate", "ask the municipality to issue the certificate", "市区町村の窓口で電子証明書を発行してもらう"),
        AgentOutcome.PinBlocked => ("暗証番号がロックされている", "the PIN is blocked", "ask the municipality to unblock it", "市区町村の窓口などでロックを解除してもらう"),
        AgentOutcome.Busy => ("カードのプログラムが別の求めに応じている", "the card program serves another request", "finish the other one, then begin again", "先の手続きを終えてから、最初からやり直す"),
        AgentOutcome.Failed => ("カードまたはリーダーで失敗した", "the card or its reader failed", "look at card and reader, then begin again", "カードとリーダーを確かめて、最初からやり直す"),
        AgentOutcome.WrongPin => ("暗証番号を二度間違えたので、ロックされる前に終えた", "the PIN was wrong twice, and the request ended so that tries remain", "be sure of the PIN, then begin again", "暗証番号を確かめてから、最初からやり直す"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
