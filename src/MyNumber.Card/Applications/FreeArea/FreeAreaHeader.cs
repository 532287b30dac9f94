using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications.FreeArea;

//  EF 0001  FF60 { DF61 owner UTF-8, DF62 kind 01 ordinance / 02 approval, DF63 text of it UTF-8, DF64 valid until YYYYMMDD }

/// <summary>Whose application lies in a slot of the free area (空き領域) and by what right. The lab's own design: the real layout is not public.</summary>
/// <remarks>Immutable.</remarks>
public sealed class FreeAreaHeader
{
    private FreeAreaHeader(TlvSequence file)
    {
        Owner = CardText.Utf8(file[0xDF61].Span, "owner DF61 in file 0001");
        Kind = file[0xDF62].Span is [1 or 2] ? (FreeAreaKind)file[0xDF62].Span[0] : throw new CardDataException("The kind DF62 in file 0001 is not known.");
        Authority = CardText.Utf8(file[0xDF63].Span, "authority DF63 in file 0001");
        ValidUntil = CardText.Date(file[0xDF64].Span, "end DF64 in file 0001");
    }

    /// <summary>Who uses the slot.</summary>
    public string Owner { get; }

    /// <summary>On what the use rests.</summary>
    public FreeAreaKind Kind { get; }

    /// <summary>The ordinance or the approval, in words.</summary>
    public string Authority { get; }

    /// <summary>The last day of the use.</summary>
    public DateOnly ValidUntil { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="file">The object; filler may follow.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="CardDataException">Another form.</exception>
    public static FreeAreaHeader Read(ReadOnlyMemory<byte> file) => new(TlvSequence.Read("File 0001", file, 0xFF60, 0xDF61, 0xDF62, 0xDF63, 0xDF64));
}
