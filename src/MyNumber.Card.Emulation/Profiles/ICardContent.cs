using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Where the bytes of a card come from while it is assembled: a person, or a saved card.</summary>
internal interface ICardContent
{
    /// <summary>Content of a file or data object.</summary>
    /// <param name="path">Where it goes, for messages and for saved cards.</param>
    /// <param name="name">Name of the content.</param>
    /// <param name="fixedBytes">The bytes of a fixed content.</param>
    byte[] Content(string path, string name, byte[] fixedBytes);

    /// <summary>Secret of a PIN file; empty for a reference that nothing opens.</summary>
    byte[] Secret(FileDefinition file);

    /// <summary>Tries of a PIN file, 1 to 15, or 0 without limit.</summary>
    int Tries(FileDefinition file);

    /// <summary>A key; the card owns it.</summary>
    CardKey Key(CardKeyPurpose purpose);
}
