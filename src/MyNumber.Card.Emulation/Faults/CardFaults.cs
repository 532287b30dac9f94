using System.Formats.Asn1;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Faults;

/// <summary>Faults of the card itself: what an attacker or a careless office leaves on it.</summary>
public static class CardFaults
{
    private const int LargestFile = 4096;

    /// <summary>Clones a certificate onto another key: the certificate and its CA's, as they are on one card, are written to a card whose key pair is another one.
    /// The clone reads well and every signature under it is wrong.</summary>
    /// <param name="original">The card that the certificate was issued for.</param>
    /// <param name="clone">The card that gets it.</param>
    /// <param name="purpose">Which certificate.</param>
    /// <exception cref="ArgumentNullException">A card is null.</exception>
    /// <exception cref="InvalidOperationException">A card has no such key, the original has no such certificate, or both have the same key.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="purpose"/> is not one of the two JPKI key pairs.</exception>
    public static void CloneCertificate(EmulatedCard original, EmulatedCard clone, CardKeyPurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(clone);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)purpose, (int)CardKeyPurpose.Signature, nameof(purpose));
        if (original.GetPublicKey(purpose).AsSpan().SequenceEqual(clone.GetPublicKey(purpose)))
        {
            throw new InvalidOperationException("Both cards have the same key.");
        }

        bool signature = purpose == CardKeyPurpose.Signature;
        clone.InstallCertificate(
            purpose,
            Find(original, signature ? ContentNames.SignatureCertificate : ContentNames.AuthenticationCertificate),
            Find(original, signature ? ContentNames.SignatureCaCertificate : ContentNames.AuthenticationCaCertificate));
    }

    /// <summary>Fills the free area (空き領域) with slots that nobody wants, until not even the smallest further slot finds a number and room.</summary>
    /// <param name="card">The card.</param>
    /// <param name="validUntil">Last day of the slots.</param>
    /// <returns>How many slots were loaded.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="card"/> is null.</exception>
    public static int FillFreeArea(EmulatedCard card, DateOnly validUntil)
    {
        ArgumentNullException.ThrowIfNull(card);
        int loaded = 0;
        foreach (int number in Enumerable.Range(1, 15).Except(card.FreeArea.Select(slot => slot.Number)))
        {
            FreeAreaSlot least = Filler(number, validUntil, 0);
            loaded += card.TryLoadFreeArea(Filler(number, validUntil, card.FreeAreaLeft - least.Size)) ? 1 : 0;
        }

        return loaded;
    }

    /// <summary>A slot of a given number of bytes behind its header, as far as files hold them.</summary>
    private static FreeAreaSlot Filler(int number, DateOnly validUntil, int bytes)
    {
        List<FreeAreaFile> files = [];
        for (int id = 2; id <= 0x0F && bytes > 0; id++)
        {
            int size = Math.Min(bytes, LargestFile);
            files.Add(new FreeAreaFile(id, [], size));
            bytes -= size;
        }

        return new FreeAreaSlot(number, "filler", FreeAreaBasis.Ordinance, "filler", validUntil, null, files);
    }

    private static ReadOnlySpan<byte> Find(EmulatedCard card, string content)
    {
        ReadOnlySpan<byte> physical = card.FindContent(content);
        bool found = AsnDecoder.TryReadEncodedValue(physical, AsnEncodingRules.BER, out Asn1Tag tag, out _, out _, out int length) && tag == Asn1Tag.Sequence;
        return found ? physical[..length] : throw new InvalidOperationException("The card holds no such certificate.");
    }
}
