using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures.Cms;

/// <summary>Writes ContentInfo with SignedData (RFC 5652 §3, §5.1) in DER from pieces that are encoded already.</summary>
internal sealed class SignedDataWriter
{
    private const int Plain = 1;
    private const int WithKeyIdentifierOrOtherContent = 3;

    private readonly List<ReadOnlyMemory<byte>> _digests = [];
    private readonly List<ReadOnlyMemory<byte>> _certificates = [];
    private readonly List<ReadOnlyMemory<byte>> _signers = [];
    private readonly ReadOnlyMemory<byte> _content;
    private readonly ReadOnlyMemory<byte> _lists;
    private int _version;

    private SignedDataWriter(ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> lists, int version)
    {
        _content = content;
        _lists = lists;
        _version = version;
    }

    public int CertificateCount => _certificates.Count;

    /// <summary>A document without signers.</summary>
    public static SignedDataWriter Create(string contentType, ReadOnlyMemory<byte>? content)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(contentType);
            if (content is { } attached)
            {
                using (writer.PushSequence(DerTags.ContextConstructed(0)))
                {
                    writer.WriteOctetString(attached.Span);
                }
            }
        }

        return new SignedDataWriter(writer.Encode(), default, contentType == Oids.Data ? Plain : WithKeyIdentifierOrOtherContent);
    }

    /// <summary>All of a document but its signers.</summary>
    public static SignedDataWriter From(CmsSignedDocument document)
    {
        SignedDataParts parts = document.Parts;
        SignedDataWriter writer = new(parts.EncapsulatedContent, parts.Lists, parts.Version);
        writer._digests.AddRange(parts.DigestAlgorithms);
        writer._certificates.AddRange(parts.Certificates);
        return writer;
    }

    public void AddCertificate(ReadOnlyMemory<byte> certificate) => AddOnce(_certificates, certificate);

    public void AddSigner(ReadOnlyMemory<byte> signerInfo, string? digestOid = null, bool namedByKeyIdentifier = false)
    {
        _signers.Add(signerInfo);
        _version = Math.Max(_version, namedByKeyIdentifier ? WithKeyIdentifierOrOtherContent : Plain);
        if (digestOid is not null)
        {
            AsnWriter writer = new(AsnEncodingRules.DER);
            WriteAlgorithm(writer, digestOid);
            AddOnce(_digests, writer.Encode());
        }
    }

    public byte[] Encode()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.SignedData);
            using (writer.PushSequence(DerTags.ContextConstructed(0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(_version);
                WriteSet(writer, _digests, Asn1Tag.SetOf);
                writer.WriteEncodedValue(_content.Span);
                if (_certificates.Count != 0)
                {
                    WriteSet(writer, _certificates, DerTags.ContextConstructed(0));
                }

                if (!_lists.IsEmpty)
                {
                    writer.WriteEncodedValue(_lists.Span);
                }

                WriteSet(writer, _signers, Asn1Tag.SetOf);
            }
        }

        return writer.Encode();
    }

    /// <summary>AlgorithmIdentifier without parameters, as SHA-2 digests (RFC 5754 §2) and ECDSA (§3.3) have it.</summary>
    public static void WriteAlgorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
        }
    }

    private static void AddOnce(List<ReadOnlyMemory<byte>> list, ReadOnlyMemory<byte> item)
    {
        if (!list.Exists(known => known.Span.SequenceEqual(item.Span)))
        {
            list.Add(item);
        }
    }

    private static void WriteSet(AsnWriter writer, List<ReadOnlyMemory<byte>> items, Asn1Tag tag)
    {
        using (writer.PushSetOf(tag))
        {
            items.ForEach(item => writer.WriteEncodedValue(item.Span));
        }
    }
}
