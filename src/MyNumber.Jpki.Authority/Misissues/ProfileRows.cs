using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using static MyNumber.Jpki.Certificates.CertificatePurpose;

namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>Usage, policies, constraints and extensions that differ from the profile.</summary>
internal static class ProfileRows
{
    private const string ServerAuth = "1.3.6.1.5.5.7.3.1";

    public static IReadOnlyList<Misissue> All { get; } =
    [
        new("purpose-of-servers", UserAuthentication, true) { Template = template => template with { ExtendedKeyUsages = [ServerAuth] } },
        new("purpose-any", UserAuthentication, true) { Template = template => template with { ExtendedKeyUsages = [Oids.ClientAuth, Oids.AnyExtendedKeyUsage] } },
        new("purpose-of-responders", UserAuthentication, true) { Template = template => template with { ExtendedKeyUsages = [Oids.ClientAuth, Oids.OcspSigning] } },
        new("purposes-critical-and-more", UserAuthentication, true)
        {
            Template = template => template with { ExtendedKeyUsages = [Oids.ClientAuth, ServerAuth] },
            Contents = (_, contents) => contents.Replace(Oids.ExtendedKeyUsage, extension => extension with { Critical = true }),
        },
        new("key-usage-of-encipherment", UserAuthentication, true) { Template = template => template with { KeyUsage = X509KeyUsageFlags.KeyEncipherment } },
        new("key-usage-without-non-repudiation", Signature, true) { Template = template => template with { KeyUsage = X509KeyUsageFlags.DigitalSignature } },
        new("key-usage-of-authorities", Signature, true) { Template = template => template with { KeyUsage = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature } },
        new("key-usage-not-critical", Signature, true) { Contents = (_, contents) => contents.Replace(Oids.KeyUsage, extension => extension with { Critical = false }) },
        new("key-usage-missing", Signature, true) { Contents = (_, contents) => contents.Remove(Oids.KeyUsage) },
        new("policy-missing", Signature, true) { Contents = (_, contents) => contents.Remove(Oids.CertificatePolicies) },
        new("policy-of-nobody", Signature, true) { Template = template => template with { PolicyOid = "2.25.122616376366132785320021255224901279248.77" } },
        new("policy-of-test-environment", Signature, true) { Template = template => template with { PolicyOid = Oids.PolicySignatureCardTest } },
        new("policy-any", Signature, true) { Template = template => template with { PolicyOid = Oids.AnyPolicy } },
        new("policy-of-other-purpose", Signature, true) { Template = template => template with { PolicyOid = Oids.PolicyUserAuthenticationCard } },
        new("policy-not-critical", Signature, true) { Contents = (_, contents) => contents.Replace(Oids.CertificatePolicies, extension => extension with { Critical = false }) },
        new("policies-two", Signature, true) { Contents = (_, contents) => contents.Replace(Oids.CertificatePolicies, _ => TwoPolicies()) },
        new("unknown-critical-extension", Signature, true) { Contents = (_, contents) => contents.Add(Changes.UnknownExtension(critical: true)) },
        new("authority-as-leaf", Signature, true) { Contents = (_, contents) => contents.Add(ExtensionEncoder.BasicConstraintsOfAuthority()) },
        new("basic-constraints-present", Signature, true) { Contents = (_, contents) => contents.Add(EmptyBasicConstraints()) },
        new("version-one", UserAuthentication, true) { Contents = (_, contents) => contents with { Version = 1 } },
        new("version-two", UserAuthentication, true) { Contents = (_, contents) => contents with { Version = 2 } },
        new("extension-twice", UserAuthentication, true) { Contents = (_, contents) => contents.Add(contents.Extensions[^1]) },
    ];

    private static EncodedExtension EmptyBasicConstraints() => ExtensionEncoder.Make(Oids.BasicConstraints, true, writer => writer.PushSequence().Dispose());

    private static EncodedExtension TwoPolicies() => ExtensionEncoder.Make(Oids.CertificatePolicies, true, writer =>
    {
        using (writer.PushSequence())
        {
            foreach (string policy in new[] { Oids.PolicySignatureCard, Oids.PolicySignatureCardTest })
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(policy);
                }
            }
        }
    });
}
