using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>CertID (RFC 6960 §4.1.1). Generations of an authority share their name, so only the key hash tells them apart.</summary>
internal sealed class OcspCertId
{
    private OcspCertId(string hashAlgorithm, ReadOnlyMemory<byte> nameHash, ReadOnlyMemory<byte> keyHash, ReadOnlyMemory<byte> serialNumber)
    {
        HashAlgorithm = hashAlgorithm;
        NameHash = nameHash;
        KeyHash = keyHash;
        SerialNumber = serialNumber;
    }

    public string HashAlgorithm { get; }

    public ReadOnlyMemory<byte> NameHash { get; }

    public ReadOnlyMemory<byte> KeyHash { get; }

    public ReadOnlyMemory<byte> SerialNumber { get; }

    public static OcspCertId For(JpkiCertificate certificate, JpkiCertificate issuer, OcspCertIdHash hash) =>
        For(certificate.SerialNumber, issuer.SubjectName.Span, issuer.Fields.PublicKey.KeyBits.Span, hash == OcspCertIdHash.Sha1 ? Oids.Sha1 : Oids.Sha256);

    public static OcspCertId Read(ref DerReader reader)
    {
        DerReader id = reader.ReadSequence();
        string oid = AlgorithmIdentifiers.Read(ref id);
        OcspCertId read = new(oid, id.ReadOctetString(), id.ReadOctetString(), id.ReadInteger());
        id.End();
        return read;
    }

    /// <summary>Whether serial, issuer name and issuer key are all those of the certificate.</summary>
    public bool Names(JpkiCertificate certificate, JpkiCertificate issuer)
    {
        if (!SerialNumber.Span.SequenceEqual(certificate.SerialNumber.Span) || HashAlgorithm is not (Oids.Sha1 or Oids.Sha256))
        {
            return false;
        }

        OcspCertId expected = For(SerialNumber, issuer.SubjectName.Span, issuer.Fields.PublicKey.KeyBits.Span, HashAlgorithm);
        return NameHash.Span.SequenceEqual(expected.NameHash.Span) && KeyHash.Span.SequenceEqual(expected.KeyHash.Span);
    }

    public void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(HashAlgorithm);
                writer.WriteNull();
            }

            writer.WriteOctetString(NameHash.Span);
            writer.WriteOctetString(KeyHash.Span);
            writer.WriteInteger(SerialNumber.Span);
        }
    }

    private static OcspCertId For(ReadOnlyMemory<byte> serial, ReadOnlySpan<byte> issuerName, ReadOnlySpan<byte> issuerKeyBits, string hash) =>
        hash == Oids.Sha1
            ? new OcspCertId(hash, SHA1.HashData(issuerName), SHA1.HashData(issuerKeyBits), serial)
            : new OcspCertId(hash, SHA256.HashData(issuerName), SHA256.HashData(issuerKeyBits), serial);
}
