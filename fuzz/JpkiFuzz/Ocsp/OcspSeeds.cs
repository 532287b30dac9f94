using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing.Keys;

namespace MyNumber.JpkiFuzz.Ocsp;

/// <summary>One authority, one certificate and right answers about it: good, held, never issued, with nonce, signed by the authority itself and by a delegate.</summary>
internal sealed class OcspSeeds : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 3, 20, 0, TimeSpan.Zero);

    private const string Basic = "1.3.6.1.5.5.7.48.1.1", NonceOid = "1.3.6.1.5.5.7.48.1.2", Sha256 = "2.16.840.1.101.3.4.2.1", Sha256WithRsa = "1.2.840.113549.1.1.11";
    private static readonly X500DistinguishedName Name = new("C=JP, O=Fuzz Lab", X500DistinguishedNameFlags.ForceUTF8Encoding);
    private static readonly byte[] Serial = [0x0A, 0x1B, 0x2C, 0x3D];

    private readonly RSA _authorityKey = LabKeyPool.Load(0);
    private readonly RSA _responderKey = LabKeyPool.Load(4);
    private readonly byte[] _authority, _delegate;

    public OcspSeeds()
    {
        _authority = Issue(Name, _authorityKey, isAuthority: true, [1]);
        _delegate = Issue(new X500DistinguishedName("C=JP, CN=responder"), _responderKey, isAuthority: false, [2]);
        Issuer = Parse(_authority);
        Certificate = Parse(Issue(new X500DistinguishedName("C=JP, CN=leaf"), _responderKey, isAuthority: false, Serial));
        Responses =
        [
            Respond(writer => writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, 0)), byDelegate: true, withNonce: false),
            Respond(writer => writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, 0)), byDelegate: false, withNonce: true),
            Respond(writer => WriteRevoked(writer, Now.AddDays(-3)), byDelegate: true, withNonce: true),
            Respond(writer => WriteRevoked(writer, DateTimeOffset.UnixEpoch), byDelegate: false, withNonce: false),
            Respond(writer => writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, 2)), byDelegate: true, withNonce: false),
        ];
    }

    public static byte[] Nonce { get; } = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public JpkiCertificate Certificate { get; }

    public JpkiCertificate Issuer { get; }

    public byte[][] Responses { get; }

    public void Dispose()
    {
        _authorityKey.Dispose();
        _responderKey.Dispose();
    }

    private static JpkiCertificate Parse(byte[] der) =>
        JpkiCertificate.TryParse(der, out JpkiCertificate? certificate, out _) ? certificate : throw new InvalidOperationException();

    private byte[] Issue(X500DistinguishedName subject, RSA key, bool isAuthority, byte[] serial)
    {
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (isAuthority)
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        }
        else
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.9")], false));
            request.CertificateExtensions.Add(new X509Extension("1.3.6.1.5.5.7.48.1.5", [0x05, 0x00], false));
        }

        X509SignatureGenerator generator = X509SignatureGenerator.CreateForRSA(_authorityKey, RSASignaturePadding.Pkcs1);
        return request.Create(Name, generator, Now.AddYears(-1), Now.AddYears(5), serial).RawData;
    }

    private byte[] Respond(Action<AsnWriter> status, bool byDelegate, bool withNonce)
    {
        byte[] data = EncodeData(status, byDelegate, withNonce);
        byte[] signature = (byDelegate ? _responderKey : _authorityKey).SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        AsnWriter basic = new(AsnEncodingRules.DER);
        using (basic.PushSequence())
        {
            basic.WriteEncodedValue(data);
            WriteAlgorithm(basic, Sha256WithRsa);
            basic.WriteBitString(signature);
            using (basic.PushSequence(Context(0)))
            using (basic.PushSequence())
            {
                basic.WriteEncodedValue(byDelegate ? _delegate : _authority);
            }
        }

        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue([0x0A, 0x01, 0x00]);
            using (writer.PushSequence(Context(0)))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Basic);
                writer.WriteOctetString(basic.Encode());
            }
        }

        return writer.Encode();
    }

    private byte[] EncodeData(Action<AsnWriter> status, bool byDelegate, bool withNonce)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(Context(byDelegate ? 2 : 1)))
            {
                WriteResponder(writer, byDelegate);
            }

            writer.WriteGeneralizedTime(Now.AddMinutes(-5), omitFractionalSeconds: true);
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                WriteId(writer);
                status(writer);
                writer.WriteGeneralizedTime(Now.AddMinutes(-5), omitFractionalSeconds: true);
                using (writer.PushSequence(Context(0)))
                {
                    writer.WriteGeneralizedTime(Now.AddMinutes(10), omitFractionalSeconds: true);
                }
            }

            if (withNonce)
            {
                WriteNonce(writer);
            }
        }

        return writer.Encode();
    }

    private void WriteResponder(AsnWriter writer, bool byDelegate)
    {
        if (byDelegate)
        {
            writer.WriteOctetString(SHA1.HashData(KeyBits(_delegate)));
        }
        else
        {
            writer.WriteEncodedValue(Name.RawData);
        }
    }

    private void WriteId(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            WriteAlgorithm(writer, Sha256);
            writer.WriteOctetString(SHA256.HashData(Name.RawData));
            writer.WriteOctetString(SHA256.HashData(KeyBits(_authority)));
            writer.WriteInteger(Serial);
        }
    }

    private static byte[] KeyBits(byte[] certificate)
    {
        using X509Certificate2 read = X509CertificateLoader.LoadCertificate(certificate);
        return read.PublicKey.EncodedKeyValue.RawData;
    }

    private static void WriteRevoked(AsnWriter writer, DateTimeOffset since)
    {
        using (writer.PushSequence(Context(1)))
        {
            writer.WriteGeneralizedTime(since, omitFractionalSeconds: true);
            using (writer.PushSequence(Context(0)))
            {
                writer.WriteEncodedValue([0x0A, 0x01, 0x06]);
            }
        }
    }

    private static void WriteNonce(AsnWriter writer)
    {
        using (writer.PushSequence(Context(1)))
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(NonceOid);
            writer.WriteOctetString([0x04, 0x20, .. Nonce]);
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            writer.WriteNull();
        }
    }

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number, true);
}
