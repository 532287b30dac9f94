using System.Formats.Asn1;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Authority.Asn1;

/// <summary>An RSA key that signs the three structures of an authority: sha256WithRSAEncryption, one signature at a time, even when several of these share one RSA object.</summary>
internal sealed class SigningKey
{
    private static readonly ConditionalWeakTable<RSA, Lock> Gates = [];

    private readonly Lock _gate;
    private readonly RSA _key;

    internal SigningKey(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key;
        _gate = Gates.GetValue(key, _ => new Lock());
        PublicKey = key.ExportSubjectPublicKeyInfo();
        KeyIdentifier = SubjectPublicKey.KeyIdentifier(PublicKey);
    }

    internal byte[] PublicKey { get; }

    /// <summary>SHA-1 of the subjectPublicKey's bits: RFC 5280 §4.2.1.2 method 1, and OCSP's SHA-1 issuerKeyHash.</summary>
    internal byte[] KeyIdentifier { get; }

    internal byte[] Sign(byte[] tbs, string algorithm = Oids.Sha256WithRsa)
    {
        HashAlgorithmName hash = algorithm == Oids.Sha1WithRsa ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        lock (_gate)
        {
            return _key.SignData(tbs, hash, RSASignaturePadding.Pkcs1);
        }
    }

    /// <summary>SEQUENCE { tbs, AlgorithmIdentifier, BIT STRING }, the shape of certificate and CRL.</summary>
    internal byte[] Envelope(byte[] tbs, string algorithm = Oids.Sha256WithRsa)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(tbs);
            WriteAlgorithm(writer, algorithm);
            writer.WriteBitString(Sign(tbs, algorithm));
        }

        return writer.Encode();
    }

    /// <summary>AlgorithmIdentifier with NULL parameters.</summary>
    internal static void WriteAlgorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            writer.WriteNull();
        }
    }
}
