using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Numerics;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Messages;

/// <summary>Writes the fields of a message in DER, one after another in a sequence; a field that is not there is NULL.</summary>
internal sealed class MessageWriter
{
    private readonly AsnWriter _writer = new(AsnEncodingRules.DER);

    public static byte[] Write(int kind, Action<MessageWriter> fields)
    {
        MessageWriter message = new();
        using (message._writer.PushSequence())
        {
            message.Number(MessageEncoding.Version).Number(kind);
            fields(message);
        }

        return message._writer.Encode();
    }

    public MessageWriter Number(int value)
    {
        _writer.WriteInteger(value);
        return this;
    }

    public MessageWriter Long(long value)
    {
        _writer.WriteInteger(value);
        return this;
    }

    public MessageWriter Text(string text)
    {
        _writer.WriteCharacterString(UniversalTagNumber.UTF8String, text);
        return this;
    }

    public MessageWriter Uuid(Guid value) => Bytes(value.ToByteArray(bigEndian: true));

    public MessageWriter List<T>(IReadOnlyCollection<T> entries, Action<MessageWriter, T> write)
    {
        Number(entries.Count);
        foreach (T entry in entries)
        {
            write(this, entry);
        }

        return this;
    }

    public MessageWriter Flag(bool value)
    {
        _writer.WriteBoolean(value);
        return this;
    }

    public MessageWriter Id(string text)
    {
        _writer.WriteCharacterString(UniversalTagNumber.IA5String, text);
        return this;
    }

    public MessageWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _writer.WriteOctetString(bytes);
        return this;
    }

    public MessageWriter Inquiry(InquiryId inquiry) => Bytes(inquiry.ToBytes());

    public MessageWriter Time(DateTimeOffset? time)
    {
        if (time is { } at)
        {
            _writer.WriteInteger(new BigInteger(at.ToUnixTimeMilliseconds()));
        }
        else
        {
            _writer.WriteNull();
        }

        return this;
    }

    public MessageWriter Digest(Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Merkle.Digest.Length];
        digest.WriteTo(bytes);
        return Bytes(bytes);
    }

    public MessageWriter Code(AgencyCode code)
    {
        Span<byte> bytes = stackalloc byte[AgencyCode.Length];
        code.WriteRevealed(bytes);
        return Bytes(bytes);
    }

    public MessageWriter Salt(RecordSalt salt)
    {
        Span<byte> bytes = stackalloc byte[RecordSalt.Length];
        salt.WriteRevealed(bytes);
        return Bytes(bytes);
    }

    public MessageWriter Items(ImmutableArray<ItemId> items)
    {
        using (_writer.PushSequence())
        {
            foreach (ItemId item in items)
            {
                Id(item.ToString());
            }
        }

        return this;
    }
}
