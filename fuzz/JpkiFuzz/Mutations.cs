using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz;

/// <summary>Damages bytes a little, so that parsers get far before they find the flaw.</summary>
public static class Mutations
{
    private const int MostSteps = 4;
    private const int LongestPiece = 64;

    /// <summary>A damaged copy: one to four steps, each a bit, a byte, a piece taken out, doubled, moved or brought from another input, or the end cut off.</summary>
    /// <param name="random">The seeded source.</param>
    /// <param name="input">What is damaged.</param>
    /// <param name="other">Where foreign pieces come from.</param>
    /// <returns>New bytes; now and then equal to the input.</returns>
    public static byte[] Damage(FuzzRandom random, byte[] input, byte[] other)
    {
        List<byte> bytes = [.. input];
        int steps = 1 + random.Below(MostSteps);
        for (int i = 0; i < steps && bytes.Count != 0; i++)
        {
            Step(random, bytes, other);
        }

        return [.. bytes];
    }

    private static void Step(FuzzRandom random, List<byte> bytes, byte[] other)
    {
        int at = random.Below(bytes.Count), length = Math.Min(1 + random.Below(LongestPiece), bytes.Count - at);
        switch (random.Below(8))
        {
            case 0:
            case 1:
                bytes[at] ^= (byte)(1 << random.Below(8));
                break;
            case 2:
                bytes[at] = random.Pick<byte>(0x00, 0x01, 0x02, 0x04, 0x05, 0x06, 0x30, 0x31, 0x7F, 0x80, 0x81, 0x82, 0x84, 0xA0, 0xA1, 0xFF);
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                List<byte> piece = bytes.GetRange(at, length);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(random.Below(bytes.Count + 1), piece);
                break;
            case 6:
                int from = random.Below(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(length, other.Length - from)).ToArray());
                break;
            default:
                bytes.RemoveRange(at, random.OneIn(4) ? bytes.Count - at : 1);
                break;
        }
    }
}
