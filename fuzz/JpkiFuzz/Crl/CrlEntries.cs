using System.Formats.Asn1;
using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz.Crl;

/// <summary>Entries of every shape that a list may have, and of some that it may not.</summary>
internal static class CrlEntries
{
    private static readonly DateTimeOffset Origin = new(2026, 5, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One right entry.</summary>
    public static byte[] Make(FuzzRandom random)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(Serial(random));
            DateTimeOffset since = Origin.AddSeconds(-random.Below(random.OneIn(8) ? 1_500_000_000 : 100_000_000));
            if (random.OneIn(16))
            {
                writer.WriteGeneralizedTime(since, omitFractionalSeconds: true);
            }
            else
            {
                writer.WriteUtcTime(since < new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) ? Origin : since);
            }

            if (!random.OneIn(4))
            {
                writer.WriteEncodedValue([0x30, 0x0C, 0x30, 0x0A, 0x06, 0x03, 0x55, 0x1D, 0x15, 0x04, 0x03, 0x0A, 0x01, random.Pick<byte>(0, 1, 3, 4, 5, 6, 9, 10)]);
            }
        }

        return writer.Encode();
    }

    /// <summary>One that is wrong in one place: the shapes that a recogniser of usual entries could fall for.</summary>
    public static byte[] MakeWrong(FuzzRandom random)
    {
        byte[] entry = Make(random);
        int at = random.Below(entry.Length);
        entry[at] = random.OneIn(2) ? (byte)(entry[at] ^ (1 << random.Below(8))) : random.Pick<byte>(0x00, 0x01, 0x02, 0x04, 0x05, 0x08, 0x0D, 0x15, 0x17, 0x18, 0x23, 0x30, 0x3A, 0x5A, 0x7F, 0x80, 0x81, 0xFF);
        return entry;
    }

    private static byte[] Serial(FuzzRandom random)
    {
        int octets = random.OneIn(4) ? 1 + random.Below(20) : 4;
        byte[] serial = [.. Enumerable.Range(0, octets).Select(_ => (byte)random.Below(256))];
        serial[0] = (byte)((serial[0] & 0x7F) | (octets > 1 ? 0x01 : 0x00));
        return random.OneIn(16) ? [0x00, 0x80, .. serial[..Math.Min(octets, 18)]] : serial;
    }
}
