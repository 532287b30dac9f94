using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Certificates;

/// <summary>Reads the contents of single extensions (RFC 5280 §4.2).</summary>
internal static class ExtensionValues
{
    public static X509KeyUsageFlags ReadKeyUsage(ref DerReader reader)
    {
        ReadOnlySpan<byte> bits = reader.ReadBitString(out _).Span;
        return bits.Length switch
        {
            0 => X509KeyUsageFlags.None,
            1 => (X509KeyUsageFlags)bits[0],
            2 => (X509KeyUsageFlags)(bits[0] | (bits[1] << 8)),
            _ => throw new AsnContentException(),
        };
    }

    public static List<string> ReadObjectIdentifiers(ref DerReader reader)
    {
        List<string> oids = [];
        DerReader list = reader.ReadSequence();
        while (list.HasData)
        {
            oids.Add(list.ReadOid());
        }

        return oids.Count != 0 ? oids : throw new AsnContentException(); // RFC 5280 §4.2.1.12: at least one
    }

    public static bool ReadBasicConstraints(ref DerReader reader)
    {
        DerReader constraints = reader.ReadSequence();
        bool authority = constraints.NextIs(Asn1Tag.Boolean) && constraints.ReadBoolean();
        if (constraints.HasData)
        {
            constraints.ReadInteger();
        }

        constraints.End();
        return authority;
    }

    public static List<string> ReadPolicies(ref DerReader reader)
    {
        List<string> policies = [];
        DerReader list = reader.ReadSequence();
        while (list.HasData)
        {
            policies.Add(list.ReadSequence().ReadOid()); // qualifiers carry no decision
        }

        return policies;
    }

    public static ReadOnlyMemory<byte> ReadDistributionPoint(ref DerReader reader)
    {
        DerReader points = reader.ReadSequence();
        DerReader point = points.ReadSequence();
        if (points.HasData || !point.NextIs(DerTags.Context(0)))
        {
            return default;
        }

        ReadOnlyMemory<byte> name = DirectoryNames.ReadDistributionPointName(ref point, out _);
        return point.HasData ? default : name; // reasons or cRLIssuer: a point of another kind
    }

    public static string? ReadOcspAddress(ref DerReader reader)
    {
        string? address = null;
        DerReader list = reader.ReadSequence();
        while (list.HasData)
        {
            DerReader description = list.ReadSequence();
            string method = description.ReadOid();
            if (method == Oids.Ocsp && description.NextIs(DerTags.Context(6)))
            {
                address ??= Encoding.ASCII.GetString(description.ReadCharacters(new Asn1Tag(TagClass.ContextSpecific, 6)).Span);
            }
        }

        return address;
    }

    public static AuthorityKeyIdentifier ReadAuthorityKeyIdentifier(ref DerReader reader)
    {
        DerReader sequence = reader.ReadSequence();
        ReadOnlyMemory<byte> key = default, name = default, serial = default;
        if (sequence.NextIs(DerTags.Context(0)))
        {
            key = sequence.ReadOctetString(DerTags.Context(0));
        }

        if (sequence.NextIs(DerTags.Context(1)))
        {
            DerReader names = sequence.ReadSequence(DerTags.ContextConstructed(1));
            name = DirectoryNames.ReadFirst(ref names);
        }

        if (sequence.NextIs(DerTags.Context(2)))
        {
            serial = sequence.ReadInteger(DerTags.Context(2));
        }

        sequence.End();
        return new AuthorityKeyIdentifier(key, name, serial);
    }
}
