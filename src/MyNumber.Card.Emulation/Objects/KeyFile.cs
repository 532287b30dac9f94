using MyNumber.Card.Emulation.Access;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>A key IEF: a private key that is used on the card and never read.</summary>
internal sealed class KeyFile : CardFile, IDisposable
{
    public KeyFile(ushort id, string path, AccessRules access, CardKeyPurpose purpose, CardKey key)
        : base(id, FileKind.Key, path, access)
    {
        Purpose = purpose;
        Key = key;
    }

    public CardKeyPurpose Purpose { get; }

    public CardKey Key { get; }

    public void Dispose() => Key.Dispose();
}
