using System.Buffers.Binary;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications.Jpki;

/// <summary>トークン情報 (EF 0006): 160 bytes, the CK_TOKEN_INFO of PKCS#11 with numbers of four bytes, first byte uppermost.</summary>
/// <remarks>Immutable. Source: project research notes; the label has three sources, the rest one, measured on a test card. The names are PKCS#11's (v2.40 §3.4).</remarks>
public sealed class JpkiTokenInfo
{
    /// <summary>Bytes of the file.</summary>
    public const int Length = 160;

    private JpkiTokenInfo(ReadOnlySpan<byte> file)
    {
        Label = CardText.Printable(file[..32], "token label (file 0006)");
        Manufacturer = CardText.Printable(file[32..64], "token manufacturer (file 0006)");
        Model = CardText.Printable(file[64..80], "token model (file 0006)");
        SerialNumber = CardText.Printable(file[80..96], "token serial number (file 0006)");
        Flags = (JpkiTokenFlags)BinaryPrimitives.ReadUInt32BigEndian(file[96..]);
        (MaximumSessions, Sessions) = (Number(file, 100), Number(file, 104));
        (MaximumWritableSessions, WritableSessions) = (Number(file, 108), Number(file, 112));
        (MaximumPinLength, MinimumPinLength) = (Number(file, 116), Number(file, 120));
        (TotalPublicMemory, FreePublicMemory) = (Number(file, 124), Number(file, 128));
        (TotalPrivateMemory, FreePrivateMemory) = (Number(file, 132), Number(file, 136));
        HardwareVersion = CardText.Printable(file[140..142], "token hardware version (file 0006)");
        FirmwareVersion = CardText.Printable(file[142..144], "token firmware version (file 0006)");
        Time = CardText.Printable(file[144..160], "token time (file 0006)");
    }

    /// <summary>label: what kind of token it is, see <see cref="JpkiTokenLabel"/>.</summary>
    public string Label { get; }

    /// <summary>manufacturerID.</summary>
    public string Manufacturer { get; }

    /// <summary>model, such as E16R01NJ.</summary>
    public string Model { get; }

    /// <summary>serialNumber of the token; a handle of one card.</summary>
    public string SerialNumber { get; }

    /// <summary>flags.</summary>
    public JpkiTokenFlags Flags { get; }

    /// <summary>ulMaxSessionCount, or <see langword="null"/> when the token does not tell (FFFFFFFF).</summary>
    public uint? MaximumSessions { get; }

    /// <summary>ulSessionCount.</summary>
    public uint? Sessions { get; }

    /// <summary>ulMaxRwSessionCount.</summary>
    public uint? MaximumWritableSessions { get; }

    /// <summary>ulRwSessionCount.</summary>
    public uint? WritableSessions { get; }

    /// <summary>ulMaxPinLen; 16 on a card.</summary>
    public uint? MaximumPinLength { get; }

    /// <summary>ulMinPinLen; 6 on a card, although the other PIN has four digits.</summary>
    public uint? MinimumPinLength { get; }

    /// <summary>ulTotalPublicMemory; not told by a card.</summary>
    public uint? TotalPublicMemory { get; }

    /// <summary>ulFreePublicMemory; not told by a card.</summary>
    public uint? FreePublicMemory { get; }

    /// <summary>ulTotalPrivateMemory; not told by a card.</summary>
    public uint? TotalPrivateMemory { get; }

    /// <summary>ulFreePrivateMemory; not told by a card.</summary>
    public uint? FreePrivateMemory { get; }

    /// <summary>hardwareVersion: two ASCII characters on a card.</summary>
    public string HardwareVersion { get; }

    /// <summary>firmwareVersion: two ASCII characters on a card.</summary>
    public string FirmwareVersion { get; }

    /// <summary>utcTime; a card writes sixteen nines, it has no clock.</summary>
    public string Time { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="file">At least <see cref="Length"/> bytes; what follows is filler.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="CardDataException">Too short, or a text is not printable ASCII.</exception>
    public static JpkiTokenInfo Read(ReadOnlySpan<byte> file) =>
        file.Length >= Length ? new JpkiTokenInfo(file) : throw new CardDataException("The token information (file 0006) is too short.");

    private static uint? Number(ReadOnlySpan<byte> file, int at)
    {
        uint value = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
        return value == uint.MaxValue ? null : value;
    }
}
