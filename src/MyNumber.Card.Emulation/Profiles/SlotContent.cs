using System.Text;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Fills a slot of the free area.</summary>
internal sealed class SlotContent(FreeAreaSlot slot) : ICardContent
{
    public byte[] Content(string path, string name, byte[] fixedBytes) => fixedBytes;

    public byte[] Secret(FileDefinition file) => slot.Pin is { } pin ? Encoding.ASCII.GetBytes(pin) : [];

    public int Tries(FileDefinition file) => file.Tries ?? 0;

    public CardKey Key(CardKeyPurpose purpose) => throw new InvalidOperationException("A slot of the free area has no key.");
}
