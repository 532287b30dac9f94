using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.Exchange;

/// <summary>What a provider notes of one inquiry: the request, and the reply once there is one.</summary>
internal sealed record ProvisionEntry(ProvisionRequest Request, ProvisionReply? Reply)
{
    public byte[] Write() => EntryEncoding.Write(MessageEncoding.Write(Request), Reply is null ? [] : MessageEncoding.Write(Reply));

    public static ProvisionEntry Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlyMemory<byte>[] parts = EntryEncoding.Read(bytes, 2);
        return new ProvisionEntry(MessageEncoding.ReadProvision(parts[0])!, parts[1].IsEmpty ? null : MessageEncoding.ReadReply(parts[1]));
    }
}
