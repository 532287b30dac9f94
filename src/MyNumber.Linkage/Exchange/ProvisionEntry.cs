using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.Exchange;

/// <summary>What a provider notes of one inquiry: the request, and the reply once there is one.</summary>
internal sealed class ProvisionEntry(ProvisionRequest request, ProvisionReply? reply)
{
    public ProvisionRequest Request { get; } = request;

    public ProvisionReply? Reply { get; } = reply;

    /// <summary>The bytes of the note, made once and not to be changed.</summary>
    public byte[] Bytes => field ??= EntryEncoding.Write(MessageEncoding.Write(Request), Reply is null ? [] : MessageEncoding.Write(Reply));

    public static ProvisionEntry Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlyMemory<byte>[] parts = EntryEncoding.Read(bytes, 2);
        return new ProvisionEntry(MessageEncoding.ReadProvision(parts[0])!, parts[1].IsEmpty ? null : MessageEncoding.ReadReply(parts[1]));
    }
}
