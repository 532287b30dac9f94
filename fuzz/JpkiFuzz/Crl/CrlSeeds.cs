using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.CardFuzz;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing.Keys;

namespace MyNumber.JpkiFuzz.Crl;

/// <summary>A lab authority that signs whatever to-be-signed part it is given, so that damage inside of a list comes behind a signature that holds.</summary>
internal sealed class CrlSeeds : IDisposable
{
    private static readonly byte[] Algorithm = [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B, 0x05, 0x00];

    private readonly RSA _key = LabKeyPool.Load(11);
    private readonly X500DistinguishedName _name = new("C=JP, O=Fuzz Lab, OU=Lab for digital signature", X500DistinguishedNameFlags.ForceUTF8Encoding);

    public CrlSeeds()
    {
        CertificateRequest request = new(_name, _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        byte[] der = request.Create(_name, X509SignatureGenerator.CreateForRSA(_key, RSASignaturePadding.Pkcs1), Now.AddYears(-5), Now.AddYears(5), [0x01]).RawData;
        Anchors = TrustAnchor.TryParse(der, out TrustAnchor? anchor)
            ? new TrustAnchorSet(CertificatePurpose.Signature, JpkiEnvironment.Lab, [anchor], [CertificateProfiles.CardSignature])
            : throw new InvalidOperationException();
        ToBeSigned = [.. Enumerable.Range(0, 12).Select(MakeToBeSigned)];
    }

    public static DateTimeOffset Now { get; } = new(2026, 6, 1, 3, 0, 0, TimeSpan.Zero);

    public TrustAnchorSet Anchors { get; }

    /// <summary>To-be-signed parts that are right, with 0 to 66 entries of every shape, full and of a partition.</summary>
    public byte[][] ToBeSigned { get; }

    /// <summary>The list around a to-be-signed part, signed truly.</summary>
    public byte[] Sign(ReadOnlySpan<byte> toBeSigned)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        writer.WriteBitString(_key.SignData(toBeSigned, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        byte[] signature = writer.Encode();
        return [0x30, 0x82, .. Length(toBeSigned.Length + Algorithm.Length + signature.Length), .. toBeSigned, .. Algorithm, .. signature];
    }

    public void Dispose() => _key.Dispose();

    private static byte[] Length(int length) => [(byte)(length >> 8), (byte)(length & 0xFF)];

    private byte[] MakeToBeSigned(int number)
    {
        FuzzRandom random = new((ulong)number + 1);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteEncodedValue(Algorithm);
            writer.WriteEncodedValue(_name.RawData);
            writer.WriteUtcTime(Now.AddHours(-3));
            writer.WriteUtcTime(Now.AddHours(45));
            if (number != 0)
            {
                using (writer.PushSequence())
                {
                    for (int i = 0; i < number * 6; i++)
                    {
                        writer.WriteEncodedValue(CrlEntries.Make(random));
                    }
                }
            }

            WriteExtensions(writer, number);
        }

        return writer.Encode();
    }

    private void WriteExtensions(AsnWriter writer, int number)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, true)))
        using (writer.PushSequence())
        {
            WriteExtension(writer, "2.5.29.35", false, [0x30, 0x16, 0x80, 0x14, .. Anchors.Anchors[0].KeyIdentifier.Span]);
            WriteExtension(writer, "2.5.29.20", false, [0x02, 0x01, (byte)(number + 1)]);
            if (number % 2 == 1)
            {
                AsnWriter point = new(AsnEncodingRules.DER);
                using (point.PushSequence())
                using (point.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, true)))
                using (point.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, true)))
                using (point.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4, true)))
                {
                    point.WriteEncodedValue(_name.RawData);
                }

                WriteExtension(writer, "2.5.29.28", true, point.Encode());
            }
        }
    }

    private static void WriteExtension(AsnWriter writer, string oid, bool critical, byte[] value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (critical)
            {
                writer.WriteBoolean(true);
            }

            writer.WriteOctetString(value);
        }
    }
}
