using System.Formats.Asn1;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Timestamps;

/// <summary>Writes TSTInfo and TimeStampResp (RFC 3161 §2.4.2).</summary>
internal static class TimestampReply
{
    internal const string TokenContent = "1.2.840.113549.1.9.16.1.4";

    private const int Granted = 0;
    private const int Rejection = 2;

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    internal static byte[] Info(TimestampQuestion question, TimestampAuthorityOptions options, LabName authority, long serial, DateTimeOffset time)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier(options.Policy);
            writer.WriteEncodedValue(question.Imprint.Span);
            writer.WriteInteger(serial);
            writer.WriteGeneralizedTime(time);
            WriteAccuracy(writer, options.Accuracy);
            if (!question.Nonce.IsEmpty)
            {
                writer.WriteInteger(question.Nonce.Span);
            }

            using (writer.PushSequence(Zero))
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4, isConstructed: true)))
            {
                writer.WriteEncodedValue(authority.Encoded.Span);
            }
        }

        return writer.Encode();
    }

    internal static byte[] Grant(ReadOnlySpan<byte> token)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(Granted);
            }

            writer.WriteEncodedValue(token);
        }

        return writer.Encode();
    }

    internal static byte[] Refuse(TimestampFailure failure)
    {
        int bit = (int)failure;
        byte[] bits = new byte[(bit / 8) + 1];
        bits[^1] = (byte)(0x80 >> (bit % 8));
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteInteger(Rejection);
            writer.WriteBitString(bits, 7 - (bit % 8)); // a named list ends with its last bit (X.690 §11.2.2)
        }

        return writer.Encode();
    }

    // Seconds, millis [0] and micros [1]; what is nothing is left out, because the two last begin at 1.
    private static void WriteAccuracy(AsnWriter writer, TimeSpan accuracy)
    {
        long micros = accuracy.Ticks / TimeSpan.TicksPerMicrosecond;
        using (writer.PushSequence())
        {
            WritePart(writer, micros / 1_000_000, Asn1Tag.Integer);
            WritePart(writer, micros / 1000 % 1000, new Asn1Tag(TagClass.ContextSpecific, 0));
            WritePart(writer, micros % 1000, new Asn1Tag(TagClass.ContextSpecific, 1));
        }
    }

    private static void WritePart(AsnWriter writer, long part, Asn1Tag tag)
    {
        if (part != 0)
        {
            writer.WriteInteger(part, tag);
        }
    }
}
