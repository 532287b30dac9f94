using System.Formats.Asn1;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.AspNetCore.Wire;

/// <summary>What client and server agree on: media type, paths, and the two messages that <see cref="Messages.MessageEncoding"/> has not.</summary>
public static class LinkageWire
{
    /// <summary>The media type of every message; our own, and without parameters.</summary>
    public const string MediaType = "application/vnd.mynumber.linkage+der";

    /// <summary>The start of every path; its last part is the version.</summary>
    public const string Root = "/linkage/v1";

    /// <summary>Where the core takes requests of inquirers.</summary>
    public const string Inquiries = Root + "/core/inquiries";

    /// <summary>Where the core is asked for answers.</summary>
    public const string Collections = Root + "/core/collections";

    /// <summary>Where the core takes replies that a human released.</summary>
    public const string Replies = Root + "/core/replies";

    /// <summary>Where a provider takes requests of the core.</summary>
    public const string Provisions = Root + "/provider/provisions";

    /// <summary>Where any pinned peer sees that a server is up.</summary>
    public const string Health = Root + "/health";

    internal static byte[] Write(InquiryId inquiry)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        writer.WriteOctetString(inquiry.Value.ToByteArray(bigEndian: true));
        return writer.Encode();
    }

    internal static InquiryId? ReadInquiryId(ReadOnlyMemory<byte> bytes) =>
        AsnDecoder.TryReadPrimitiveOctetString(bytes.Span, AsnEncodingRules.DER, out ReadOnlySpan<byte> value, out int read)
        && read == bytes.Length && value.Length == InquiryId.Length && InquiryId.TryCreate(new Guid(value, bigEndian: true), out InquiryId inquiry) ? inquiry : null;

    internal static byte[] Write(bool value)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        writer.WriteBoolean(value);
        return writer.Encode();
    }

    internal static bool? ReadFlag(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x01, 0x01, 0xFF] => true,
        [0x01, 0x01, 0x00] => false,
        _ => null,
    };
}
