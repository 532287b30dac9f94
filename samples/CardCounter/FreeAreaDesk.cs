using MyNumber.Card.Emulation.Profiles;

namespace CardCounter;

/// <summary>Who may use the free area (空き領域) for what: municipalities by ordinance, the state and companies by what the minister lays down; no tax and no pension data.</summary>
internal sealed class FreeAreaDesk(IssuedCard card)
{
    private static readonly string[] NeverRecorded = ["地方税関係情報", "年金給付関係情報"];

    /// <summary>Loads an application for an owner.</summary>
    /// <returns>Empty when it was loaded, otherwise why not.</returns>
    public string Load(FreeAreaOwner owner, FreeAreaSlot slot, string content)
    {
        FreeAreaBasis needed = owner == FreeAreaOwner.LocalGovernment ? FreeAreaBasis.Ordinance : FreeAreaBasis.MinisterApproval;
        return NeverRecorded.Contains(content) ? $"「{content}」はカードに記録しません。"
            : slot.Basis != needed ? "国の機関と民間事業者が使うには、条例ではなく総務大臣の定めが要ります。"
            : card.Chip.FreeArea.Any(other => other.Number == slot.Number) ? $"{slot.Number} 番の枠は使用中です。"
            : card.Chip.TryLoadFreeArea(slot) ? string.Empty : $"空きが足りません (残り {card.Chip.FreeAreaLeft} バイト)。";
    }
}
