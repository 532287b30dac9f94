using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Chains.Names;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>Reads extensions of certificates of any hierarchy. One that is critical and stands in no row here is remembered as not recognised.</summary>
internal static class ChainExtensionReader
{
    private const int MostExtensions = 32, MostPolicies = 256;

    /// <exception cref="AsnContentException">An extension that is read here is not well formed, or one stands twice.</exception>
    public static ChainExtensions Read(ref DerReader tbs)
    {
        ChainExtensions fields = new();
        if (!tbs.HasData)
        {
            return fields;
        }

        DerReader wrapper = tbs.ReadSequence(DerTags.ContextConstructed(3));
        DerReader list = wrapper.ReadSequence();
        wrapper.End();
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (list.HasData)
        {
            DerExtension extension = DerExtension.Read(ref list);
            DerReader.Require(seen.Add(extension.Oid) && seen.Count <= MostExtensions);
            DerReader value = new(extension.Value);
            if (TryReadUsage(extension, ref value, fields) || TryReadPolicies(extension.Oid, ref value, fields) || TryReadNames(extension.Oid, ref value, fields))
            {
                value.End();
                continue;
            }

            fields.HasUnrecognisedCritical |= extension.IsCritical;
        }

        return fields;
    }

    private static bool TryReadUsage(scoped DerExtension extension, ref DerReader value, ChainExtensions fields)
    {
        switch (extension.Oid)
        {
            case Oids.KeyUsage:
                fields.KeyUsage = ExtensionValues.ReadKeyUsage(ref value);
                return true;
            case Oids.ExtendedKeyUsage:
                fields.Purposes = ExtensionValues.ReadObjectIdentifiers(ref value);
                fields.ArePurposesCritical = extension.IsCritical;
                return true;
            case Oids.BasicConstraints:
                DerReader constraints = value.ReadSequence();
                fields.IsAuthority = constraints.NextIs(Asn1Tag.Boolean) && constraints.ReadBoolean();
                fields.PathLength = constraints.HasData ? ReadCount(ref constraints) : null;
                constraints.End();
                return true;
            case Oids.AuthorityKeyIdentifier:
                fields.AuthorityKeyIdentifier = ExtensionValues.ReadAuthorityKeyIdentifier(ref value).KeyIdentifier;
                return true;
            case Oids.SubjectKeyIdentifier:
                fields.SubjectKeyIdentifier = value.ReadOctetString();
                return true;
            default:
                return false;
        }
    }

    private static bool TryReadNames(string oid, ref DerReader value, ChainExtensions fields)
    {
        switch (oid)
        {
            case Oids.SubjectAltName:
                DerReader names = value.ReadSequence();
                fields.AlternativeNames = GeneralName.ReadAll(ref names);
                return true;
            case Oids.NameConstraints:
                DerReader trees = value.ReadSequence();
                DerReader.Require(trees.HasData); // RFC 5280 §4.2.1.10: never empty
                fields.Permitted = NameSubtree.ReadAll(ref trees, 0);
                fields.Excluded = NameSubtree.ReadAll(ref trees, 1);
                trees.End();
                return true;
            case Oids.CrlDistributionPoints:
                fields.DistributionPoints = DistributionPoint.ReadAll(ref value);
                return true;
            default:
                return false;
        }
    }

    private static bool TryReadPolicies(string oid, ref DerReader value, ChainExtensions fields)
    {
        switch (oid)
        {
            case Oids.CertificatePolicies:
                fields.Policies = ReadPolicies(ref value);
                return true;
            case Oids.PolicyMappings:
                fields.Mappings = ReadMappings(ref value);
                return true;
            case Oids.PolicyConstraints:
                DerReader constraints = value.ReadSequence();
                fields.RequireExplicitPolicy = constraints.NextIs(DerTags.Context(0)) ? ReadCount(ref constraints, DerTags.Context(0)) : null;
                fields.InhibitPolicyMapping = constraints.NextIs(DerTags.Context(1)) ? ReadCount(ref constraints, DerTags.Context(1)) : null;
                constraints.End();
                return true;
            case Oids.InhibitAnyPolicy:
                fields.InhibitAnyPolicy = ReadCount(ref value);
                return true;
            default:
                return false;
        }
    }

    private static List<string> ReadPolicies(ref DerReader value)
    {
        List<string> policies = ExtensionValues.ReadPolicies(ref value);
        DerReader.Require(policies.Count is > 0 and <= MostPolicies);
        DerReader.Require(new HashSet<string>(policies, StringComparer.Ordinal).Count == policies.Count); // RFC 5280 §4.2.1.4: none twice
        return policies;
    }

    private static List<PolicyMapping> ReadMappings(ref DerReader value)
    {
        List<PolicyMapping> mappings = [];
        DerReader list = value.ReadSequence();
        while (list.HasData)
        {
            DerReader pair = list.ReadSequence();
            mappings.Add(new PolicyMapping(pair.ReadOid(), pair.ReadOid()));
            pair.End();
            DerReader.Require(mappings.Count <= MostPolicies);
        }

        DerReader.Require(mappings.Count != 0);
        return mappings;
    }

    // INTEGER (0..MAX); a number past every possible path is as good as no limit.
    private static int ReadCount(ref DerReader reader, Asn1Tag? tag = null)
    {
        ReadOnlySpan<byte> number = reader.ReadInteger(tag).Span;
        DerReader.Require(number[0] < 0x80);
        return number.Length == 1 ? number[0] : number.Length == 2 ? (number[0] << 8) | number[1] : int.MaxValue;
    }
}
