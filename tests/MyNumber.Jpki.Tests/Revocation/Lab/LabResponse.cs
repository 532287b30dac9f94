using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>An OCSP response of the lab's delegated responder, right by default; each property can make it wrong.</summary>
internal sealed record LabResponse
{
    public const string Sha256WithRsa = "1.2.840.113549.1.1.11", Sha1WithRsa = "1.2.840.113549.1.1.5";

    private static readonly byte[] UsualResponder = StatusLab.Responder();

    public LabAnswer[] Answers { get; init; } = [new LabAnswer()];

    /// <summary>The certificate that names itself as responder.</summary>
    public byte[] Signer { get; init; } = UsualResponder;

    /// <summary>The pool key that signs.</summary>
    public int SignerKey { get; init; } = 4;

    public byte[][]? Certificates { get; init; }

    public bool ByName { get; init; }

    public string Algorithm { get; init; } = Sha256WithRsa;

    public DateTimeOffset ProducedAt { get; init; } = StatusLab.Now.AddMinutes(-5);

    public byte[]? Nonce { get; init; }

    /// <summary>OID, criticality and value of one more response extension.</summary>
    public (string Oid, bool Critical, byte[] Value)? Extension { get; init; }

    public bool IsTampered { get; init; }

    public static byte[] Refusal(byte status) => [0x30, 0x03, 0x0A, 0x01, status];

    public byte[] Encode() => Wrap(EncodeBasic());

    public static byte[] Wrap(byte[] basic, string type = "1.3.6.1.5.5.7.48.1.1")
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue([0x0A, 0x01, 0x00]);
            using (writer.PushSequence(Context(0)))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(type);
                writer.WriteOctetString(basic);
            }
        }

        return writer.Encode();
    }

    private byte[] EncodeBasic()
    {
        byte[] data = EncodeData();
        byte[] signature = Algorithm == Sha1WithRsa
            ? StatusLab.Key(SignerKey).SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)
            : StatusLab.Key(SignerKey).SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        signature[^1] ^= (byte)(IsTampered ? 1 : 0);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(data);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Algorithm);
                writer.WriteNull();
            }

            writer.WriteBitString(signature);
            WriteCertificates(writer);
        }

        return writer.Encode();
    }

    private byte[] EncodeData()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            JpkiCertificate signer = StatusLab.Parse(Signer);
            using (writer.PushSequence(Context(ByName ? 1 : 2)))
            {
                if (ByName)
                {
                    writer.WriteEncodedValue(signer.SubjectName.Span);
                }
                else
                {
                    writer.WriteOctetString(SHA1.HashData(signer.Fields.PublicKey.KeyBits.Span));
                }
            }

            writer.WriteGeneralizedTime(ProducedAt, omitFractionalSeconds: true);
            using (writer.PushSequence())
            {
                Array.ForEach(Answers, answer => answer.Write(writer));
            }

            WriteExtensions(writer);
        }

        return writer.Encode();
    }

    private void WriteExtensions(AsnWriter writer)
    {
        if (Nonce is null && Extension is null)
        {
            return;
        }

        using (writer.PushSequence(Context(1)))
        using (writer.PushSequence())
        {
            if (Nonce is not null)
            {
                WriteExtension(writer, "1.3.6.1.5.5.7.48.1.2", false, [0x04, (byte)Nonce.Length, .. Nonce]);
            }

            if (Extension is { } extension)
            {
                WriteExtension(writer, extension.Oid, extension.Critical, extension.Value);
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

    private void WriteCertificates(AsnWriter writer)
    {
        byte[][] certificates = Certificates ?? [Signer];
        if (certificates.Length == 0)
        {
            return;
        }

        using (writer.PushSequence(Context(0)))
        using (writer.PushSequence())
        {
            Array.ForEach(certificates, certificate => writer.WriteEncodedValue(certificate));
        }
    }

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number, true);
}
