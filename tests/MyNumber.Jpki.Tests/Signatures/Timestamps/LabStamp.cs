using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Signatures.Timestamps;

/// <summary>A timestamp of which one thing at a time can be wrong and everything else, the signature too, right.</summary>
internal sealed record LabStamp
{
    public const string Policy = "1.3.6.1.4.1.99999.3.1";
    public const string TokenType = "1.2.840.113549.1.9.16.1.4";

    public required SignerCredential Signer { get; init; }

    public required byte[] Data { get; init; }

    public int Version { get; init; } = 1;

    public string PolicyOid { get; init; } = Policy;

    public string HashOid { get; init; } = HandMadeCms.Sha256;

    public Func<byte[], byte[]> Hash { get; init; } = SHA256.HashData;

    public string Time { get; init; } = "20261121025900Z";

    public byte[]? Nonce { get; init; }

    /// <summary>What stands behind genTime, before the nonce.</summary>
    public byte[] AfterTime { get; init; } = [];

    /// <summary>What stands behind the nonce.</summary>
    public byte[] AfterNonce { get; init; } = [];

    public CmsSigningOptions Signing { get; init; } = new() { ContentType = TokenType };

    public byte[] Info()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(Version);
            writer.WriteObjectIdentifier(PolicyOid);
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(HashOid);
                }

                writer.WriteOctetString(Hash(Data));
            }

            writer.WriteInteger(4711);
            writer.WriteEncodedValue([0x18, (byte)Time.Length, .. System.Text.Encoding.ASCII.GetBytes(Time)]);
            if (AfterTime.Length != 0)
            {
                writer.WriteEncodedValue(AfterTime);
            }

            if (Nonce is not null)
            {
                writer.WriteInteger(Nonce);
            }

            if (AfterNonce.Length != 0)
            {
                writer.WriteEncodedValue(AfterNonce);
            }
        }

        return writer.Encode();
    }

    public byte[] Token() => new CmsDocumentSigner(new ManualTimeProvider(SigningDesk.Now)).Sign(Signer, Info(), Signing);

    /// <summary>TimeStampResp with a status, and a token when granted.</summary>
    public byte[] Response(int status = 0)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(status);
            }

            if (status < 2)
            {
                writer.WriteEncodedValue(Token());
            }
        }

        return writer.Encode();
    }
}
