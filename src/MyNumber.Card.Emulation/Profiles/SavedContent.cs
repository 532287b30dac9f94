using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Gives a saved card its bytes back; what is missing or impossible is a <see cref="FormatException"/> that names the place and no value.</summary>
internal sealed class SavedContent(SavedCardDocument document) : ICardContent
{
    // A card that was saved without the file of a missing certificate gets an empty one where the options want it.
    public byte[] Content(string path, string name, byte[] fixedBytes) =>
        document.Contents.TryGetValue(path, out byte[]? bytes) ? bytes
        : string.Equals(name, ContentNames.SignatureCertificate, StringComparison.Ordinal) ? []
        : throw Invalid(path);

    public byte[] Secret(FileDefinition file) => PinOf(file.Path).Secret;

    public int Tries(FileDefinition file) => PinOf(file.Path).MaximumTries;

    public CardKey Key(CardKeyPurpose purpose)
    {
        string name = purpose.ToString();
        if (!document.Keys.TryGetValue(name, out byte[]? bytes))
        {
            throw Invalid(name);
        }

        try
        {
            using RSA key = RSA.Create();
            key.ImportPkcs8PrivateKey(bytes, out _);
            return CardKey.CopyOf(key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw Invalid(name);
        }
    }

    /// <summary>Sets exact file bytes and retry counters after the card is assembled.</summary>
    public void Restore(CardApplication application)
    {
        foreach (CardFile file in application.Files)
        {
            if (file is PinFile pin)
            {
                pin.RestoreTries(PinOf(file.Path).TriesLeft);
            }
            else if (file is TransparentFile transparent && document.Contents.TryGetValue(file.Path, out byte[]? physical))
            {
                transparent.Restore(physical.Length is > 0 and <= ProfileSyntax.MaximumFileSize ? physical : throw Invalid(file.Path));
            }
        }
    }

    /// <summary>The slots of the free area; their secrets and contents come with <see cref="Restore"/> and <see cref="Secret"/>.</summary>
    public static FreeAreaSlot Slot(SavedCardDocument.SlotDocument slot) => new(
        slot.Number,
        slot.Owner,
        (FreeAreaBasis)slot.Basis,
        slot.Ground,
        slot.ValidUntil,
        slot.HasPin ? "0000" : null,
        [.. slot.Files.Select(file => new FreeAreaFile(file.Id, [], file.Size, file.NeedsPinToRead, file.IsWritable))]);

    public static FormatException Invalid(string where) => new($"The saved card is not valid at {where}.");

    private SavedCardDocument.PinDocument PinOf(string path) =>
        document.Pins.TryGetValue(path, out SavedCardDocument.PinDocument? pin)
        && pin.Secret.Length <= PinFile.MaximumLength
        && pin.MaximumTries is >= 0 and <= 15
        && pin.TriesLeft >= 0
        && pin.TriesLeft <= pin.MaximumTries
            ? pin
            : throw Invalid(path);
}
