using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Authority.Asn1;

/// <summary>The extensions of JPKI's profile, one method each, in the nesting of the project research notes §1.8.</summary>
internal static class ExtensionEncoder
{
    private static readonly Asn1Tag DirectoryName = new(TagClass.ContextSpecific, 4, isConstructed: true);

    internal static EncodedExtension KeyUsage(X509KeyUsageFlags usage)
    {
        byte bits = (byte)((int)usage & 0xFF);
        return Make(Oids.KeyUsage, true, writer => writer.WriteBitString([bits], BitOperations.TrailingZeroCount(bits)));
    }

    internal static EncodedExtension ExtendedKeyUsage(IEnumerable<string> usages) => Make(Oids.ExtendedKeyUsage, false, writer =>
    {
        using (writer.PushSequence())
        {
            foreach (string usage in usages)
            {
                writer.WriteObjectIdentifier(usage);
            }
        }
    });

    internal static EncodedExtension BasicConstraintsOfAuthority() => Make(Oids.BasicConstraints, true, writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteBoolean(true);
        }
    });

    internal static EncodedExtension Policies(string policy, string cpsUri) => Make(Oids.CertificatePolicies, true, writer =>
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(policy);
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.CpsQualifier);
                writer.WriteCharacterString(UniversalTagNumber.IA5String, cpsUri);
            }
        }
    });

    internal static EncodedExtension AlternativeName(string oid, ReadOnlyMemory<byte> name) => Make(oid, false, writer =>
    {
        using (writer.PushSequence())
        {
            WriteDirectoryName(writer, name.Span);
        }
    });

    internal static EncodedExtension DistributionPoint(ReadOnlyMemory<byte> name) => Make(Oids.CrlDistributionPoints, false, writer =>
    {
        using (writer.PushSequence())
        {
            WriteDistributionPoint(writer, name);
        }
    });

    internal static EncodedExtension IssuingDistributionPoint(ReadOnlyMemory<byte> name) =>
        Make(Oids.IssuingDistributionPoint, true, writer => WriteDistributionPoint(writer, name));

    internal static EncodedExtension OcspAddress(Uri address) => Make(Oids.AuthorityInfoAccess, false, writer =>
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.Ocsp);
            writer.WriteCharacterString(UniversalTagNumber.IA5String, address.OriginalString, new Asn1Tag(TagClass.ContextSpecific, 6));
        }
    });

    internal static EncodedExtension AuthorityKeyIdentifier(ReadOnlyMemory<byte> keyIdentifier, ReadOnlyMemory<byte> issuer, uint serial) =>
        Make(Oids.AuthorityKeyIdentifier, false, writer =>
        {
            using (writer.PushSequence())
            {
                writer.WriteOctetString(keyIdentifier.Span, new Asn1Tag(TagClass.ContextSpecific, 0));
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
                {
                    WriteDirectoryName(writer, issuer.Span);
                }

                writer.WriteInteger(serial, new Asn1Tag(TagClass.ContextSpecific, 2));
            }
        });

    internal static EncodedExtension AuthorityKeyIdentifier(ReadOnlyMemory<byte> keyIdentifier) => Make(Oids.AuthorityKeyIdentifier, false, writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteOctetString(keyIdentifier.Span, new Asn1Tag(TagClass.ContextSpecific, 0));
        }
    });

    internal static EncodedExtension SubjectKeyIdentifier(ReadOnlyMemory<byte> keyIdentifier) =>
        Make(Oids.SubjectKeyIdentifier, false, writer => writer.WriteOctetString(keyIdentifier.Span));

    internal static EncodedExtension OcspNoCheck() => Make(Oids.OcspNoCheck, false, writer => writer.WriteNull());

    internal static EncodedExtension Make(string oid, bool critical, Action<AsnWriter> write)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        write(writer);
        return new EncodedExtension(oid, critical, writer.Encode());
    }

    /// <summary>SEQUENCE OF Extension.</summary>
    internal static void WriteAll(AsnWriter writer, IEnumerable<EncodedExtension> extensions)
    {
        using (writer.PushSequence())
        {
            foreach (EncodedExtension extension in extensions)
            {
                Write(writer, extension);
            }
        }
    }

    internal static void Write(AsnWriter writer, EncodedExtension extension)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(extension.Oid);
            if (extension.Critical)
            {
                writer.WriteBoolean(true);
            }

            writer.WriteOctetString(extension.Value.Span);
        }
    }

    private static void WriteDistributionPoint(AsnWriter writer, ReadOnlyMemory<byte> name)
    {
        Asn1Tag zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
        using (writer.PushSequence())
        using (writer.PushSequence(zero))
        using (writer.PushSequence(zero))
        {
            WriteDirectoryName(writer, name.Span);
        }
    }

    private static void WriteDirectoryName(AsnWriter writer, ReadOnlySpan<byte> name)
    {
        using (writer.PushSequence(DirectoryName))
        {
            writer.WriteEncodedValue(name);
        }
    }
}
