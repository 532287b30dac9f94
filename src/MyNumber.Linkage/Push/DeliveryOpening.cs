using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Push;

/// <summary>What every receiver does with a delivery: checks the sender's signature, opens the content, and signs a receipt.</summary>
internal sealed class DeliveryOpening(ServerParts parts)
{
    public AgencyId Body => parts.Cipher.Body;

    /// <summary>Under what a receiver keeps a delivery: an id belongs to its sender.</summary>
    public static byte[] NameOf(Delivery delivery)
    {
        byte[] name = [.. delivery.Id.ToBytes(), 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(name.AsSpan(name.Length - sizeof(int)), delivery.Sender.Value);
        return name;
    }

    /// <summary>The content in clear; <see langword="null"/> when signature, seal or hash do not hold.</summary>
    public byte[]? TryOpen(Delivery delivery)
    {
        if (!parts.Directory.TryFindCard(delivery.Sender, out BodyCard? card) || !parts.Signatures.Verify(card, DeliveryEncoding.SignedPart(delivery), delivery.Signature.Span))
        {
            return null;
        }

        if (parts.Sealer.TryOpen(card, delivery.Id.ToBytes(), delivery.SealedContent.Span) is not { } clear)
        {
            return null;
        }

        byte[]? content = Digest.FromBytes(SHA256.HashData(clear)) == delivery.ContentHash ? Blinding.Unwrap(clear)?.ToArray() : null;
        CryptographicOperations.ZeroMemory(clear);
        return content;
    }

    public DeliveryReceipt Receipt(Delivery delivery, DeliveryOutcome outcome, DateTimeOffset? at = null)
    {
        DeliveryReceipt receipt = new()
        {
            Id = delivery.Id, Receiver = Body, Outcome = outcome, At = ValidPeriod.ToMilliseconds(at ?? parts.Clock.GetUtcNow()), ContentHash = delivery.ContentHash,
        };
        return receipt with { Signature = parts.Identity.Sign(DeliveryEncoding.SignedPart(receipt)) };
    }
}
