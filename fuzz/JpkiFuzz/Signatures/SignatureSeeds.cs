using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Signatures.Jws;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.JpkiFuzz.Signatures;

/// <summary>What is damaged: documents, a timestamp token, an authority's answer and a JWS, all right and all under one certificate.</summary>
internal sealed class SignatureSeeds : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);
    public static readonly byte[] Content = Encoding.UTF8.GetBytes("見本の文書");

    private readonly RSA _key = LabKeyPool.Load(25);
    private readonly RSA _secondKey = LabKeyPool.Load(26);

    public SignatureSeeds()
    {
        byte[] certificate = Certify(_key, 1), second = Certify(_secondKey, 2);
        SignerCredential signer = SignerCredential.Create(certificate, _key);
        CmsDocumentSigner documents = new(new ManualTimeProvider(Now));
        byte[] one = documents.Sign(signer, Content);
        CmsSignedDocument parsed = Parse(one);
        byte[] both = documents.AddSigner(parsed, SignerCredential.Create(second, _secondKey), null, new CmsSigningOptions { Form = CmsSignatureForm.Pss });
        Request = TimestampRequest.ForData(parsed.Signers[0].Signature.Span, HashAlgorithmName.SHA256, new Counting());
        byte[] token = documents.Sign(signer, StampInfo(Request), new CmsSigningOptions { ContentType = TimestampInfo.ContentType });
        Response = Wrap(token);
        byte[] stamped = TimestampToken.TryParse(token, out TimestampToken? read)
            ? SignatureTimestamps.Attach(parsed, parsed.Signers[0], read)
            : throw new InvalidOperationException("The seed's token cannot be read.");
        Token = token;
        Signature = parsed.Signers[0].Signature.ToArray();
        Documents = [one, both, stamped, documents.Sign(signer, Content, new CmsSigningOptions { NamesSignerByKeyIdentifier = true, IncludesSigningTime = false })];
        Jws = Encoding.ASCII.GetBytes(JwsSigner.Sign(signer, Content, JwsAlgorithm.RS256, type: "JOSE"));
        Certificate = JpkiCertificate.TryParse(certificate, out JpkiCertificate? own, out _) ? own : throw new InvalidOperationException("The seed's certificate cannot be read.");
        SecondCertificate = JpkiCertificate.TryParse(second, out JpkiCertificate? other, out _) ? other : throw new InvalidOperationException("The seed's certificate cannot be read.");
    }

    public byte[][] Documents { get; }

    public byte[] Token { get; }

    public byte[] Signature { get; }

    public byte[] Response { get; }

    public TimestampRequest Request { get; }

    public byte[] Jws { get; }

    public JpkiCertificate Certificate { get; }

    public JpkiCertificate SecondCertificate { get; }

    public static CmsSignedDocument Parse(byte[] der) =>
        CmsSignedDocument.TryParse(der, out CmsSignedDocument? document, out _) ? document : throw new InvalidOperationException("A seed cannot be read.");

    public void Dispose()
    {
        _key.Dispose();
        _secondKey.Dispose();
    }

    private static byte[] Certify(RSA key, byte serial)
    {
        CertificateRequest request = new($"C=JP, O=FUZZ TEST, CN=Fuzz {serial}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using X509Certificate2 certificate = request.Create(
            request.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), Now.AddYears(-1), Now.AddYears(1), [serial]);
        return certificate.RawData;
    }

    private static byte[] StampInfo(TimestampRequest request)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier("1.3.6.1.4.1.99999.3.1");
            using (writer.PushSequence())
            {
                SignedDataWriter.WriteAlgorithm(writer, request.HashAlgorithm);
                writer.WriteOctetString(request.Imprint.Span);
            }

            writer.WriteInteger(7);
            writer.WriteGeneralizedTime(Now, omitFractionalSeconds: true);
            writer.WriteInteger(request.Nonce.Span);
        }

        return writer.Encode();
    }

    private static byte[] Wrap(byte[] token)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
            }

            writer.WriteEncodedValue(token);
        }

        return writer.Encode();
    }

    /// <summary>A nonce that is the same in every run.</summary>
    private sealed class Counting : RandomNumberGenerator
    {
        private byte _next;

        public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

        public override void GetBytes(Span<byte> data)
        {
            foreach (ref byte value in data)
            {
                value = unchecked(_next++);
            }
        }
    }
}
