using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>Which partition (区分) a revocation list covers: the name that certificates on it bear as their distribution point. It is a municipality's and no person's.</summary>
internal static class ListPartition
{
    private const int Extensions = 0;

    /// <summary>The name in a whole list; nothing for a full list.</summary>
    /// <exception cref="AsnContentException">A flaw.</exception>
    public static string? Find(ReadOnlyMemory<byte> list)
    {
        AsnReader body = new AsnReader(list, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        Asn1Tag tag = new(TagClass.ContextSpecific, Extensions);
        while (body.HasData && !body.PeekTag().HasSameClassAndValue(tag))
        {
            body.ReadEncodedValue();
        }

        AsnReader? extensions = body.HasData ? body.ReadSequence(tag).ReadSequence() : null;
        while (extensions?.HasData == true)
        {
            AsnReader extension = extensions.ReadSequence();
            if (extension.ReadObjectIdentifier() == Oids.IssuingDistributionPoint)
            {
                _ = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
                return NameIn(extension.ReadOctetString());
            }
        }

        return null;
    }

    /// <summary>The name in an issuingDistributionPoint (RFC 5280 §5.2.5); nothing when it has none of directory form.</summary>
    /// <exception cref="AsnContentException">A flaw.</exception>
    public static string? NameIn(ReadOnlyMemory<byte> extension)
    {
        Asn1Tag point = new(TagClass.ContextSpecific, 0), full = new(TagClass.ContextSpecific, 0), directory = new(TagClass.ContextSpecific, 4);
        AsnReader fields = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        if (!Is(fields, point))
        {
            return null;
        }

        AsnReader choice = fields.ReadSequence(point);
        AsnReader? names = Is(choice, full) ? choice.ReadSequence(full) : null;
        return names is not null && Is(names, directory) ? NameText.Of(names.ReadSequence(directory).ReadEncodedValue()) : null;
    }

    private static bool Is(AsnReader reader, Asn1Tag tag) => reader.HasData && reader.PeekTag().HasSameClassAndValue(tag);
}
