using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Certificates;

/// <summary>Reads the extensions that JPKI uses; others are kept by name when critical and passed over when not (RFC 5280 §4.2).</summary>
internal static class ExtensionParser
{
    private const int MostExtensions = 32;

    public static ExtensionFields Read(ref DerReader tbs, ref CertificatePart part)
    {
        ExtensionFields fields = new();
        part = CertificatePart.Extensions;
        if (!tbs.HasData)
        {
            return fields;
        }

        DerReader wrapper = tbs.ReadSequence(DerTags.ContextConstructed(3));
        DerReader list = wrapper.ReadSequence();
        wrapper.End();
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> unrecognised = [];
        while (list.HasData)
        {
            part = CertificatePart.Extensions;
            DerReader extension = list.ReadSequence();
            string oid = extension.ReadOid();
            bool critical = extension.NextIs(Asn1Tag.Boolean) && ReadCritical(ref extension);
            ReadOnlyMemory<byte> value = extension.ReadOctetString();
            extension.End();
            if (!seen.Add(oid) || seen.Count > MostExtensions)
            {
                throw new AsnContentException();
            }

            if (!ReadKnown(oid, critical, value, fields, ref part) && critical)
            {
                unrecognised.Add(oid);
            }
        }

        fields.UnrecognisedCritical = unrecognised;
        return fields;
    }

    private static bool ReadCritical(ref DerReader extension) =>
        extension.ReadBoolean() ? true : throw new AsnContentException(); // DER leaves the default FALSE out

    private static bool ReadKnown(string oid, bool critical, ReadOnlyMemory<byte> value, ExtensionFields fields, ref CertificatePart part)
    {
        DerReader reader = new(value);
        switch (oid)
        {
            case Oids.KeyUsage:
                part = CertificatePart.Usage;
                fields.KeyUsage = ReadKeyUsage(ref reader);
                break;
            case Oids.ExtendedKeyUsage:
                part = CertificatePart.Usage;
                fields.ExtendedKeyUsages = ReadOids(ref reader);
                break;
            case Oids.BasicConstraints:
                part = CertificatePart.Usage;
                fields.IsAuthority = ReadBasicConstraints(ref reader);
                break;
            case Oids.CertificatePolicies:
                part = CertificatePart.Policies;
                fields.Policies = ReadPolicies(ref reader);
                fields.ArePoliciesCritical = critical;
                break;
            case Oids.SubjectAltName:
                part = CertificatePart.HolderAttributes;
                fields.Holder = HolderAttributesParser.Read(ref reader);
                break;
            case Oids.CrlDistributionPoints:
                part = CertificatePart.StatusAddresses;
                fields.CrlDistributionPoint = ReadDistributionPoint(ref reader);
                break;
            case Oids.AuthorityInfoAccess:
                part = CertificatePart.StatusAddresses;
                fields.OcspAddress = ReadOcspAddress(ref reader);
                break;
            case Oids.AuthorityKeyIdentifier:
                part = CertificatePart.KeyIdentifiers;
                fields.AuthorityKeyIdentifier = ReadAuthorityKeyIdentifier(ref reader);
                break;
            case Oids.SubjectKeyIdentifier:
                part = CertificatePart.KeyIdentifiers;
                fields.SubjectKeyIdentifier = reader.ReadOctetString();
                break;
            case Oids.OcspNoCheck:
                fields.IsOcspNoCheck = true;
                reader.ReadEncoded();
                break;
            case Oids.IssuerAltName:
                reader.ReadEncoded();
                break;
            default:
                return false;
        }

        reader.End();
        return true;
    }

    private static X509KeyUsageFlags ReadKeyUsage(ref DerReader reader)
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

    private static List<string> ReadOids(ref DerReader reader)
    {
        List<string> oids = [];
        DerReader list = reader.ReadSequence();
        while (list.HasData)
        {
            oids.Add(list.ReadOid());
        }

        return oids;
    }

    private static bool ReadBasicConstraints(ref DerReader reader)
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

    private static List<string> ReadPolicies(ref DerReader reader)
    {
        List<string> policies = [];
        DerReader list = reader.ReadSequence();
        while (list.HasData)
        {
            policies.Add(list.ReadSequence().ReadOid()); // qualifiers carry no decision
        }

        return policies;
    }

    private static ReadOnlyMemory<byte> ReadDistributionPoint(ref DerReader reader)
    {
        DerReader points = reader.ReadSequence();
        DerReader point = points.ReadSequence();
        if (points.HasData || !point.NextIs(DerTags.Context(0)))
        {
            return default;
        }

        return DirectoryNames.ReadDistributionPointName(ref point);
    }

    private static string? ReadOcspAddress(ref DerReader reader)
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

    private static AuthorityKeyIdentifier ReadAuthorityKeyIdentifier(ref DerReader reader)
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
