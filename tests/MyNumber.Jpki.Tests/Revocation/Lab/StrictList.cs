using System.Formats.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Crl;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>Reads lists without the short cut for usual entries: each one by the strict reader, to compare with.</summary>
internal static class StrictList
{
    /// <summary>The index of a list, whoever signed it; null when it is malformed, or when its beginning alone is refused.</summary>
    public static CrlIndex? Read(ReadOnlyMemory<byte> der, TrustAnchorSet anchors, out bool isRefusedAtHead)
    {
        isRefusedAtHead = false;
        try
        {
            CrlHead head = CrlHead.Read(der);
            isRefusedAtHead = CrlCheck.CheckHead(head, anchors) != VerificationReason.None;
            if (isRefusedAtHead || head.Total != der.Length)
            {
                return null;
            }

            CrlIndex index = Index(der.Span[head.RevokedStart..head.RevokedEnd], head.ThisUpdate);
            CrlTail.Read(head, der[head.RevokedEnd..]);
            return index;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>The index of entries.</summary>
    public static CrlIndex Index(ReadOnlySpan<byte> entries, DateTimeOffset thisUpdate)
    {
        long seconds = thisUpdate.ToUnixTimeSeconds();
        CrlWords words = new(entries.Length);
        CrlSideTable.Builder side = new();
        while (!entries.IsEmpty)
        {
            int length = CrlEntryReader.Measure(entries);
            CrlEntryReader read = CrlEntryReader.Read(length == 0 || length > entries.Length ? throw new AsnContentException() : entries[..length]);
            if (CrlIndex.TryGetShort(read.SerialNumber, out uint serial) && CrlIndex.TryPack(serial, read.Entry, seconds, out ulong word))
            {
                words.Add(word);
            }
            else
            {
                side.Add(read.SerialNumber, read.Entry);
            }

            entries = entries[length..];
        }

        return new CrlIndex(words.Sort(), side.Build(), seconds);
    }
}
