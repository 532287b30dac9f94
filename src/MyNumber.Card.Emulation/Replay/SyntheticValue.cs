using System.Text.Unicode;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>What stands in a transcript instead of a value: fixed bytes of the same length and kind, which do not depend on the value.</summary>
internal static class SyntheticValue
{
    /// <summary>Fills what has no kind.</summary>
    public const byte Filler = 0x5A;

    private const byte Letter = (byte)'X';

    // Nobody's number: eleven nines and their check digit (11 − 423 mod 11 = 6).
    private static readonly byte[] Number = "999999999996"u8.ToArray();
    private static readonly byte[] Date = "20260101"u8.ToArray();
    private static readonly byte[] Time = "20260101000000Z"u8.ToArray();
    private static readonly byte[] Exponent = [0x01, 0x00, 0x01];
    private static readonly byte[][] ImageMarks = [[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], [0, 0, 0, 0x0C, (byte)'j', (byte)'P', 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A]];

    public static void Replace(int tag, Span<byte> value)
    {
        switch (tag)
        {
            case 0x01 or 0x05 or 0x06: // BOOLEAN, NULL, OBJECT IDENTIFIER
                break;
            case 0x02 or 0x0A or 0x90:
                ReplaceInteger(value);
                break;
            case 0x03 when value.Length <= 2: // named bits, such as key usage
                break;
            case 0x03:
                value[1..].Fill(Filler);
                break;
            case 0x04:
                value.Fill(Filler);
                break;
            case 0x0C:
                FillText(value);
                break;
            case 0x17 or 0x18:
                ReplaceTime(value);
                break;
            case 0x91 when value.Length == ReplayKey.Length:
                ReplayKey.Modulus.CopyTo(value);
                break;
            case > 0 and < 0x5F00:
                value.Fill(Letter);
                break;
            default:
                ReplaceCardValue(tag, value);
                break;
        }
    }

    private static void ReplaceInteger(Span<byte> value)
    {
        if (value.Length <= 1 || value.SequenceEqual(Exponent))
        {
            return;
        }

        if (value.Length == ReplayKey.Length + 1 && value[0] == 0)
        {
            ReplayKey.Modulus.CopyTo(value[1..]);
            return;
        }

        value.Fill(Filler);
    }

    private static void ReplaceTime(Span<byte> value)
    {
        if (value.Length is 13 or 15)
        {
            Time.AsSpan(15 - value.Length).CopyTo(value);
        }
        else
        {
            value.Fill((byte)'0');
        }
    }

    private static void ReplaceCardValue(int tag, Span<byte> value)
    {
        if (tag == 0x5F4E && value.Length == 297)
        {
            ReplaceKeyId(value[..16]);
            ReplaceKeyId(value.Slice(16, 16));
            ShapeScrubber.ScrubObjects(value[32..], 265, 1);
        }
        else if (value.StartsWith<byte>([0x90, 0x03, .. Exponent, 0x91]))
        {
            ShapeScrubber.ScrubObjects(value, value.Length, 1);
        }
        else if (!IsHarmless(tag, value))
        {
            ReplaceByKind(value);
        }
    }

    /// <summary>Tables of offsets (DF21 in EF 0002), versions (DF31, DF41) and the kind of a free-area slot (DF62) lead the reader and tell nothing of a person.</summary>
    private static bool IsHarmless(int tag, ReadOnlySpan<byte> value) => tag switch
    {
        0xDF21 => value.Length is 8 or 18 && value[0] == 0,
        0xDF31 or 0xDF41 => value.Length == 4,
        0xDF62 => value.Length == 1,
        _ => false,
    };

    private static void ReplaceByKind(Span<byte> value)
    {
        foreach (byte[] mark in ImageMarks)
        {
            if (value.StartsWith(mark))
            {
                value[mark.Length..].Fill(Filler);
                return;
            }
        }

        if (!value.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            ReplaceDigits(value);
        }
        else if (IsKeyId(value))
        {
            ReplaceKeyId(value[..16]);
            value[16..].Fill(Filler);
        }
        else if (Utf8.IsValid(value) && !value.ContainsAnyInRange((byte)0, (byte)0x1F))
        {
            FillText(value);
        }
        else
        {
            value.Fill(Filler);
        }
    }

    private static void ReplaceDigits(Span<byte> value)
    {
        value.Fill((byte)'0');
        if (value.Length == Number.Length)
        {
            Number.CopyTo(value);
        }
        else if (value.Length == Date.Length)
        {
            Date.CopyTo(value);
        }
    }

    private static bool IsKeyId(ReadOnlySpan<byte> value) => value.Length is 16 or 272 && value[7] == 0x08 && value[8] == 0x05;

    private static void ReplaceKeyId(Span<byte> id)
    {
        "0000000"u8.CopyTo(id);
        id[7] = 0x08;
        id[8] = 0x05;
        "000"u8.CopyTo(id[9..]);
        id[12..].Clear();
    }

    private static void FillText(Span<byte> value)
    {
        value.Fill((byte)'x');
        ReadOnlySpan<byte> geta = "〓"u8;
        for (int at = 0; at + geta.Length <= value.Length; at += geta.Length)
        {
            geta.CopyTo(value[at..]);
        }
    }
}
