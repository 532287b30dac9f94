using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Authority.Timestamps;

/// <summary>Reads a TimeStampReq strictly (RFC 3161 §2.4.1): DER, version 1, a digest that is known in its own length, no extension.</summary>
internal static class TimestampQuestionParser
{
    // The verifier of this house reads no longer nonce; RFC 3161 advises 64 bits.
    private const int LongestNonce = 32;

    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>The question, or <see langword="null"/> with the bit that says why not. Never throws.</summary>
    internal static TimestampQuestion? Read(ReadOnlyMemory<byte> encoded, out TimestampFailure failure)
    {
        failure = TimestampFailure.BadDataFormat;
        try
        {
            AsnReader outer = new(encoded, AsnEncodingRules.DER);
            AsnReader whole = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            return ReadFields(whole, ref failure);
        }
        catch (AsnContentException)
        {
            failure = TimestampFailure.BadDataFormat;
            return null;
        }
    }

    private static TimestampQuestion? ReadFields(AsnReader fields, ref TimestampFailure failure)
    {
        if (fields.ReadInteger() != 1)
        {
            failure = TimestampFailure.BadRequest;
            return null;
        }

        ReadOnlyMemory<byte> imprint = fields.PeekEncodedValue();
        bool fits = ReadImprint(fields.ReadSequence(), ref failure);
        string? policy = NextIs(fields, Asn1Tag.ObjectIdentifier) ? fields.ReadObjectIdentifier() : null;
        ReadOnlyMemory<byte> nonce = NextIs(fields, Asn1Tag.Integer) ? fields.ReadIntegerBytes() : default;
        bool saysWhetherCertificate = NextIs(fields, Asn1Tag.Boolean);
        bool wantsCertificate = saysWhetherCertificate && fields.ReadBoolean();
        bool extended = NextIs(fields, Extensions);
        if (extended)
        {
            fields.ReadSequence(Extensions);
        }

        fields.ThrowIfNotEmpty();
        if (nonce.Length > LongestNonce || saysWhetherCertificate != wantsCertificate) // DER leaves the default FALSE out
        {
            failure = TimestampFailure.BadDataFormat;
            return null;
        }

        failure = fits && extended ? TimestampFailure.UnacceptedExtension : failure;
        return fits && !extended ? new TimestampQuestion(imprint, policy, nonce, wantsCertificate) : null;
    }

    private static bool ReadImprint(AsnReader imprint, ref TimestampFailure failure)
    {
        AsnReader algorithm = imprint.ReadSequence();
        int size = SizeOf(algorithm.ReadObjectIdentifier());
        bool hasParameters = algorithm.HasData && algorithm.ReadEncodedValue().Span is not [0x05, 0x00];
        algorithm.ThrowIfNotEmpty();
        int length = imprint.ReadOctetString().Length;
        imprint.ThrowIfNotEmpty();
        failure = size == 0 || hasParameters ? TimestampFailure.BadAlgorithm : TimestampFailure.BadDataFormat;
        return size == length && !hasParameters;
    }

    private static int SizeOf(string digest) => digest switch
    {
        Oids.Sha256 => SHA256.HashSizeInBytes,
        Oids.Sha384 => SHA384.HashSizeInBytes,
        Oids.Sha512 => SHA512.HashSizeInBytes,
        _ => 0,
    };

    private static bool NextIs(AsnReader reader, Asn1Tag tag) => reader.HasData && reader.PeekTag().HasSameClassAndValue(tag);
}
