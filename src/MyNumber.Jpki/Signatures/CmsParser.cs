using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Signatures;

/// <summary>Reads ContentInfo and SignedData (RFC 5652 §3 and §5.1), DER throughout.</summary>
internal static class CmsParser
{
    /// <summary>Reads the document; <paramref name="reason"/> tells why not.</summary>
    public static CmsSignedDocument? Parse(ReadOnlyMemory<byte> der, out VerificationReason reason)
    {
        try
        {
            return Read(der, out reason);
        }
        catch (AsnContentException)
        {
            reason = VerificationReason.DocumentMalformed;
            return null;
        }
    }

    private static CmsSignedDocument? Read(ReadOnlyMemory<byte> der, out VerificationReason reason)
    {
        DerReader signedData = OpenSignedData(der);
        int version = signedData.ReadSmallInteger();
        Require(version is 1 or 3 or 4 or 5);
        SignedDataParts parts = new() { Version = version };
        ReadDigestAlgorithms(ref signedData, parts);
        DerReader look = signedData;
        parts.EncapsulatedContent = look.ReadEncoded();
        string contentType = ReadContent(ref signedData, out ReadOnlyMemory<byte>? content);
        List<ReadOnlyMemory<byte>> certificates = ReadCertificates(ref signedData, parts);
        if (signedData.NextIs(DerTags.Context(1)))
        {
            parts.Lists = signedData.ReadEncoded(); // status comes from the verifier's own source
        }

        DerReader set = signedData.ReadSet();
        signedData.End();
        List<SignerFields> signers = ReadSigners(ref set, contentType);
        reason = signers.Count == 0 ? VerificationReason.SignerNotFound : VerificationReason.None;
        return signers.Count == 0 ? null : new CmsSignedDocument(der, contentType, content, certificates, signers, parts);
    }

    private static List<SignerFields> ReadSigners(ref DerReader set, string contentType)
    {
        List<SignerFields> signers = new(1);
        while (set.HasData)
        {
            Require(signers.Count < CmsSignedDocument.MaximumSigners);
            SignerFields signer = SignerFields.Read(ref set);

            // RFC 5652 §5.3: attributes are needed unless the content is id-data, and they repeat the content's type.
            Require(signer.Attributes is null ? contentType == Oids.Data : signer.Attributes.ContentType == contentType);
            signers.Add(signer);
        }

        return signers;
    }

    // A hint for readers in one pass; kept so that a document can be written again.
    private static void ReadDigestAlgorithms(ref DerReader signedData, SignedDataParts parts)
    {
        DerReader algorithms = signedData.ReadSet();
        while (algorithms.HasData)
        {
            Require(parts.DigestAlgorithms.Count < CmsSignedDocument.MaximumSigners);
            parts.DigestAlgorithms.Add(algorithms.ReadEncoded());
        }
    }

    private static DerReader OpenSignedData(ReadOnlyMemory<byte> der)
    {
        DerReader file = new(der);
        DerReader info = file.ReadSequence();
        file.End();
        Require(info.ReadOid() == Oids.SignedData);
        DerReader wrapper = info.ReadSequence(DerTags.ContextConstructed(0));
        info.End();
        DerReader signedData = wrapper.ReadSequence();
        wrapper.End();
        return signedData;
    }

    private static string ReadContent(ref DerReader signedData, out ReadOnlyMemory<byte>? content)
    {
        content = null;
        DerReader info = signedData.ReadSequence();
        string type = info.ReadOid();
        if (info.HasData)
        {
            DerReader wrapper = info.ReadSequence(DerTags.ContextConstructed(0));
            content = wrapper.ReadOctetString();
            wrapper.End();
        }

        info.End();
        return type;
    }

    private static List<ReadOnlyMemory<byte>> ReadCertificates(ref DerReader signedData, SignedDataParts parts)
    {
        List<ReadOnlyMemory<byte>> certificates = new(1);
        if (!signedData.NextIs(DerTags.Context(0)))
        {
            return certificates;
        }

        DerReader set = signedData.ReadSequence(DerTags.ContextConstructed(0));
        int count = 0;
        while (set.HasData)
        {
            Require(++count <= CmsSignedDocument.MaximumCertificates);
            bool certificate = set.NextIs(Asn1Tag.Sequence);
            ReadOnlyMemory<byte> encoded = set.ReadEncoded();
            parts.Certificates.Add(encoded);
            if (certificate)
            {
                certificates.Add(encoded);
            }
        }

        return certificates;
    }
}
