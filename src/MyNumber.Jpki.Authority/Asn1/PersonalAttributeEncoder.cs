using System.Formats.Asn1;
using System.Globalization;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Asn1;

/// <summary>The four attributes as six otherNames, in the order that cards show: name, birth date, sex, address, then the two rows of substitution flags.</summary>
internal static class PersonalAttributeEncoder
{
    internal static EncodedExtension SubjectAltName(HolderAttributes holder) => ExtensionEncoder.Make(Oids.SubjectAltName, false, writer =>
    {
        using (writer.PushSequence())
        {
            WriteOtherName(writer, Oids.PersonName, holder.Attributes.Name);
            WriteOtherName(writer, Oids.PersonBirthDate, holder.Attributes.BirthDate.ToCertificateForm());
            WriteOtherName(writer, Oids.PersonSex, ((int)holder.Attributes.Sex).ToString(CultureInfo.InvariantCulture));
            WriteOtherName(writer, Oids.PersonAddress, holder.Attributes.Address);
            WriteOtherName(writer, Oids.PersonNameSubstitutes, holder.NameSubstitutes);
            WriteOtherName(writer, Oids.PersonAddressSubstitutes, holder.AddressSubstitutes);
        }
    });

    internal static void WriteOtherName(AsnWriter writer, string oid, string value)
    {
        Asn1Tag zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
        using (writer.PushSequence(zero))
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSequence(zero))
            {
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
            }
        }
    }
}
