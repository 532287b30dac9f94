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
        Require(signedData.ReadSmallInteger() is 1 or 3 or 4 or 5);
        signedData.ReadSet(); // digestAlgorithms: a hint for readers in one pass
        string contentType = ReadContent(ref signedData, out ReadOnlyMemory<byte>? content);
        List<ReadOnlyMemory<byte>> certificates = ReadCertificates(ref signedData);
        if (signedData.NextIs(DerTags.Context(1)))
        {
            signedData.ReadSequence(DerTags.ContextConstructed(1)); // crls: status comes from the verifier's own source
        }

        DerReader signers = signedData.ReadSet();
        signedData.End();
        reason = VerificationReason.SignerNotFound;
        if (!signers.HasData)
        {
            return null;
        }

        SignerFields signer = SignerFields.Read(ref signers);
        if (signers.HasData)
        {
            return null;
        }

        // RFC 5652 §5.3: attributes are needed unless the content is id-data, and they repeat the content's type.
        Require(signer.Attributes is null ? contentType == Oids.Data : signer.Attributes.ContentType == contentType);
        reason = VerificationReason.None;
        return new CmsSignedDocument(der, contentType, content, certificates, signer);
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

    private static List<ReadOnlyMemory<byte>> ReadCertificates(ref DerReader signedData)
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
            if (certificate)
            {
                certificates.Add(encoded);
            }
        }

        return certificates;
    }
}
