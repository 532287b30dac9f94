using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MyNumber.Jpki.Tests.Signatures;

/// <summary>SignedData written by hand, so that one thing at a time can be wrong and everything else, the signature too, right.</summary>
internal sealed record HandMadeCms
{
    public const string Data = "1.2.840.113549.1.7.1";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string RsaEncryption = "1.2.840.113549.1.1.1";
    public const string Sha256WithRsa = "1.2.840.113549.1.1.11";
    public const string ContentTypeAttribute = "1.2.840.113549.1.9.3";
    public const string MessageDigestAttribute = "1.2.840.113549.1.9.4";
    public const string SigningTimeAttribute = "1.2.840.113549.1.9.5";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    public required RSA Key { get; init; }

    public required IReadOnlyList<byte[]> Certificates { get; init; }

    public required byte[] Content { get; init; }

    public bool Detached { get; init; }

    public byte[]? SignedContent { get; init; }

    public string ContentType { get; init; } = Data;

    public string SignedContentType { get; init; } = Data;

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public string DigestOid { get; init; } = Sha256;

    public string SignatureOid { get; init; } = RsaEncryption;

    public byte[]? SignatureParameters { get; init; } = [0x05, 0x00];

    public bool ByKeyIdentifier { get; init; }

    public int Signers { get; init; } = 1;

    public int SignerVersion { get; init; } = 1;

    public bool HasAttributes { get; init; } = true;

    public bool SortsAttributes { get; init; } = true;

    public byte[]? SignatureValue { get; init; }

    /// <summary>Changes the list of encoded attributes before it is signed.</summary>
    public Action<List<byte[]>> Attributes { get; init; } = _ => { };

    public byte[] Encode()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                WriteSignedData(writer);
            }
        }

        return writer.Encode();
    }

    public static byte[] Attribute(string oid, Action<AsnWriter> value)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf())
            {
                value(writer);
            }
        }

        return writer.Encode();
    }

    /// <summary>The set of attributes under the tag of SET, over which the signature is made.</summary>
    public byte[] EncodeAttributes()
    {
        byte[] digest = CryptographicOperations.HashData(Hash, SignedContent ?? Content);
        List<byte[]> attributes =
        [
            Attribute(ContentTypeAttribute, w => w.WriteObjectIdentifier(SignedContentType)),
            Attribute(SigningTimeAttribute, w => w.WriteUtcTime(SigningDesk.Now)),
            Attribute(MessageDigestAttribute, w => w.WriteOctetString(digest)),
        ];
        Attributes(attributes);
        if (SortsAttributes)
        {
            attributes.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        }
        else
        {
            attributes.Sort((a, b) => b.AsSpan().SequenceCompareTo(a));
        }

        AsnWriter writer = new(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            attributes.ForEach(a => writer.WriteEncodedValue(a));
        }

        byte[] encoded = writer.Encode();
        encoded[0] = 0x31;
        return encoded;
    }

    private void WriteSignedData(AsnWriter writer)
    {
        writer.WriteInteger(ByKeyIdentifier ? 3 : 1);
        using (writer.PushSetOf())
        {
            WriteAlgorithm(writer, DigestOid, null);
        }

        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(ContentType);
            if (!Detached)
            {
                using (writer.PushSequence(Zero))
                {
                    writer.WriteOctetString(Content);
                }
            }
        }

        if (Certificates.Count != 0)
        {
            using (writer.PushSequence(Zero))
            {
                Certificates.ToList().ForEach(c => writer.WriteEncodedValue(c));
            }
        }

        using (writer.PushSetOf())
        {
            for (int i = 0; i < Signers; i++)
            {
                WriteSigner(writer);
            }
        }
    }

    private void WriteSigner(AsnWriter writer)
    {
        byte[] attributes = EncodeAttributes();
        byte[] signature = SignatureValue ?? Key.SignData(HasAttributes ? attributes : SignedContent ?? Content, Hash, RSASignaturePadding.Pkcs1);
        using X509Certificate2? certificate = Certificates.Count == 0 ? null : X509CertificateLoader.LoadCertificate(Certificates[0]);
        using (writer.PushSequence())
        {
            writer.WriteInteger(ByKeyIdentifier ? 3 : SignerVersion);
            WriteSignerIdentifier(writer, certificate);
            WriteAlgorithm(writer, DigestOid, null);
            if (HasAttributes)
            {
                attributes[0] = 0xA0;
                writer.WriteEncodedValue(attributes);
            }

            WriteAlgorithm(writer, SignatureOid, SignatureParameters);
            writer.WriteOctetString(signature);
        }
    }

    private void WriteSignerIdentifier(AsnWriter writer, X509Certificate2? certificate)
    {
        if (ByKeyIdentifier)
        {
            byte[] identifier = certificate!.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.ToArray();
            writer.WriteOctetString(identifier, new Asn1Tag(TagClass.ContextSpecific, 0));
            return;
        }

        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate?.IssuerName.RawData ?? [0x30, 0x00]);
            writer.WriteInteger(certificate is null ? [0x01] : certificate.SerialNumberBytes.Span);
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, string oid, byte[]? parameters)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (parameters is not null)
            {
                writer.WriteEncodedValue(parameters);
            }
        }
    }
}
