using System.Text;
using MyNumber.Card.Applications.FreeArea;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace CardCounter;

/// <summary>Chapter 12: the free area: a library card, civil servants' IDs, and places kept for licence and residence card. Layouts are the lab's own: real ones are not public.</summary>
internal sealed class FreeArea(Town town, Narrator narrator)
{
    private const int Library = 1, Staff = 2, Licence = 3, Residence = 4;
    private static readonly DateOnly Until = new(2031, 3, 31);

    public async Task TellAsync()
    {
        Narrator.Chapter("12 空き領域 (条例・総務大臣の定め)");
        FreeAreaDesk desk = new(town.Hanako.Card);
        Load(desk, "図書館利用 (架空市の条例)", FreeAreaOwner.LocalGovernment, Slot(Library, "架空市", FreeAreaBasis.Ordinance, "架空市カード利用条例", null, new FreeAreaFile(2, "LIB-0001"u8, 16)));
        Load(desk, "国家公務員身分証 (暗証番号つき)", FreeAreaOwner.State,
            Slot(Staff, "架空省", FreeAreaBasis.MinisterApproval, "身分証の搭載", "7890", new FreeAreaFile(2, "STAFF-0001"u8, 16, needsPinToRead: true)));
        Load(desk, "運転免許のための予約枠", FreeAreaOwner.State, Slot(Licence, "架空県公安委員会", FreeAreaBasis.MinisterApproval, "予約 (様式は非公開)", null));
        Load(desk, "在留カードのための予約枠", FreeAreaOwner.State, Slot(Residence, "架空入管", FreeAreaBasis.MinisterApproval, "予約 (様式は非公開)", null));
        Refuse(desk, "民間事業者が自社の約款だけで使う", FreeAreaOwner.Company, Slot(5, "架空商店", FreeAreaBasis.Ordinance, "会員規約", null), "会員証");
        Refuse(desk, "市が地方税の情報を載せる", FreeAreaOwner.LocalGovernment, Slot(5, "架空市", FreeAreaBasis.Ordinance, "架空市カード利用条例", null), "地方税関係情報");
        Refuse(desk, "使用中の枠にもう一つ載せる", FreeAreaOwner.LocalGovernment, Slot(Library, "架空市", FreeAreaBasis.Ordinance, "架空市カード利用条例", null), "印鑑登録証");
        Refuse(desk, "残りより大きいアプリケーションを載せる", FreeAreaOwner.LocalGovernment,
            Slot(5, "架空市", FreeAreaBasis.Ordinance, "架空市カード利用条例", null, [.. Enumerable.Range(2, 4).Select(id => new FreeAreaFile(id, [], 4096))]), "写真帳");

        await ReadAsync();
    }

    private static FreeAreaSlot Slot(int number, string owner, FreeAreaBasis basis, string ground, string? pin, params FreeAreaFile[] files) =>
        new(number, owner, basis, ground, Until, pin, files);

    private void Load(FreeAreaDesk desk, string what, FreeAreaOwner owner, FreeAreaSlot slot)
    {
        string refusal = desk.Load(owner, slot, what);
        narrator.Step($"{what}を {slot.Number} 番の枠に載せる", refusal.Length == 0 ? $"残り {town.Hanako.Card.Chip.FreeAreaLeft:N0} バイト" : refusal, refusal.Length == 0);
    }

    private void Refuse(FreeAreaDesk desk, string what, FreeAreaOwner owner, FreeAreaSlot slot, string content)
    {
        int before = town.Hanako.Card.Chip.FreeAreaLeft;
        narrator.Refused(what, desk.Load(owner, slot, content), town.Hanako.Card.Chip.FreeAreaLeft == before);
    }

    private async Task ReadAsync()
    {
        using CardSession session = town.Hanako.Card.Open();
        FreeAreaApplication staff = await FreeAreaApplication.SelectAsync(session, Staff);
        FreeAreaHeader header = await staff.ReadHeaderAsync();
        narrator.Step("身分証の枠の持主を読む", $"{header.Owner} / {header.Authority} / {header.ValidUntil:yyyy-MM-dd} まで", header is { Owner: "架空省", Kind: FreeAreaKind.MinisterApproval } && header.ValidUntil >= town.Today);
        await MissAsync("暗証番号を入れずに身分証を読む", "暗証番号の照合が先です", staff, "6982");
        using CardPin pin = CardPin.Copy("7890");
        bool open = (await staff.VerifyPinAsync(pin)).IsVerified;
        string number = Encoding.ASCII.GetString((await staff.ReadFileAsync(2)).AsSpan(0, 10));
        narrator.Step("身分証の暗証番号を入れて読む", number, open && number == "STAFF-0001");
        await MissAsync("運転免許の予約枠から免許を読む", "枠の予約だけで、中身はありません", await FreeAreaApplication.SelectAsync(session, Licence), "6A82");
        await MissAsync("在留カードの予約枠から読む", "枠の予約だけで、中身はありません", await FreeAreaApplication.SelectAsync(session, Residence), "6A82");
    }

    private async Task MissAsync(string what, string reason, FreeAreaApplication application, string status)
    {
        string answer = await CardAnswer.ToAsync(async () => await application.ReadFileAsync(2));
        narrator.Refused(what, $"{reason} (カードの答え {answer})。", answer == status);
    }
}
