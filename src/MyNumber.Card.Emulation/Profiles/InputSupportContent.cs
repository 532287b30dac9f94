using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Writes the files of the input-support application (券面事項入力補助AP); layouts in the project research notes on the card, §4.2, §4.3.</summary>
internal static class InputSupportContent
{
    private const ushort NumberTag = 0xFF10;
    private const ushort AttributesTag = 0xFF20;
    private const ushort OffsetsTag = 0xDF21;

    /// <summary>EF 0001: <c>FF10</c> with twelve ASCII digits, without the filler.</summary>
    public static byte[] Number(IndividualNumber number) => CardTlv.Encode(NumberTag, Encoding.ASCII.GetBytes(number.Reveal()));

    /// <summary>EF 0002: <c>FF20</c> with the offsets <c>DF21</c> of name, address, birth date and sex, then these four.</summary>
    /// <exception cref="ArgumentException">The texts are too long for the card.</exception>
    public static byte[] Attributes(FourAttributes attributes)
    {
        byte[][] objects =
        [
            CardTlv.Encode(0xDF22, Encoding.UTF8.GetBytes(attributes.Name)),
            CardTlv.Encode(0xDF23, Encoding.UTF8.GetBytes(attributes.Address)),
            CardTlv.Encode(0xDF24, Encoding.ASCII.GetBytes(attributes.BirthDate.ToCardForm())),
            CardTlv.Encode(0xDF25, Encoding.ASCII.GetBytes(((int)attributes.Sex).ToString(CultureInfo.InvariantCulture))),
        ];
        byte[] offsets = new byte[objects.Length * 2];
        int offsetsLength = CardTlv.HeaderLength(offsets.Length) + offsets.Length;
        int position = CardTlv.HeaderLength(offsetsLength + objects.Sum(item => item.Length)) + offsetsLength;
        for (int i = 0; i < objects.Length; i++)
        {
            // 15 bits, because READ BINARY reaches no further.
            if (position > short.MaxValue)
            {
                throw new ArgumentException("Name and address are too long for the card.", nameof(attributes));
            }

            BinaryPrimitives.WriteUInt16BigEndian(offsets.AsSpan(i * 2), (ushort)position);
            position += objects[i].Length;
        }

        return CardTlv.Encode(AttributesTag, [.. CardTlv.Encode(OffsetsTag, offsets), .. objects.SelectMany(item => item)]);
    }
}
