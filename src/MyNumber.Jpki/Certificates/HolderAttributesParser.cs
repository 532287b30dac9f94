using System.Formats.Asn1;
using System.Text;
using MyNumber.Jpki.Asn1;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Certificates;

/// <summary>Reads subjectAltName's otherNames of the personal-data arc, by OID whatever their order.</summary>
internal static class HolderAttributesParser
{
    private const int MostNames = 32;

    /// <summary>The attributes, or <see langword="null"/> when the extension has none of the arc (an authority's certificate has a directoryName there).</summary>
    public static HolderAttributes? Read(ref DerReader reader)
    {
        Dictionary<string, ReadOnlyMemory<byte>> values = new(StringComparer.Ordinal);
        int count = 0;
        DerReader names = reader.ReadSequence();
        while (names.HasData)
        {
            if (!names.NextIs(DerTags.Context(0)))
            {
                names.ReadEncoded();
                continue;
            }

            DerReader other = names.ReadSequence(DerTags.ContextConstructed(0));
            string oid = other.ReadOid();
            ReadOnlyMemory<byte> value = other.ReadSequenceContents(DerTags.ContextConstructed(0));
            other.End();
            if (++count > MostNames || (IsPersonal(oid) && !values.TryAdd(oid, value)))
            {
                throw new AsnContentException();
            }
        }

        return values.Count != 0 ? Build(values) : null;
    }

    private static bool IsPersonal(string oid) => oid.StartsWith(Oids.PersonalDataArc + ".", StringComparison.Ordinal);

    private static HolderAttributes Build(Dictionary<string, ReadOnlyMemory<byte>> values)
    {
        string name = Take(values, Oids.PersonName), address = Take(values, Oids.PersonAddress);
        string birth = Take(values, Oids.PersonBirthDate), sex = Take(values, Oids.PersonSex);
        string nameFlags = Take(values, Oids.PersonNameSubstitutes), addressFlags = Take(values, Oids.PersonAddressSubstitutes);
        if (!BirthDate.TryParseCertificate(Encoding.UTF8.GetBytes(birth), out BirthDate birthDate)
            || !HolderAttributes.AreFlagsOf(nameFlags, name) || !HolderAttributes.AreFlagsOf(addressFlags, address)
            || sex.Length != 1 || !char.IsAsciiDigit(sex[0]))
        {
            throw new AsnContentException();
        }

        return new HolderAttributes(new FourAttributes(name, address, birthDate, ReadSex(sex[0])), nameFlags, addressFlags) { Unrecognised = values };
    }

    private static string Take(Dictionary<string, ReadOnlyMemory<byte>> values, string oid)
    {
        if (!values.Remove(oid, out ReadOnlyMemory<byte> value))
        {
            throw new AsnContentException();
        }

        DerReader reader = new(value);
        string text = reader.ReadUtf8String();
        reader.End();
        return text;
    }

    // Sources agree on 1 and 2 only; of 3 and 9 they disagree.
    private static Sex ReadSex(char digit) => digit switch
    {
        '1' => Sex.Male,
        '2' => Sex.Female,
        _ => Sex.Unknown,
    };
}
