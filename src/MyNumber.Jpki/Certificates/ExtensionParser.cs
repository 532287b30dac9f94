using System.Collections.Frozen;
using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Certificates;

/// <summary>Reads the extensions that JPKI uses, by table; others are kept by name when critical and passed over when not (RFC 5280 §4.2).</summary>
internal static class ExtensionParser
{
    private const int MostExtensions = 32;

    private static readonly FrozenDictionary<string, Row> Known = new Dictionary<string, Row>
    {
        [Oids.KeyUsage] = new(CertificatePart.Usage, (ref reader, fields, critical) =>
        {
            fields.KeyUsage = ExtensionValues.ReadKeyUsage(ref reader);
            fields.IsKeyUsageCritical = critical;
        }),
        [Oids.ExtendedKeyUsage] = new(CertificatePart.Usage, (ref reader, fields, critical) =>
        {
            fields.ExtendedKeyUsages = ExtensionValues.ReadObjectIdentifiers(ref reader);
            fields.AreExtendedKeyUsagesCritical = critical;
        }),
        [Oids.BasicConstraints] = new(CertificatePart.Usage, (ref reader, fields, critical) =>
        {
            fields.IsAuthority = ExtensionValues.ReadBasicConstraints(ref reader);
            fields.AreBasicConstraintsCritical = critical;
        }),
        [Oids.CertificatePolicies] = new(CertificatePart.Policies, (ref reader, fields, critical) =>
        {
            fields.Policies = ExtensionValues.ReadPolicies(ref reader);
            fields.ArePoliciesCritical = critical;
        }),
        [Oids.SubjectAltName] = new(CertificatePart.HolderAttributes, (ref reader, fields, _) =>
        {
            fields.Holder = HolderAttributesParser.Read(ref reader);
            fields.HasSubjectAltName = true;
        }),
        [Oids.CrlDistributionPoints] = new(CertificatePart.StatusAddresses, (ref reader, fields, _) => fields.CrlDistributionPoint = ExtensionValues.ReadDistributionPoint(ref reader)),
        [Oids.AuthorityInfoAccess] = new(CertificatePart.StatusAddresses, (ref reader, fields, _) => fields.OcspAddress = ExtensionValues.ReadOcspAddress(ref reader)),
        [Oids.AuthorityKeyIdentifier] = new(CertificatePart.KeyIdentifiers, (ref reader, fields, _) => fields.AuthorityKeyIdentifier = ExtensionValues.ReadAuthorityKeyIdentifier(ref reader)),
        [Oids.SubjectKeyIdentifier] = new(CertificatePart.KeyIdentifiers, (ref reader, fields, _) => fields.SubjectKeyIdentifier = reader.ReadOctetString()),
        [Oids.OcspNoCheck] = new(CertificatePart.Extensions, (ref reader, fields, _) =>
        {
            reader.ReadNull();
            fields.IsOcspNoCheck = true;
        }),
        [Oids.IssuerAltName] = new(CertificatePart.Extensions, (ref reader, _, _) => reader.ReadEncoded()),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private delegate void ReadValue(ref DerReader reader, ExtensionFields fields, bool isCritical);

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
            DerExtension extension = DerExtension.Read(ref list);
            if (!seen.Add(extension.Oid) || seen.Count > MostExtensions)
            {
                throw new AsnContentException();
            }

            if (!TryReadKnown(extension, fields, ref part) && extension.IsCritical)
            {
                unrecognised.Add(extension.Oid);
            }
        }

        fields.UnrecognisedCritical = unrecognised;
        return fields;
    }

    private static bool TryReadKnown(DerExtension extension, ExtensionFields fields, ref CertificatePart part)
    {
        if (!Known.TryGetValue(extension.Oid, out Row row))
        {
            return false;
        }

        part = row.Part;
        DerReader reader = new(extension.Value);
        row.Read(ref reader, fields, extension.IsCritical);
        reader.End();
        return true;
    }

    private readonly record struct Row(CertificatePart Part, ReadValue Read);
}
