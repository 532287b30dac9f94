using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>A revocation list of the lab, right and full by default; each property can make it wrong.</summary>
internal sealed record LabList
{
    public TrustAnchor Issuer { get; init; } = StatusLab.Anchor;

    public int? SignerKey { get; init; }

    public bool HasKeyIdentifier { get; init; } = true;

    public byte[]? Number { get; init; } = [0x07];

    public DateTimeOffset ThisUpdate { get; init; } = StatusLab.Now.AddHours(-12);

    public DateTimeOffset? NextUpdate { get; init; } = StatusLab.Now.AddHours(36);

    public (byte[] Serial, DateTimeOffset Since, int? Reason)[] Entries { get; init; } = [];

    /// <summary>An entry extension besides the reason, on every entry.</summary>
    public (string Oid, bool Critical, byte[] Value)? EntryExtension { get; init; }

    /// <summary>Value of issuingDistributionPoint.</summary>
    public byte[]? DistributionPoint { get; init; }

    public (string Oid, bool Critical, byte[] Value)? Extension { get; init; }

    /// <summary>issuingDistributionPoint with a directoryName, and flags by their context number.</summary>
    public static byte[] Scope(ReadOnlyMemory<byte> name, params int[] flags)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (!name.IsEmpty)
            {
                StatusLab.WriteDistributionPointName(writer, name.Span);
            }

            foreach (int flag in flags)
            {
                writer.WriteBoolean(true, new Asn1Tag(TagClass.ContextSpecific, flag));
            }
        }

        return writer.Encode();
    }

    public byte[] Encode()
    {
        byte[] tbs = EncodeToBeSigned();
        byte[] signature = StatusLab.Key(SignerKey ?? StatusLab.KeyOf(Issuer)).SignData(tbs, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(tbs);
            WriteAlgorithm(writer);
            writer.WriteBitString(signature);
        }

        return writer.Encode();
    }

    private byte[] EncodeToBeSigned()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            WriteAlgorithm(writer);
            writer.WriteEncodedValue(Issuer.Name.Span);
            WriteTime(writer, ThisUpdate);
            if (NextUpdate is { } next)
            {
                WriteTime(writer, next);
            }

            if (Entries.Length != 0)
            {
                using (writer.PushSequence())
                {
                    Array.ForEach(Entries, entry => WriteEntry(writer, entry.Serial, entry.Since, entry.Reason));
                }
            }

            WriteExtensions(writer);
        }

        return writer.Encode();
    }

    private void WriteEntry(AsnWriter writer, byte[] serial, DateTimeOffset since, int? reason)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(serial);
            WriteTime(writer, since);
            if (reason is null && EntryExtension is null)
            {
                return;
            }

            using (writer.PushSequence())
            {
                if (reason is { } number)
                {
                    WriteExtension(writer, "2.5.29.21", false, [0x0A, 0x01, (byte)number]);
                }

                if (EntryExtension is { } extension)
                {
                    WriteExtension(writer, extension.Oid, extension.Critical, extension.Value);
                }
            }
        }
    }

    private void WriteExtensions(AsnWriter writer)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, true)))
        using (writer.PushSequence())
        {
            if (HasKeyIdentifier)
            {
                WriteExtension(writer, "2.5.29.35", false, [0x30, 0x16, 0x80, 0x14, .. Issuer.KeyIdentifier.Span]);
            }

            if (Number is not null)
            {
                WriteExtension(writer, "2.5.29.20", false, [0x02, (byte)Number.Length, .. Number]);
            }

            if (DistributionPoint is not null)
            {
                WriteExtension(writer, "2.5.29.28", true, DistributionPoint);
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

    private static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        if (time.Year is >= 1950 and < 2050)
        {
            writer.WriteUtcTime(time);
        }
        else
        {
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }
    }

    private static void WriteAlgorithm(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.1.11");
            writer.WriteNull();
        }
    }
}
