using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation;

/// <content>Saving a card and bringing it back: everything that survives power-off, and nothing that does not.</content>
public sealed partial class EmulatedCard
{
    /// <summary>Saves the card: files, keys, PINs, retry counters, free area. Selection, verified PINs and the decision log are not part of it.</summary>
    /// <remarks><b>The result holds private keys and PINs in the clear.</b> Whoever has it has the card: keep it readable by its owner only, and zero the array after use.</remarks>
    /// <returns>UTF-8 JSON; the caller's.</returns>
    /// <exception cref="ObjectDisposedException">The card was disposed.</exception>
    public byte[] SaveState()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        using JsonDocument profile = JsonDocument.Parse(Profile.Source);
        SavedCardDocument document = new()
        {
            Format = SavedCardDocument.CurrentFormat,
            Profile = profile.RootElement,
            Contents = SaveContents(),
            Pins = _files.Files.OfType<PinFile>().ToDictionary(
                pin => pin.Path,
                pin => new SavedCardDocument.PinDocument { Secret = pin.Secret.ToArray(), MaximumTries = pin.MaximumTries, TriesLeft = pin.TriesLeft }),
            Keys = Enum.GetValues<CardKeyPurpose>().Where(purpose => _files.FindKey(purpose) is not null)
                .ToDictionary(purpose => purpose.ToString(), purpose => KeyOf(purpose).ExportPkcs8()),
            FreeArea = [.. _slots.Select(Save)],
        };
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(document, EmulationJsonContext.Default.SavedCardDocument);
        foreach (byte[] secret in document.Keys.Values.Concat(document.Pins.Values.Select(pin => pin.Secret)))
        {
            CryptographicOperations.ZeroMemory(secret);
        }

        return json;
    }

    /// <summary>Brings a saved card back, without power.</summary>
    /// <param name="utf8State">What <see cref="SaveState"/> gave; the caller zeroes it.</param>
    /// <param name="options">Open behaviours; defaults otherwise. Tries of matching numbers and file sizes are the saved ones.</param>
    /// <returns>The card; the caller disposes it.</returns>
    /// <exception cref="FormatException">The document is not a saved card; the message names the place and no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static EmulatedCard Restore(ReadOnlySpan<byte> utf8State, EmulatedCardOptions? options = null)
    {
        options ??= EmulatedCardOptions.Default;
        options.ThrowIfOutsideRange();
        SavedCardDocument document = Parse(utf8State);
        SavedContent content = new(document);
        EmulatedCard card = Assemble(CardProfile.FromJson(Encoding.UTF8.GetBytes(document.Profile.GetRawText())), content, options);
        try
        {
            foreach (SavedCardDocument.SlotDocument slot in document.FreeArea)
            {
                card.RestoreSlot(SavedContent.Slot(slot), content);
            }

            foreach (CardApplication application in card._files.Applications)
            {
                content.Restore(application);
            }
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            card.Dispose();
            throw e as FormatException ?? SavedContent.Invalid("freeArea");
        }

        return card;
    }

    private static SavedCardDocument Parse(ReadOnlySpan<byte> utf8State)
    {
        try
        {
            SavedCardDocument? document = JsonSerializer.Deserialize(utf8State, EmulationJsonContext.Default.SavedCardDocument);
            return document is { Format: SavedCardDocument.CurrentFormat }
                && !document.Contents.ContainsValue(null!) && !document.Pins.ContainsValue(null!) && !document.Keys.ContainsValue(null!)
                && document.FreeArea.All(slot => slot?.Files.All(file => file is not null) == true)
                ? document
                : throw SavedContent.Invalid("format");
        }
        catch (JsonException e)
        {
            throw SavedContent.Invalid(e.Path ?? "its beginning");
        }
    }

    private void RestoreSlot(FreeAreaSlot slot, SavedContent content)
    {
        _files.Add(new ApplicationAssembly(content, _options.CertificateFileSize, leavesMissingCertificateOut: false).Build(slot.ToDefinition()));
        _slots.Add(slot);
    }

    private Dictionary<string, byte[]> SaveContents()
    {
        Dictionary<string, byte[]> contents = new(StringComparer.Ordinal);
        foreach (CardApplication application in _files.Applications)
        {
            foreach ((ushort tag, byte[] value) in application.DataObjects)
            {
                contents[ApplicationAssembly.DataPath(application.Name, tag)] = value;
            }

            foreach (CardFile file in application.Files)
            {
                byte[]? bytes = file switch
                {
                    TransparentFile transparent => transparent.Physical.ToArray(),
                    RecordFile record => record[1].ToArray(),
                    _ => null,
                };
                if (bytes is not null)
                {
                    contents[file.Path] = bytes;
                }
            }
        }

        return contents;
    }

    private static SavedCardDocument.SlotDocument Save(FreeAreaSlot slot) => new()
    {
        Number = slot.Number,
        Owner = slot.Owner,
        Basis = (int)slot.Basis,
        Ground = slot.Ground,
        ValidUntil = slot.ValidUntil,
        HasPin = slot.HasPin,
        Files = [.. slot.Files.Select(file => new SavedCardDocument.SlotFileDocument
        {
            Id = file.Id,
            Size = file.Size,
            NeedsPinToRead = file.NeedsPinToRead,
            IsWritable = file.IsWritable,
        })],
    };
}
