using System.Text;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Numbering.People;
using MyNumber.Samples;
using MyNumber.Testing;

namespace BankOnboarding;

/// <summary>The flow of 「新しい公的個人認証サービス（署名と利用者証明）活用フロー」, step by step, against a lab world.</summary>
internal sealed class Story(LabWorld world, Narrator narrator)
{
    private readonly CardTrace _trace = new();

    public async Task TellAsync()
    {
        using Bank bank = new(
            world.Anchors(CertificatePurpose.Signature), world.Anchors(CertificatePurpose.UserAuthentication), world.Ocsp, world.Links, world.Clock);
        CardInHand customer = new(world.Holder, world.Clock, _trace);

        Narrator.Chapter("カードの交付");
        narrator.Step("0", "架空の住民にカードを交付 (鍵はカード内で生成、証明書 2 枚を格納)", "署名用・利用者証明用電子証明書を発行", world.Holder.Certificates.Signature is not null);

        await OpenAccountAsync(bank, customer);
        await LoginAsync(bank, customer);
        await VisitBranchAsync(bank);
        await MoveHouseAsync(bank);
        await LoseCardAsync(bank, customer);
        await LoseResponderAsync(bank);
    }

    private async Task OpenAccountAsync(Bank bank, CardInHand customer)
    {
        Narrator.Chapter("口座開設");
        FourAttributes card = await customer.ReadAttributesAsync();
        ApplicationForm form = Fill(card);
        narrator.Step("①", "申込書入力 (券面事項入力補助 AP で 4 情報を読み取り、住所の数字は半角で入力し直す)", "申込書ができた", form.ToAttributes() is not null);
        _trace.Tell();

        byte[] application = await customer.SignDocumentAsync(form.ToBytes());
        narrator.Step("②", "署名用秘密鍵で申込書に電子署名", $"カードから出たのは署名 {_trace.LastResponseLength} バイトで、鍵は出ていない", _trace.LastResponseLength == 256);
        _trace.Tell();
        narrator.Step("③", "申請を送信", $"CMS {application.Length} バイト", CmsSignedDocument.TryParse(application, out _, out _));

        byte[] tampered = [.. application];
        tampered[tampered.AsSpan().IndexOf("本店"u8)] ^= 1;
        OnboardingDecision refused = await bank.OpenAccountAsync(tampered);
        narrator.Step("④×", "途中で改ざんされた申請", $"{Words.Of(refused.Verification.Outcome)}: {Words.Of(refused.Verification.Reason)}", refused.Verification.Reason == VerificationReason.ContentDigestMismatch && refused.Account is null);

        OnboardingDecision decision = await bank.OpenAccountAsync(application);
        narrator.Step("④", "署名検証 (プロファイル、固定した認証局、有効期間、署名)", Words.Of(decision.Verification.Outcome), decision.Verification.Outcome == VerificationOutcome.Valid);
        RevocationEvidence? status = decision.Verification.Validation?.Status;
        narrator.Step("⑤⑥", $"有効性確認の依頼と結果 ({status?.Method}、応答 {status?.OcspResponse.Length} バイト)", Words.Of(status?.State), status?.State == RevocationState.Good);
        narrator.Step("突合", "申込書と証明書の 4 情報を比較", Words.Of(decision.Comparison), decision.Comparison is { Verdict: ComparisonVerdict.Match } report
            && report[PersonAttribute.Address] == AttributeOutcome.SameWhenFolded);
        bool linked = decision.Account?.Login == world.Holder.Certificates.UserAuthentication.Identity;
        narrator.Step("⑦⑧", "署名用の発行番号 S を送信し、利用者証明用の発行番号 R の回答を得る", "紐付けを確認 (番号は表示しない)", linked);
        narrator.Step("開設", "口座を開設し、検証記録を保存", $"口座 {decision.Account?.Number}、犯収法施行規則の方式「{decision.Account?.Evidence.LegalMethod?.Letter}」", decision.Account is not null);
    }

    private async Task LoginAsync(Bank bank, CardInHand customer)
    {
        Narrator.Chapter("次回以降のログイン");
        HolderChallenge challenge = await bank.BeginLoginAsync("session-1");
        HolderChallenge next = await bank.BeginLoginAsync("session-1");
        narrator.Step("①", "ログイン画面を表示", $"一度きりのチャレンジ {challenge.Message.Length} バイト", challenge.Id != next.Id);
        (byte[] certificate, byte[] signature) = await customer.SignChallengeAsync(challenge.Message);
        narrator.Step("②③", $"利用者証明用秘密鍵で署名し、送信 (証明書 {certificate.Length}、署名 {signature.Length} バイト)", "4 情報は流れていない", !CarriesAttributes([.. certificate, .. signature]));
        _trace.Tell();
        (LoginResult result, Account? account) = await bank.LoginAsync(challenge, "session-1", certificate, signature);
        narrator.Step("④⑤⑥", "利用者証明検証と有効性確認", $"{Words.Of(result.Outcome)}: 口座 {account?.Number} の顧客", result.Outcome == VerificationOutcome.Valid && account is not null);

        (LoginResult replay, _) = await bank.LoginAsync(challenge, "session-1", certificate, signature);
        narrator.Step("再送", "同じ応答をもう一度送る (リプレイ)", $"{Words.Of(replay.Outcome)}: {Words.Of(replay.Reason)}", replay.Reason == VerificationReason.ChallengeNotFound);
    }

