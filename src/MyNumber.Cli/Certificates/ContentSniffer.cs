namespace MyNumber.Cli.Certificates;

/// <summary>Tells the kinds apart by the first tags; nothing is judged by it.</summary>
internal static class ContentSniffer
{
    private const byte Integer = 0x02, Oid = 0x06, Enumerated = 0x0A, UtcTime = 0x17, GeneralizedTime = 0x18, Sequence = 0x30, Context0 = 0xA0, Context1 = 0xA1;

    private static ReadOnlySpan<byte> SignedDataOid => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

    /// <summary>Tells the kind of DER, XML or PDF; of a long file its first bytes are enough.</summary>
    public static ContentKind Tell(ReadOnlySpan<byte> head)
    {
        if (PemText.Trim(head) is [(byte)'<', ..])
        {
            return ContentKind.Xml;
        }

        if (PemText.IsPdf(head))
        {
            return ContentKind.Pdf;
        }

        return Enter(head, Sequence, out ReadOnlySpan<byte> outer) ? TellDer(outer) : ContentKind.Unknown;
    }

    private static ContentKind TellDer(ReadOnlySpan<byte> outer)
    {
        switch (TagOf(outer))
        {
            case Oid:
                return ContentKind.SignedMessage;
            case Enumerated:
                return ContentKind.OcspResponse;
            case Sequence when IsTimestampResponse(outer):
                return ContentKind.Timestamp;
            case Sequence when Enter(outer, Sequence, out ReadOnlySpan<byte> inner):
                return TellSigned(inner);
            default:
                return ContentKind.Unknown;
        }
    }

    // RFC 3161 §2.4.2: PKIStatusInfo, which begins with a small number, and then the end or a ContentInfo. A certificate of version 1 goes on with an algorithm's SEQUENCE, which begins with its OID too,
    // but its first SEQUENCE is all that it signs, and behind that stands the algorithm and then a BIT STRING.
    private static bool IsTimestampResponse(ReadOnlySpan<byte> outer)
    {
        const int SignedData = 11; // the OID 1.2.840.113549.1.7.2 with its header
        bool begins = Enter(outer, Sequence, out ReadOnlySpan<byte> status) && status is [Integer, 1, <= 5, ..];
        return begins && Skip(ref outer) && (outer.IsEmpty
            || (Enter(outer, Sequence, out ReadOnlySpan<byte> token) && token.Length >= SignedData && token[..SignedData].SequenceEqual(SignedDataOid)));
    }

    private static ContentKind TellSigned(ReadOnlySpan<byte> inner)
    {
        byte first = TagOf(inner);
        if (first == Context0)
        {
            return Skip(ref inner) && TagOf(inner) == Integer ? ContentKind.Certificate : ContentKind.OcspRequest;
        }

        if (first == Context1)
        {
            return ContentKind.OcspRequest;
        }

        if (first == Sequence && Enter(inner, Sequence, out ReadOnlySpan<byte> nested) && TagOf(nested) == Sequence)
        {
            return ContentKind.OcspRequest;
        }

        bool right = (first != Integer || Skip(ref inner)) && TagOf(inner) == Sequence && Skip(ref inner) && TagOf(inner) == Sequence && Skip(ref inner);
        return !right ? ContentKind.Unknown
            : TagOf(inner) is UtcTime or GeneralizedTime ? ContentKind.RevocationList
            : TagOf(inner) == Sequence && first == Integer ? ContentKind.Certificate : ContentKind.Unknown;
    }

    private static byte TagOf(ReadOnlySpan<byte> data) => data.IsEmpty ? (byte)0 : data[0];

    private static bool Enter(ReadOnlySpan<byte> data, byte tag, out ReadOnlySpan<byte> contents)
    {
        bool right = ReadHeader(data, out int header, out _) && data[0] == tag;
        contents = right ? data[header..] : default;
        return right;
    }

    private static bool Skip(ref ReadOnlySpan<byte> data)
    {
        if (!ReadHeader(data, out int header, out long length) || header + length > data.Length)
        {
            return false;
        }

        data = data[(int)(header + length)..];
        return true;
    }

    /// <summary>Reads one header with a length of at most four octets.</summary>
    public static bool ReadHeader(ReadOnlySpan<byte> data, out int header, out long length)
    {
        (header, length) = (2, 0);
        if (data.Length < header)
        {
            return false;
        }

        length = data[1];
        if (length < 0x80)
        {
            return true;
        }

        int octets = (int)length & 0x7F;
        if (octets is 0 or > 4 || data.Length < header + octets)
        {
            return false;
        }

        length = 0;
        foreach (byte octet in data.Slice(header, octets))
        {
            length = (length << 8) | octet;
        }

        header += octets;
        return true;
    }
}
