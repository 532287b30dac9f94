using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Signatures.Primitives;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>TSTInfo (RFC 3161 §2.4.2) as read.</summary>
internal sealed class TimestampInfo
{
    public const string ContentType = "1.2.840.113549.1.9.16.1.4";

    private const int LongestNumber = 32;

    public required string Policy { get; init; }

    public required string HashAlgorithm { get; init; }

    public required ReadOnlyMemory<byte> Imprint { get; init; }

    public required ReadOnlyMemory<byte> SerialNumber { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    public TimeSpan? Accuracy { get; init; }

    public bool IsOrdered { get; init; }

    public ReadOnlyMemory<byte> Nonce { get; init; }

    /// <exception cref="AsnContentException">It is not one TSTInfo, or has a critical extension.</exception>
    public static TimestampInfo Read(ReadOnlyMemory<byte> der)
    {
        DerReader file = new(der);
        DerReader info = file.ReadSequence();
        file.End();
        Require(info.ReadSmallInteger() == 1);
        string policy = info.ReadOid();
        (string hash, ReadOnlyMemory<byte> imprint) = ReadImprint(ref info);
        ReadOnlyMemory<byte> serial = info.ReadInteger();
        DateTimeOffset time = info.ReadGeneralizedTimeWithFraction();
        TimeSpan? accuracy = info.NextIs(Asn1Tag.Sequence) ? ReadAccuracy(ref info) : null;
        bool ordered = info.NextIs(Asn1Tag.Boolean);
        Require(!ordered || info.ReadBoolean()); // DER leaves the default FALSE out
        ReadOnlyMemory<byte> nonce = info.NextIs(Asn1Tag.Integer) ? info.ReadInteger() : default;
        Require(serial.Length <= LongestNumber && nonce.Length <= LongestNumber);
        if (info.NextIs(DerTags.Context(0)))
        {
            info.ReadSequence(DerTags.ContextConstructed(0)); // tsa: a hint; the certificate that signed decides
        }

        ReadExtensions(ref info);
        info.End();
        return new TimestampInfo
        {
            Policy = policy,
            HashAlgorithm = hash,
            Imprint = imprint,
            SerialNumber = serial,
            GeneratedAt = time,
            Accuracy = accuracy,
            IsOrdered = ordered,
            Nonce = nonce,
        };
    }

    /// <summary>MessageImprint, with a digest as long as its algorithm's when that is known.</summary>
    public static (string HashAlgorithm, ReadOnlyMemory<byte> Imprint) ReadImprint(ref DerReader reader)
    {
        DerReader fields = reader.ReadSequence();
        CmsAlgorithm algorithm = CmsAlgorithm.Read(ref fields);
        ReadOnlyMemory<byte> imprint = fields.ReadOctetString();
        fields.End();
        Require(!algorithm.HasForeignParameters && imprint.Length is > 0 and <= SignatureScheme.LongestHash);
        Require(DigestAlgorithm.Find(algorithm.Oid) is not { } digest || digest.Size == imprint.Length);
        return (algorithm.Oid, imprint);
    }

    private static void ReadExtensions(ref DerReader info)
    {
        if (!info.NextIs(DerTags.Context(1)))
        {
            return;
        }

        DerReader extensions = info.ReadSequence(DerTags.ContextConstructed(1));
        Require(extensions.HasData);
        while (extensions.HasData)
        {
            Require(!DerExtension.Read(ref extensions).IsCritical); // none is understood here
        }
    }

    // RFC 3161 §2.4.2: seconds, millis [0] and micros [1] from 1 to 999, each optional.
    private static TimeSpan ReadAccuracy(ref DerReader info)
    {
        DerReader fields = info.ReadSequence();
        int seconds = fields.NextIs(Asn1Tag.Integer) ? fields.ReadSmallInteger() : 0;
        int millis = fields.NextIs(DerTags.Context(0)) ? fields.ReadSmallInteger(DerTags.Context(0)) : 0;
        int micros = fields.NextIs(DerTags.Context(1)) ? fields.ReadSmallInteger(DerTags.Context(1)) : 0;
        fields.End();
        Require(seconds >= 0 && millis is >= 0 and <= 999 && micros is >= 0 and <= 999);
        return TimeSpan.FromSeconds(seconds) + TimeSpan.FromMicroseconds((1000L * millis) + micros);
    }
}
