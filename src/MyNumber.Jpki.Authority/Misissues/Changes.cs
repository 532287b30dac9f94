using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>Changes of a certificate's contents that the rows are made of.</summary>
internal static class Changes
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>An extension under an arc of our own that nobody knows.</summary>
    internal static EncodedExtension UnknownExtension(bool critical) =>
        ExtensionEncoder.Make("2.25.122616376366132785320021255224901279248.99", critical, writer => writer.WriteNull());

    internal static CertificateContents Add(this CertificateContents contents, EncodedExtension extension) => contents with { Extensions = [.. contents.Extensions, extension] };

    internal static CertificateContents Remove(this CertificateContents contents, string oid) =>
        contents with { Extensions = [.. contents.Extensions.Where(extension => extension.Oid != oid)] };

    internal static CertificateContents Replace(this CertificateContents contents, string oid, Func<EncodedExtension, EncodedExtension> change) =>
        contents with { Extensions = [.. contents.Extensions.Select(extension => extension.Oid == oid ? change(extension) : extension)] };

    /// <summary>Writes the otherNames of subjectAltName anew.</summary>
    internal static CertificateContents ChangeNames(this CertificateContents contents, Func<IReadOnlyList<PersonalName>, IEnumerable<PersonalName>> change) => contents.Replace(
        Oids.SubjectAltName,
        extension => ExtensionEncoder.Make(Oids.SubjectAltName, extension.Critical, writer =>
        {
            using (writer.PushSequence())
            {
                foreach (PersonalName name in change(Read(extension.Value)))
                {
                    Write(writer, name);
                }
            }
        }));

    /// <summary>Replaces every place of some bytes by others of the same length.</summary>
    internal static byte[] Swap(byte[] bytes, ReadOnlySpan<byte> old, ReadOnlySpan<byte> replacement)
    {
        byte[] changed = [.. bytes];
        for (int at = changed.AsSpan().IndexOf(old); at >= 0; at = changed.AsSpan().IndexOf(old))
        {
            replacement.CopyTo(changed.AsSpan(at));
        }

        return changed;
    }

    private static List<PersonalName> Read(ReadOnlyMemory<byte> value)
    {
        List<PersonalName> names = [];
        AsnReader sequence = new AsnReader(value, AsnEncodingRules.DER).ReadSequence();
        while (sequence.HasData)
        {
            AsnReader other = sequence.ReadSequence(Zero);
            string oid = other.ReadObjectIdentifier();
            names.Add(new PersonalName(oid, other.ReadSequence(Zero).ReadCharacterString(UniversalTagNumber.UTF8String)));
        }

        return names;
    }

    private static void Write(AsnWriter writer, PersonalName name)
    {
        using (writer.PushSequence(Zero))
        {
            writer.WriteObjectIdentifier(name.Oid);
            using (writer.PushSequence(Zero))
            {
                writer.WriteCharacterString(name.Tag, name.Value);
            }
        }
    }
}
