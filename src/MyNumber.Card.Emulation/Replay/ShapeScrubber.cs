using System.Security.Cryptography;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>Keeps the tags and lengths of a BER object (ISO/IEC 8825-1 and the card's two-byte tags) and replaces its values in place.</summary>
/// <remarks>What does not fit into its parent, lies too deep or is no object at all is filled, so that no value survives as structure.</remarks>
internal static class ShapeScrubber
{
    private const int MaximumDepth = 16;

    /// <summary>A file: one object, perhaps not read to its end, and the filler behind it.</summary>
    public static void Scrub(Span<byte> file)
    {
        bool known = TlvHead.TryRead(file, out TlvHead head) && head.Tag is 0x30 or 0xA1 or 0x7F21 or (>= 0xFF10 and <= 0xFF60);
        if (!known)
        {
            ScrubAnswer(file);
            return;
        }

        int end = (int)Math.Min(file.Length, head.Length + head.Size);
        ScrubContent(head, file[head.Size..end], head.Length, 1);
        ScrubFiller(file[end..]);
    }

    /// <summary>An answer that is no file: objects that fill it exactly, or a bare value.</summary>
    public static void ScrubAnswer(Span<byte> answer)
    {
        if (IsExact(answer))
        {
            ScrubObjects(answer, answer.Length, 1);
        }
        else
        {
            SyntheticValue.Replace(0, answer);
        }
    }

    /// <summary>Whether the bytes are whole objects and nothing else.</summary>
    public static bool IsExact(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (!TlvHead.TryRead(bytes, out TlvHead head) || head.Size + head.Length > bytes.Length)
            {
                return false;
            }

            bytes = bytes[(int)(head.Size + head.Length)..];
        }

        return true;
    }

    /// <summary>Objects behind each other.</summary>
    /// <param name="bytes">As far as they were read.</param>
    /// <param name="declared">How long they are said to be, at least as many.</param>
    /// <param name="depth">Objects around them.</param>
    public static void ScrubObjects(Span<byte> bytes, long declared, int depth)
    {
        while (!bytes.IsEmpty)
        {
            if (depth > MaximumDepth || !TlvHead.TryRead(bytes, out TlvHead head) || head.Size + head.Length > declared)
            {
                bytes.Fill(SyntheticValue.Filler);
                return;
            }

            int end = (int)Math.Min(bytes.Length, head.Size + head.Length);
            ScrubContent(head, bytes[head.Size..end], head.Length, depth + 1);
            bytes = bytes[end..];
            declared -= head.Size + head.Length;
        }
    }

    private static void ScrubContent(in TlvHead head, Span<byte> content, long declared, int depth)
    {
        if (head.IsConstructed && content.Length == declared && !IsExact(content))
        {
            SyntheticValue.Replace(0, content); // FF10 of EF 0001 holds its digits without an object of their own
        }
        else if (head.IsConstructed)
        {
            ScrubObjects(content, declared, depth);
        }
        else if (head.Tag is 0x03 && content.Length > 2 && content[0] == 0 && HoldsObject(content[1..]))
        {
            ScrubObjects(content[1..], declared - 1, depth);
        }
        else if (head.Tag is 0x04 && HoldsObject(content))
        {
            ScrubObjects(content, declared, depth);
        }
        else
        {
            SyntheticValue.Replace(head.Tag, content);
        }
    }

    private static bool HoldsObject(ReadOnlySpan<byte> content) => content.Length >= 2 && content[0] is 0x30 or 0x03 or 0x04 && IsExact(content);

    private static void ScrubFiller(Span<byte> tail)
    {
        if (tail.ContainsAnyExcept((byte)0xFF))
        {
            CryptographicOperations.ZeroMemory(tail);
        }
    }
}
