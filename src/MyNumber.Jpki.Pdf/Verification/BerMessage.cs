using System.Buffers.Binary;

namespace MyNumber.Jpki.Pdf.Verification;

/// <summary>Takes the CMS message out of /Contents. Elements of indefinite length (X.690 §8.1.3.6), as NSS writes them, are rewritten with definite ones; all else stays byte for byte and has to be DER.</summary>
internal static class BerMessage
{
    private const int DeepestIndefinite = 16;

    /// <summary>The message in definite lengths and how many bytes of the input it took; <see langword="null"/> when there is none.</summary>
    public static byte[]? Read(ReadOnlySpan<byte> input, out int consumed)
    {
        consumed = 0;
        List<byte> output = [];
        if (input.IsEmpty || input[0] != 0x30 || Copy(input, output, DeepestIndefinite) is not (> 0 and var length))
        {
            return null;
        }

        consumed = length;
        return [.. output];
    }

    /// <summary>One element; how many bytes it takes, or −1.</summary>
    private static int Copy(ReadOnlySpan<byte> input, List<byte> output, int depth)
    {
        if (input.Length < 2 || depth == 0 || (input[0] & 0x1F) == 0x1F || input[0] == 0)
        {
            return -1;
        }

        if (input[1] != 0x80)
        {
            int whole = DefiniteLength(input);
            if (whole > 0)
            {
                output.AddRange(input[..whole]);
            }

            return whole;
        }

        if ((input[0] & 0x20) == 0 || input[0] is 0x24)
        {
            return -1;
        }

        List<byte> inner = [];
        int at = 2;
        while (at + 1 < input.Length && !(input[at] == 0 && input[at + 1] == 0))
        {
            int taken = Copy(input[at..], inner, depth - 1);
            if (taken < 0)
            {
                return -1;
            }

            at += taken;
        }

        output.Add(input[0]);
        AddLength(output, inner.Count);
        output.AddRange(inner);
        return at + 1 < input.Length ? at + 2 : -1;
    }

    private static int DefiniteLength(ReadOnlySpan<byte> input)
    {
        int octets = input[1] < 0x80 ? 0 : input[1] & 0x7F;
        if (octets > 4 || input.Length < 2 + octets)
        {
            return -1;
        }

        Span<byte> wide = stackalloc byte[4];
        wide.Clear();
        input.Slice(2, octets).CopyTo(wide[(4 - octets)..]);
        long length = octets == 0 ? input[1] : BinaryPrimitives.ReadUInt32BigEndian(wide);
        return length <= input.Length - 2 - octets ? 2 + octets + (int)length : -1;
    }

    private static void AddLength(List<byte> output, int length)
    {
        if (length < 0x80)
        {
            output.Add((byte)length);
            return;
        }

        Span<byte> wide = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(wide, length);
        ReadOnlySpan<byte> tight = ((ReadOnlySpan<byte>)wide).TrimStart((byte)0);
        output.Add((byte)(0x80 | tight.Length));
        output.AddRange(tight);
    }
}
