using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>The extensions of a leaf in the order that cards show (project research notes on JPKI, §1.3 and §1.4).</summary>
internal static class LeafProfile
{
    internal static List<EncodedExtension> Extensions(
        CertificateTemplate template, AuthorityGeneration issuer, CardIssuance request, Municipality partition, ReadOnlyMemory<byte> subjectKey, Uri ocspAddress)
    {
        List<EncodedExtension> extensions = [ExtensionEncoder.KeyUsage(template.KeyUsage)];
        if (template.ExtendedKeyUsages.Count > 0)
        {
            extensions.Add(ExtensionEncoder.ExtendedKeyUsage(template.ExtendedKeyUsages));
        }

        if (template.Purpose == CertificatePurpose.Signature)
        {
            extensions.Add(PersonalAttributeEncoder.SubjectAltName(request.Holder));
        }

        extensions.Add(ExtensionEncoder.Policies(template.PolicyOid, template.CpsUri));
        extensions.Add(ExtensionEncoder.AlternativeName(Oids.IssuerAltName, issuer.Naming.AlternativeName.Encoded));
        extensions.Add(ExtensionEncoder.DistributionPoint(issuer.Naming.DistributionPoint(partition).Encoded));
        if (template.NamesOcspResponder)
        {
            extensions.Add(ExtensionEncoder.OcspAddress(ocspAddress));
        }

        extensions.Add(issuer.LeafAuthorityKeyIdentifier());
        extensions.Add(ExtensionEncoder.SubjectKeyIdentifier(SubjectPublicKey.KeyIdentifier(subjectKey)));
        return extensions;
    }
}
