using MyNumber.Card.Tlv;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Applications.InputSupport;

//  EF 0001  FF10 { 12 ASCII digits }  FF FF
//  EF 0002  FF20 { DF21 offsets, DF22 name, DF23 address, DF24 YYYYMMDD, DF25 sex }

/// <summary>Pure readers of the application's two files. The card's own offsets (DF21) are tolerated and not followed: the tags already say where things are.</summary>
internal static class InputSupportFiles
{
    private const ushort NumberTag = 0xFF10;
    private const ushort AttributesTag = 0xFF20;
    private const ushort NameTag = 0xDF22;
    private const ushort AddressTag = 0xDF23;
    private const ushort BirthDateTag = 0xDF24;
    private const ushort SexTag = 0xDF25;

    public static IndividualNumber ReadNumber(ReadOnlySpan<byte> file)
    {
        BerTlvReader reader = new(file);
        if (!reader.TryRead(out ushort tag, out ReadOnlySpan<byte> digits) || tag != NumberTag)
        {
            throw new CardDataException("File 0001 does not hold object FF10.");
        }

        return IndividualNumber.TryParse(digits, out IndividualNumber number)
            ? number
            : throw new CardDataException("File 0001 does not hold twelve digits with a right check digit.");
    }

    public static FourAttributes ReadAttributes(ReadOnlySpan<byte> file)
    {
        BerTlvReader outer = new(file);
        if (!outer.TryRead(out ushort tag, out ReadOnlySpan<byte> content) || tag != AttributesTag)
        {
            throw new CardDataException("File 0002 does not hold object FF20.");
        }

        string name = ReadText(content, NameTag, "name DF22");
        string address = ReadText(content, AddressTag, "address DF23");
        BirthDate birthDate = PersonValues.ReadBirthDate(Find(content, BirthDateTag, "birth date DF24"), "birth date DF24 in file 0002");
        return new FourAttributes(name, address, birthDate, PersonValues.ReadSex(Find(content, SexTag, "sex DF25"), "sex DF25 in file 0002"));
    }

    private static string ReadText(ReadOnlySpan<byte> content, ushort tag, string what) => CardText.Utf8(Find(content, tag, what), $"{what} in file 0002");

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> content, ushort tag, string what)
    {
        BerTlvReader reader = new(content);
        return reader.TryFind(tag, out ReadOnlySpan<byte> value) ? value : throw new CardDataException($"File 0002 does not hold the {what}.");
    }
}
