using System.Security.Cryptography;
using MyNumber.Jpki;
using MyNumber.Testing;

namespace CardServices;

/// <summary>One card at a library, a shop, a clinic and two web services; then it is lost and made again.</summary>
internal sealed class Story : IDisposable
{
    private const string Library = "図書館";
    private const string Shop = "商店街";

    private readonly LabWorld _world;
    private readonly Narrator _narrator;
    private readonly LoginDesk[] _desks;
    private readonly MyKeyPlatform _platform;
    private readonly InsuranceDesk _insurance;
    private readonly AuthenticationFront _front;
    private readonly CardInHand _card;

    public Story(LabWorld world, Narrator narrator)
    {
        (_world, _narrator) = (world, narrator);
        _desks = [.. new[] { "mykey", "insurance", "front" }.Select(name => new LoginDesk($"https://{name}.example", world))];
        _platform = new MyKeyPlatform(_desks[0]);
        _insurance = new InsuranceDesk(_desks[1]);
        _front = new AuthenticationFront(_desks[2], RandomNumberGenerator.GetBytes(32));
        _card = new CardInHand(world.Holder, world.Clock);
    }

    public async Task TellAsync()
    {
        string? id = await UseMyKeyAsync();
        await SeeDoctorAsync();
        await UseFrontAsync();
        await LoseCardAsync(id!);
    }

    public void Dispose() => Array.ForEach(_desks, desk => desk.Dispose());

    private async Task<string?> UseMyKeyAsync()
    {
        Narrator.Chapter("マイキープラットフォーム (発行番号 → マイキーID → 各サービスの利用者)");
        string? id = await _platform.EnrolAsync(_card);
        _narrator.Step("カードと PIN でマイキーIDを作る", $"{id}", id is not null);
        string? twice = await _platform.EnrolAsync(_card);
        _narrator.Step("同じカードで二つ目を作ろうとする", "断る: カード 1 枚に 1 つ", twice is null);

        bool joined = await _platform.JoinAsync(_card, Library, "L-0042") && await _platform.JoinAsync(_card, Shop, "S-7");
        _narrator.Step($"{Library}と{Shop}の利用者番号をつなぐ", "つないだ", joined);
        (_, string? reader) = await _platform.ShowAsync(_card, Library);
        (_, string? shopper) = await _platform.ShowAsync(_card, Shop);
        _narrator.Step("窓口でカードを出す", $"{Library}には {reader}、{Shop}には {shopper} だけが届く", (reader, shopper) == ("L-0042", "S-7"));
        (VerificationReason reason, string? stranger) = await _platform.ShowAsync(new CardInHand(_world.AddHolder(), _world.Clock), Library);
        _narrator.Step("マイキーIDのない別の人のカード", "有効なカードだが、利用者ではない", reason == VerificationReason.None && stranger is null);
        return id;
    }

    private async Task SeeDoctorAsync()
    {
        Narrator.Chapter("健康保険証として (オンライン資格確認)");
        DateOnly today = new(2026, 4, 10);
        const string Insured = "insured-1";
        string code = _insurance.Invite(Insured);
        CardInHand stranger = new(_world.AddHolder(), _world.Clock);
        bool guessed = await _insurance.RegisterAsync(stranger, Insured, "0000000000000000");
        _narrator.Step("別の人が、有効なカードで他人の利用申込をする", "断る: 保険者から届いた番号がない", !guessed);
        bool registered = await _insurance.RegisterAsync(_card, Insured, code);
        _narrator.Step("届いた番号で利用申込", "カードの証明書と被保険者をつなぐ", registered);
        bool replaced = await _insurance.RegisterAsync(stranger, Insured, code);
        _narrator.Step("同じ番号をもう一度、別のカードで", "断る: 番号は一度きり", !replaced);
        _insurance.Report(Insured, new Entitlement("見本健康保険組合", new DateOnly(2020, 4, 1), new DateOnly(2026, 3, 31)));
        (_, Entitlement? none) = await _insurance.ConfirmAsync(_card, today);
        _narrator.Step("退職の後、次の保険者の届出がまだない日に受診", "資格を確認できない: 証明書は有効でも、資格は別の問い", none is null);
        _insurance.Report(Insured, new Entitlement("見本市国民健康保険", new DateOnly(2026, 4, 1), null));
        (_, Entitlement? now) = await _insurance.ConfirmAsync(_card, today);
        _narrator.Step("届出の後", $"{now?.Insurer}: カードも証明書も替わらない", now?.Insurer == "見本市国民健康保険");
    }

    private async Task UseFrontAsync()
    {
        Narrator.Chapter("認証プラットフォーム (本人認証を一括して行い、サービスごとに別の識別子を渡す)");
        (_, string? first) = await _front.AuthenticateAsync(_card, "動画配信");
        (_, string? other) = await _front.AuthenticateAsync(_card, "通信販売");
        (_, string? again) = await _front.AuthenticateAsync(_card, "動画配信");
        _narrator.Step("二つのサービスにログインし、一つに戻る", "同じサービスには同じ識別子、別のサービスとは突き合わせられない", first is not null && first == again && first != other);
    }

    private async Task LoseCardAsync(string id)
    {
        Narrator.Chapter("紛失と再交付");
        _world.Authority.ReportLost(_world.Holder.Certificates);
        _world.Clock.Advance(TimeSpan.FromMinutes(20));
        (VerificationReason library, _) = await _platform.ShowAsync(_card, Library);
        (VerificationReason clinic, _) = await _insurance.ConfirmAsync(_card, new DateOnly(2026, 4, 10));
        (VerificationReason web, _) = await _front.AuthenticateAsync(_card, "動画配信");
        _narrator.Step("拾った人が PIN も知っている", $"どこでも拒否: {library}", new[] { library, clinic, web }.All(reason => reason == VerificationReason.Held));

        LabHolder again = _world.AddHolder(_world.Holder.Person);
        _world.Authority.Links.LinkSuccessor(_world.Holder.Certificates.UserAuthentication.Identity, again.Certificates.UserAuthentication.Identity);
        CardInHand newCard = new(again, _world.Clock);
        (_, string? early) = await _platform.ShowAsync(newCard, Library);
        bool followed = await _platform.FollowAsync(id);
        (_, string? reader) = await _platform.ShowAsync(newCard, Library);
        _narrator.Step("再交付。新しい証明書への紐付けをたどる", $"{Library}の利用者は {reader} のまま", early is null && followed && reader == "L-0042");
    }
}
