using System.Text.RegularExpressions;

namespace MyNumber.Testing.Tests;

/// <summary>The counter's sample as a user runs it.</summary>
public sealed partial class CardCounterTests
{
    private static readonly string[] _chapters =
    [
        "■ 1 交付申請", "■ 2 交付と四つの暗証番号", "■ 3 子どものカード", "■ 4 申請書への転記", "■ 5 年齢確認", "■ 6 真贋の確認", "■ 7 暗証番号のロック",
        "■ 8 一時停止", "■ 9 紛失と再交付", "■ 10 支援措置", "■ 11 総合窓口", "■ 12 空き領域", "■ 13 返納",
    ];

    private static readonly Lazy<Task<(int ExitCode, string Output, string Error)>> _run = new(() => SampleProgram.RunAsync("CardCounter", []));

    [Fact]
    public async Task Every_step_comes_out_and_the_chapters_stand_in_order()
    {
        (int exitCode, string output, string error) = await _run.Value;

        exitCode.ShouldBe(0, output + error);
        error.ShouldBeEmpty();
        output.ShouldNotContain("✘");
        int[] places = [.. _chapters.Select(chapter => output.IndexOf(chapter, StringComparison.Ordinal))];
        places.ShouldAllBe(place => place >= 0);
        places.ShouldBeInOrder(SortDirection.Ascending);
        output.TrimEnd().ShouldEndWith("すべての手順が想定どおりに終わりました。");
    }

    /// <summary>Each refusal says why in a sentence; the sentences of the office are those of its own table.</summary>
    [Theory]
    [InlineData("no photo", "顔写真のない申請", "PhotoMissing")]
    [InlineData("an application ID that was used", "同じ申請書IDでもう一度", "ApplicationIdUsed")]
    [InlineData("no delivery notice", "交付通知書なしで来庁", "NoticeMissing")]
    [InlineData("PINs that a delegate can read", "目隠しシールなし", "PinsNotSealed")]
    [InlineData("a password of letters", "署名用「英字だけ」", "数字を一文字以上")]
    [InlineData("a password of digits", "署名用「数字だけ」", "英字を一文字以上")]
    [InlineData("digits of full width", "署名用「全角の数字」", "半角")]
    [InlineData("a PIN left out", "住民基本台帳用の暗証番号を決めずに", "PinMissing")]
    [InlineData("a child without representative", "法定代理人の記入がない申請", "RepresentativeMissing")]
    [InlineData("a signature with a child's card", "このカードで電子署名をする", "6A82")]
    [InlineData("reading without a PIN", "暗証番号を入れずに読む", "6982")]
    [InlineData("a record that a stranger signed", "ほかの者が署名したカードから転記する", "信頼する発行者ではありません")]
    [InlineData("under age", "子どものカードで酒を買う", "達していません")]
    [InlineData("copied files", "全ファイルを別のチップに写したカード", "別のチップ")]
    [InlineData("the last try", "警告を見せずに三度目", "カードには送っていません")]
    [InlineData("the right PIN, too late", "正しい暗証番号を思い出す", "ロックされています")]
    [InlineData("a reset at a kiosk", "コンビニの端末で4桁の暗証番号を初期化", "OnlySignaturePassword")]
    [InlineData("the finder of a stopped card", "朝になって、拾った人が", "Held")]
    [InlineData("lifting by telephone", "電話で解除", "OnlyAtMunicipality")]
    [InlineData("a hold of certificates", "保留された電子証明書をそのまま使い続ける", "HoldIsNeverLifted")]
    [InlineData("another card without a police report", "警察に届けずに再交付を申請", "LossNotReported")]
    [InlineData("the lost card", "古いカードをキオスク端末で使う", "Revoked")]
    [InlineData("a protected person at a kiosk", "加害者が持ち出したカード", "窓口へお越しください")]
    [InlineData("a kiosk at midnight", "拾った人がすぐキオスク端末へ", "6:30 から 23:00")]
    [InlineData("a number without a ground", "図書館の利用登録が個人番号も求める", "番号法9条")]
    [InlineData("a company without approval", "民間事業者が自社の約款だけで使う", "総務大臣")]
    [InlineData("tax data on a card", "市が地方税の情報を載せる", "記録しません")]
    [InlineData("a full free area", "残りより大きいアプリケーション", "空きが足りません")]
    [InlineData("a licence that is not there", "運転免許の予約枠から免許を読む", "6A82")]
    [InlineData("a card that was given back", "もう一度返納する", "WrongStage")]
    public async Task Refusal_tells_its_reason(string description, string step, string reason)
    {
        string[] lines = (await _run.Value).Output.Split(Environment.NewLine);
        int at = Array.FindIndex(lines, line => line.TrimStart().StartsWith('×') && line.Contains(step));
        at.ShouldBeGreaterThan(-1, description);
        lines[at + 1].ShouldContain("✔ 断る理由: ", customMessage: description);
        lines[at + 1].ShouldContain(reason, customMessage: description);
    }

    [Fact]
    public async Task What_the_kiosk_shows_does_not_tell_that_somebody_is_protected()
    {
        string[] lines = (await _run.Value).Output.Split(Environment.NewLine);
        string Screen(string step) => lines[Array.FindIndex(lines, line => line.Contains(step)) + 1];

        Screen("加害者が持ち出したカード").ShouldBe(Screen("ほかの市の住民が写しを求める"));
        Screen("加害者が持ち出したカード").ShouldNotContain("支援措置");
    }

    [Fact]
    public async Task No_number_is_on_the_screen() => TwelveDigits().Count((await _run.Value).Output).ShouldBe(0);

    [GeneratedRegex(@"(?<!\d)\d{12}(?!\d)")]
    private static partial Regex TwelveDigits();
}
