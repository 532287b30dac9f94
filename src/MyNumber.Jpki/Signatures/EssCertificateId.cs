using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Signatures;

/// <summary>The first certificate that signing-certificate (RFC 2634 §5.4) or signing-certificate-v2 (RFC 5035 §3) names: the signer's own.</summary>
internal sealed class EssCertificateId
{
    public const string VersionOne = "1.2.840.113549.1.9.16.2.12";
    public const string VersionTwo = "1.2.840.113549.1.9.16.2.47";

    private const int Most = 32;
    private const int Sha1Length = 20;

    /// <summary>OID of the hash.</summary>
    public required string HashAlgorithm { get; init; }

    public required ReadOnlyMemory<byte> Hash { get; init; }

    /// <summary>The issuer's Name; empty when issuerSerial is absent.</summary>
    public ReadOnlyMemory<byte> Issuer { get; init; }

    public ReadOnlyMemory<byte> SerialNumber { get; init; }

    /// <summary>Reads the one value of the attribute. A written-out SHA-256, which DER leaves out, is read too: software in use writes it, and the attribute is signed as it stands.</summary>
    public static EssCertificateId Read(ref DerReader values, string type)
    {
        DerReader attribute = values.ReadSequence();
        values.End();
        DerReader identifiers = attribute.ReadSequence();
        if (attribute.HasData)
        {
            attribute.ReadSequence(); // policies carry no decision
        }

        attribute.End();
        EssCertificateId first = ReadOne(ref identifiers, type == VersionTwo);
        for (int count = 1; identifiers.HasData; count++)
        {
            Require(count < Most);
            ReadOne(ref identifiers, type == VersionTwo);
        }

        return first;
    }

    /// <summary>Whether this is the signer's certificate; <see langword="null"/> when the hash is of an algorithm that is not accepted.</summary>
    public bool? Names(ReadOnlySpan<byte> certificate, ReadOnlySpan<byte> issuer, ReadOnlySpan<byte> serial)
    {
        if (DigestAlgorithm.Find(HashAlgorithm) is not { } digest)
        {
            return HashAlgorithm == Oids.Sha1 ? NamesOld(certificate) && HasNumber(issuer, serial) : null;
        }

        return digest.Hash(certificate).AsSpan().SequenceEqual(Hash.Span) && HasNumber(issuer, serial);
    }

    // Version 1 knows SHA-1 only; it is compared because it is there, and never counts as the binding that a policy asks for.
    private bool NamesOld(ReadOnlySpan<byte> certificate) => SHA1.HashData(certificate).AsSpan().SequenceEqual(Hash.Span);

    private bool HasNumber(ReadOnlySpan<byte> issuer, ReadOnlySpan<byte> serial) =>
        Issuer.IsEmpty || (Issuer.Span.SequenceEqual(issuer) && SerialNumber.Span.SequenceEqual(serial));

    private static EssCertificateId ReadOne(ref DerReader identifiers, bool second)
    {
        DerReader identifier = identifiers.ReadSequence();
        string algorithm = second ? Oids.Sha256 : Oids.Sha1;
        if (second && identifier.NextIs(Asn1Tag.Sequence))
        {
            CmsAlgorithm named = CmsAlgorithm.Read(ref identifier);
            Require(!named.HasForeignParameters && named.Oid != Oids.Sha1);
            algorithm = named.Oid;
        }

        ReadOnlyMemory<byte> hash = identifier.ReadOctetString(), issuer = default, serial = default;
        Require(DigestAlgorithm.Find(algorithm) is { } digest ? hash.Length == digest.Size : algorithm != Oids.Sha1 || hash.Length == Sha1Length);
        if (identifier.HasData)
        {
            DerReader issuerSerial = identifier.ReadSequence();
            DerReader names = issuerSerial.ReadSequence();
            serial = issuerSerial.ReadInteger();
            issuerSerial.End();
            DerReader name = names.ReadSequence(DerTags.ContextConstructed(4));
            names.End();
            issuer = name.ReadEncoded();
            name.End();
        }

        identifier.End();
        return new EssCertificateId { HashAlgorithm = algorithm, Hash = hash, Issuer = issuer, SerialNumber = serial };
    }
}
