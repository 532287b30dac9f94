using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>One SingleResponse, right by default.</summary>
internal sealed record LabAnswer
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, true);

    public VerifiedPath Path { get; init; } = StatusLab.Path();

    public byte[]? Serial { get; init; }

    /// <summary>The generation whose name and key are hashed; the leaf's own when not set.</summary>
    public TrustAnchor? NamedIssuer { get; init; }

    public string Hash { get; init; } = "2.16.840.1.101.3.4.2.1";

    /// <summary>good, revoked or unknown.</summary>
    public string Status { get; init; } = "good";

    public int? Reason { get; init; }

    public DateTimeOffset Since { get; init; } = StatusLab.Now.AddDays(-3);

    public DateTimeOffset ThisUpdate { get; init; } = StatusLab.Now.AddMinutes(-5);

    public DateTimeOffset? NextUpdate { get; init; } = StatusLab.Now.AddMinutes(10);

    public void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            WriteId(writer);
            WriteStatus(writer);
            writer.WriteGeneralizedTime(ThisUpdate, omitFractionalSeconds: true);
            if (NextUpdate is { } next)
            {
                using (writer.PushSequence(Zero))
                {
                    writer.WriteGeneralizedTime(next, omitFractionalSeconds: true);
                }
            }
        }
    }

    private void WriteId(AsnWriter writer)
    {
        JpkiCertificate issuer = (NamedIssuer ?? Path.Issuer).Certificate;
        Func<ReadOnlySpan<byte>, byte[]> hash = Hash == "1.3.14.3.2.26" ? SHA1.HashData : SHA256.HashData;
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Hash);
                writer.WriteNull();
            }

            writer.WriteOctetString(hash(issuer.SubjectName.Span));
            writer.WriteOctetString(hash(issuer.Fields.PublicKey.KeyBits.Span));
            writer.WriteInteger(Serial ?? Path.Certificate.SerialNumber.Span);
        }
    }

    private void WriteStatus(AsnWriter writer)
    {
        if (Status != "revoked")
        {
            writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, Status == "good" ? 0 : 2));
            return;
        }

        using (writer.PushSequence(One))
        {
            writer.WriteGeneralizedTime(Since, omitFractionalSeconds: true);
            if (Reason is { } reason)
            {
                using (writer.PushSequence(Zero))
                {
                    writer.WriteEncodedValue([0x0A, 0x01, (byte)reason]);
                }
            }
        }
    }
}
