using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Push;

/// <summary>What the core notes of one delivery: the hash of what the sender sent, then what goes to the receiver, at the end only the answer, without any code, and when the delivery expires.</summary>
internal sealed record CoreDelivery(Digest Sent, DateTimeOffset ExpiresAt, Delivery? Onward, DeliveryAnswer? Answer)
{
    public static Digest HashOf(Delivery delivery) => Digest.FromBytes(SHA256.HashData(DeliveryEncoding.Write(delivery)));

    public byte[] ToBytes() => EntryEncoding.Write(Sent.ToArray(), TimeBytes(ExpiresAt), Onward is null ? [] : DeliveryEncoding.Write(Onward), Answer is null ? [] : DeliveryEncoding.Write(Answer));

    public static CoreDelivery Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlyMemory<byte>[] parts = EntryEncoding.Read(bytes, 4);
        return new CoreDelivery(
            Digest.FromBytes(parts[0].Span),
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(parts[1].Span)),
            parts[2].IsEmpty ? null : DeliveryEncoding.ReadDelivery(parts[2]),
            parts[3].IsEmpty ? null : DeliveryEncoding.ReadAnswer(parts[3]));
    }

    private static byte[] TimeBytes(DateTimeOffset time)
    {
        byte[] bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time.ToUnixTimeMilliseconds());
        return bytes;
    }
}
