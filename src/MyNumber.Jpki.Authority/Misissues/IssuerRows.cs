using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;
using static MyNumber.Jpki.Certificates.CertificatePurpose;

namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>Faults of an authority: names, key identifiers and keys that do not belong together.</summary>
internal static class IssuerRows
{
    public static IReadOnlyList<Misissue> All { get; } =
    [
        new("key-identifier-of-other-generation", Signature, true)
        {
            Contents = (lab, contents) => contents.Replace(Oids.AuthorityKeyIdentifier, _ => lab.Of(Signature).Of(KeyGeneration.Previous).LeafAuthorityKeyIdentifier()),
        },
        new("issuer-serial-of-other-generation", Signature, true) { Contents = (lab, contents) => contents.Replace(Oids.AuthorityKeyIdentifier, _ => Mixed(lab)) },
        new("key-identifier-of-nobody", Signature, true)
        {
            Contents = (_, contents) => contents.Replace(Oids.AuthorityKeyIdentifier, _ => ExtensionEncoder.AuthorityKeyIdentifier(SHA1.HashData("nobody"u8))),
        },
        new("key-identifier-missing", Signature, true) { Contents = (_, contents) => contents.Remove(Oids.AuthorityKeyIdentifier) },
        new("signed-by-other-generation", Signature, true) { Contents = (lab, contents) => contents with { SignedBy = lab.Of(Signature).Of(KeyGeneration.Previous) } },
        new("signed-by-other-authority", Signature, true) { Contents = (lab, contents) => contents with { SignedBy = lab.Of(UserAuthentication).Current } },
        new("issuer-of-other-purpose", Signature, true) { Contents = (lab, contents) => contents with { Issuer = lab.Of(UserAuthentication).Current.Naming.Name.Encoded } },
        new("issuer-of-other-lab", Signature, true) { Contents = (_, contents) => contents with { Issuer = AuthorityNaming.Lab(Signature, "Another Lab").Name.Encoded } },
        new("issuer-as-printable-string", Signature, true) { Contents = (lab, contents) => contents with { Issuer = Printable(lab.Of(Signature).Current.Naming.Name) } },
        new("signature-damaged", Signature, true) { Contents = (_, contents) => contents with { Spoil = encoded => [.. encoded[..^1], (byte)(encoded[^1] ^ 1)] } },
        new("signature-sha1", Signature, true) { Contents = (_, contents) => contents with { SignatureAlgorithm = Oids.Sha1WithRsa } },
    ];

    /// <summary>The right key identifier with the serial of the generation before.</summary>
    private static EncodedExtension Mixed(LabAuthority lab)
    {
        CertificationAuthority authority = lab.Of(Signature);
        return ExtensionEncoder.AuthorityKeyIdentifier(authority.Current.KeyIdentifier, authority.Current.Naming.Name.Encoded, authority.Of(KeyGeneration.Previous).SerialNumber);
    }

    /// <summary>The same text in another encoding: equal by RFC 5280 §7.1, and not the same name as DER.</summary>
    private static byte[] Printable(LabName name)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (NameAttribute attribute in name.Attributes)
            {
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(attribute.Type);
                    writer.WriteCharacterString(UniversalTagNumber.PrintableString, attribute.Value);
                }
            }
        }

        return writer.Encode();
    }
}