    /// <summary>At the counter the clerk types (①’代行入力); the visitor only reads the screen, enters the PIN at the reader and signs. Afterwards the card stands for a customer card.</summary>
    private async Task VisitBranchAsync(Bank bank)
    {
        Narrator.Chapter("店頭 (代行入力、お客様カードの代替)");
        CardInHand visitor = new(world.AddHolder(), world.Clock, _trace);
        ApplicationForm form = Fill(await visitor.ReadAttributesAsync()) with { EnteredBy = "窓口2番" };
        ApplicationForm mistyped = form with { Address = form.Address + "の２" };
        OnboardingDecision sentBack = await bank.OpenAccountAsync(await visitor.SignDocumentAsync(mistyped.ToBytes()));
        narrator.Step("①’×", "係員が申込書を代行入力し、住所を打ち間違える。来店者がそのまま署名", $"署名は{Words.Of(sentBack.Verification.Outcome)}、突合は{Words.Of(sentBack.Comparison?.Verdict)}: 口座は開かない",
            sentBack is { Account: null, Verification.Outcome: VerificationOutcome.Valid, Comparison.Verdict: ComparisonVerdict.Mismatch });
        OnboardingDecision opened = await bank.OpenAccountAsync(await visitor.SignDocumentAsync(form.ToBytes()));
        narrator.Step("①’", "打ち直した申込書に改めて署名 (入力した係は署名の中に残る)", $"口座 {opened.Account?.Number}、入力: {opened.Account?.Form.EnteredBy}",
            opened.Account?.Form.EnteredBy == "窓口2番");

        HolderChallenge challenge = await bank.BeginLoginAsync("counter-2");
        (byte[] certificate, byte[] signature) = await visitor.SignChallengeAsync(challenge.Message);
        (LoginResult result, Account? account) = await bank.LoginAsync(challenge, "counter-2", certificate, signature);
        narrator.Step("再来店", "お客様カードの代わりに個人番号カードを提示", $"{Words.Of(result.Outcome)}: 口座 {account?.Number}", account is not null && account.Number == opened.Account?.Number);
    }

    private async Task MoveHouseAsync(Bank bank)
    {
        Narrator.Chapter("引っ越し");
        (_, StatusCheck before) = (await bank.CheckAllAsync())[0];
        narrator.Step("前夜", "現況確認", $"{Words.Of(before.Outcome)}: {Words.Of(before.Advice)}", before.Advice == StatusAdvice.Continue);

        world.Authority.MoveHouse(world.Holder.Certificates);
        world.Clock.Advance(TimeSpan.FromDays(1));
        (_, StatusCheck check) = (await bank.CheckAllAsync())[0];
        narrator.Step("翌夜", "顧客が転居し、署名用電子証明書が失効。現況確認", $"{Words.Of(check.Outcome)}: {Words.Of(check.Reason)}。失効理由は{Words.Of(check.RevocationReason)}、助言は{Words.Of(check.Advice)}",
            check is { Reason: VerificationReason.Revoked, RevocationReason: RevocationReason.AffiliationChanged, Advice: StatusAdvice.UpdateAttributes });
    }

    private async Task LoseCardAsync(Bank bank, CardInHand customer)
    {
        Narrator.Chapter("カードの紛失");
        world.Authority.ReportLost(world.Holder.Certificates);
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        HolderChallenge challenge = await bank.BeginLoginAsync("session-2");
        (byte[] certificate, byte[] signature) = await customer.SignChallengeAsync(challenge.Message);
        (LoginResult result, _) = await bank.LoginAsync(challenge, "session-2", certificate, signature);
        narrator.Step("拾得", "一時保留の後、拾った人が (PIN も知って) ログインを試みる", $"{Words.Of(result.Outcome)}: {Words.Of(result.Reason)}、失効とは区別", result is { Outcome: VerificationOutcome.Invalid, Reason: VerificationReason.Held });
    }

    private async Task LoseResponderAsync(Bank bank)
    {
        Narrator.Chapter("OCSP レスポンダの停止");
        LabHolder other = world.AddHolder();
        world.Authority.Responder.Faults = world.Authority.Responder.Faults with { Offline = true };
        HolderChallenge challenge = await bank.BeginLoginAsync("session-3");
        (byte[] certificate, byte[] signature) = await new CardInHand(other, world.Clock, _trace).SignChallengeAsync(challenge.Message);
        (LoginResult result, _) = await bank.LoginAsync(challenge, "session-3", certificate, signature);
        narrator.Step("停止", "有効な証明書でも状態を確かめられない", $"{Words.Of(result.Outcome)}: {Words.Of(result.Reason)}。ログインさせない", result is { Outcome: VerificationOutcome.Undetermined, Reason: VerificationReason.StatusUnreachable });
    }

    /// <summary>The customer types the digits of the address in half width, as people do.</summary>
    private static ApplicationForm Fill(FourAttributes card) => new(
        "本店",
        "普通預金",
        card.Name,
        string.Concat(card.Address.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c)),
        card.BirthDate.ToCardForm(),
        ((int)card.Sex).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private bool CarriesAttributes(byte[] wire)
    {
        FourAttributes person = world.Holder.Person.Attributes;
        string[] texts = [person.Name, person.Address, person.BirthDate.ToCardForm(), person.BirthDate.ToCertificateForm()];
        return texts.Any(text => wire.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
    }
}
