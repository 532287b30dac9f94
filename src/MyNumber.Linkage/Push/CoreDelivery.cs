using System.Security.Cryptography;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Push;

/// <summary>What the core notes of one delivery: the hash of what the sender sent, then what goes to the receiver, at the end only the answer, without any code.</summary>
internal sealed record CoreDelivery(Digest Sent, Delivery? Onward, DeliveryAnswer? Answer)
{
    public static Digest HashOf(Delivery delivery) => Digest.FromBytes(SHA256.HashData(DeliveryEncoding.Write(delivery)));

    public byte[] ToBytes() => EntryEncoding.Write(Sent.ToArray(), Onward is null ? [] : DeliveryEncoding.Write(Onward), Answer is null ? [] : DeliveryEncoding.Write(Answer));

    public static CoreDelivery Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlyMemory<byte>[] parts = EntryEncoding.Read(bytes, 3);
        return new CoreDelivery(
            Digest.FromBytes(parts[0].Span), parts[1].IsEmpty ? null : DeliveryEncoding.ReadDelivery(parts[1]), parts[2].IsEmpty ? null : DeliveryEncoding.ReadAnswer(parts[2]));
    }
}
