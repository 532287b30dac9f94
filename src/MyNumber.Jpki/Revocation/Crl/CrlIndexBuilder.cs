using System.Formats.Asn1;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Reads revokedCertificates into an index.</summary>
internal static class CrlIndexBuilder
{
    private const int UsualEntryLength = 35; // four-octet serial, UTCTime, reason
    private const int MostSlack = 16; // one word in so many may stay unused, to save a copy

    /// <summary>Builds the index.</summary>
    /// <param name="revokedCertificates">Contents of the SEQUENCE OF.</param>
    /// <param name="thisUpdate">The list's thisUpdate.</param>
    /// <returns>The index; <see langword="null"/> when an entry has a critical extension that is not understood.</returns>
    /// <exception cref="AsnContentException">An entry is not well formed, or stands for a removal.</exception>
    public static CrlIndex? Build(ReadOnlySpan<byte> revokedCertificates, DateTimeOffset thisUpdate)
    {
        long now = thisUpdate.ToUnixTimeSeconds();
        ulong[] words = new ulong[(revokedCertificates.Length / UsualEntryLength) + 1];
        CrlSideTable.Builder side = new();
        int count = 0;
        CrlEntryReader reader = new(revokedCertificates);
        while (reader.MoveNext())
        {
            if (reader.Entry.RevocationReason == RevocationReason.RemoveFromCrl)
            {
                throw new AsnContentException(); // RFC 5280 §5.3.1: in delta lists only, and these are not read
            }

            if (!CrlIndex.TryPack(reader.SerialNumber, reader.Entry, now, out ulong word))
            {
                side.Add(reader.SerialNumber, reader.Entry);
                continue;
            }

            if (count == words.Length)
            {
                Array.Resize(ref words, checked(words.Length + (words.Length / 4) + 16));
            }

            words[count++] = word;
        }

        if (words.Length - count > count / MostSlack)
        {
            Array.Resize(ref words, count);
        }

        Array.Sort(words, 0, count);
        return reader.HasUnrecognisedCritical ? null : new CrlIndex(words, count, side.Build(), now);
    }
}
