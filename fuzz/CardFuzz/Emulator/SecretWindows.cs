using System.Buffers.Binary;
using MyNumber.Card.Emulation;

namespace MyNumber.CardFuzz.Emulator;

/// <summary>Every run of eight bytes in the guarded files, in the PINs and in the private keys of one card, with the secrets that open it.</summary>
internal sealed class SecretWindows
{
    private const int Width = 8;

    // The head of an RSA key, which stands in free certificates too.
    private static readonly byte[] _keyHead = [0x82, 0x01, 0x09, 0x90, 0x03, 0x01, 0x00, 0x01, 0x91, 0x82, 0x01, 0x00];
    private readonly Dictionary<ulong, CardSecrets> _windows = new(20_000);
    private readonly byte[] _free;
    private readonly bool[] _filter = new bool[1 << 16];

    public SecretWindows(FuzzCard card)
    {
        _free = card.PublicValue;
        foreach ((byte[] application, byte file, CardSecrets anyOf) in GuardedFiles.Files)
        {
            Plant(Read(card, application, file, anyOf), anyOf);
        }

        Plant(card.Secret(CardSecrets.Signature), CardSecrets.None);
        Plant(card.Secret(CardSecrets.MatchingB), CardSecrets.None);
        foreach (byte[] number in FuzzCard.PrivateNumbers())
        {
            Plant(number, CardSecrets.None);
        }
    }

    /// <summary>The first secret in an answer that the granted secrets do not open, or what they open of it.</summary>
    public bool TryFindDenied(ReadOnlySpan<byte> answer, CardSecrets granted, out CardSecrets disclosed)
    {
        disclosed = CardSecrets.None;
        for (int i = 0; i + Width <= answer.Length; i++)
        {
            ulong window = BinaryPrimitives.ReadUInt64BigEndian(answer[i..]);
            if (!_filter[window & 0xFFFF] || !_windows.TryGetValue(window, out CardSecrets anyOf))
            {
                continue;
            }

            if ((anyOf & granted) == CardSecrets.None)
            {
                return true;
            }

            disclosed |= anyOf & granted;
        }

        return false;
    }

    private void Plant(ReadOnlySpan<byte> bytes, CardSecrets anyOf)
    {
        for (int i = 0; i + Width <= bytes.Length; i++)
        {
            ReadOnlySpan<byte> part = bytes.Slice(i, Width);
            if (_keyHead.AsSpan().IndexOf(part) >= 0 || _free.AsSpan().IndexOf(part) >= 0 || !part.ContainsAnyExcept(part[0], part[^1]))
            {
                continue;
            }

            ulong window = BinaryPrimitives.ReadUInt64BigEndian(part);
            _windows[window] = _windows.GetValueOrDefault(window) | anyOf;
            _filter[window & 0xFFFF] = true;
        }
    }

    /// <summary>Reads a file as its holder would, on a card that is put back to rest afterwards.</summary>
    private static byte[] Read(FuzzCard card, byte[] application, byte file, CardSecrets anyOf)
    {
        byte[] answer = new byte[258];
        EmulatedCard chip = card.Card;
        chip.PowerOn();
        _ = chip.Process([0x00, 0x84, 0x00, 0x00, 0x01], answer);
        (_, byte pin, CardSecrets secret) = Array.Find(GuardedFiles.Pins, row => row.Application == application && (row.Secret & anyOf) != 0);
        byte[] value = card.Secret(secret);
        Must(chip.Process([0x00, 0xA4, 0x04, 0x0C, (byte)application.Length, .. application], answer), answer);
        Must(chip.Process([0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, pin], answer), answer);
        Must(chip.Process([0x00, 0x20, 0x00, 0x80, (byte)value.Length, .. value], answer), answer);
        Must(chip.Process([0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, file], answer), answer);
        List<byte> content = [];
        while (chip.Process([0x00, 0xB0, (byte)(content.Count >> 8), (byte)(content.Count & 0xFF), 0x00], answer) is int length and > 2)
        {
            content.AddRange(answer.AsSpan(0, length - 2));
        }

        chip.PowerOff();
        return content.Count > 0 ? [.. content] : throw new FuzzFindingException("A guarded file cannot be read by its holder.");
    }

    private static void Must(int length, byte[] answer)
    {
        if (answer[length - 2] != 0x90)
        {
            throw new FuzzFindingException("The holder is refused.");
        }
    }
}
