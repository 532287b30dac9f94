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

    /// <summary>Where the core takes notices and applications of senders.</summary>
    public const string Deliveries = Root + "/core/deliveries";

    /// <summary>Where a receiver takes notices and applications from the core.</summary>
    public const string Receptions = Root + "/receiver/deliveries";

    /// <summary>Where the core is asked for a person's records.</summary>
    public const string PersonRecords = Root + "/core/person-records";

    /// <summary>Where the core allots acquisition numbers.</summary>
    public const string Openings = Root + "/core/acquisitions/openings";

    /// <summary>Where the core delivers codes.</summary>
    public const string CodeCollections = Root + "/core/acquisitions/collections";

    /// <summary>Where the core is told that codes are kept.</summary>
    public const string Confirmations = Root + "/core/acquisitions/confirmations";

    /// <summary>Where the core is asked for notices to a holder.</summary>
    public const string Notices = Root + "/core/notices";

    /// <summary>Where the core is told that notices are taken.</summary>
    public const string TakenNotices = Root + "/core/notices/taken";

    /// <summary>Where a party answers comparisons of a day.</summary>
    public const string Days = Root + "/log/days";

    /// <summary>Where a party shows the heads of its log.</summary>
    public const string Heads = Root + "/log/heads";

    /// <summary>Where a party proves that its log only grew.</summary>
    public const string Growth = Root + "/log/growth";

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
