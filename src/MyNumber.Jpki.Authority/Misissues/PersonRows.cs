using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using static MyNumber.Jpki.Certificates.CertificatePurpose;

namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>Four attributes that are wrong, missing, or where they do not belong.</summary>
internal static class PersonRows
{
    public static IReadOnlyList<Misissue> All { get; } =
    [
        new("attributes-missing", Signature, true) { Contents = (_, contents) => contents.Remove(Oids.SubjectAltName) },
        new("attributes-in-authentication", UserAuthentication, true) { Contents = (_, contents) => contents.Add(SomeName()) },
        new("other-name-twice", Signature, true) { Contents = (_, contents) => contents.ChangeNames(names => [.. names, names[0]]) },
        new("address-missing", Signature, true) { Contents = (_, contents) => contents.ChangeNames(names => names.Where(name => name.Oid != Oids.PersonAddress)) },
        new("flags-too-short", Signature, true) { Contents = (_, contents) => contents.ChangeNames(names => names.Select(name => Shorten(name, Oids.PersonNameSubstitutes))) },
        new("flags-not-binary", Signature, true) { Contents = (_, contents) => contents.ChangeNames(names => names.Select(name => Set(name, Oids.PersonAddressSubstitutes, '2'))) },
        new("sex-of-two-digits", Signature, true) { Contents = (_, contents) => contents.ChangeNames(names => names.Select(name => Put(name, Oids.PersonSex, "12"))) },
        new("sex-no-digit", Signature, true) { Contents = (_, contents) => contents.ChangeNames(names => names.Select(name => Put(name, Oids.PersonSex, "F"))) },
        new("birth-date-without-era", Signature, true) { Contents = (_, contents) => contents.ChangeNames(names => names.Select(name => Put(name, Oids.PersonBirthDate, "19800217"))) },
        new("birth-date-impossible", Signature, true) { Contents = (_, contents) => contents.ChangeNames(names => names.Select(name => Put(name, Oids.PersonBirthDate, "319810229"))) },
        new("birth-date-of-unknown-era", Signature, true) { Contents = (_, contents) => contents.ChangeNames(names => names.Select(name => Put(name, Oids.PersonBirthDate, "619800217"))) },
        new("sex-as-printable-string", Signature, true)
        {
            Contents = (_, contents) => contents.ChangeNames(names => names.Select(name => name.Oid == Oids.PersonSex ? name with { Tag = UniversalTagNumber.PrintableString } : name)),
        },
    ];

    private static EncodedExtension SomeName() => ExtensionEncoder.Make(Oids.SubjectAltName, false, writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, "mynumber-lab.invalid", new Asn1Tag(TagClass.ContextSpecific, 2));
        }
    });

    private static PersonalName Put(PersonalName name, string oid, string value) => name.Oid == oid ? name with { Value = value } : name;

    private static PersonalName Shorten(PersonalName name, string oid) => name.Oid == oid ? name with { Value = name.Value[1..] } : name;

    private static PersonalName Set(PersonalName name, string oid, char flag) => name.Oid == oid ? name with { Value = flag + name.Value[1..] } : name;
}
