using System.Security.Cryptography;
using MyNumber.Linkage.Payloads;

namespace MyNumber.Linkage.Intermediate;

/// <summary>The clear bytes of a replica's row: one byte of marks, then the payload.</summary>
internal static class ReplicaRow
{
    private const byte NeedsRelease = 1;
    private const byte Undisclosed = 2;

    public static byte[] Write(Replica replica)
    {
        byte marks = (byte)((replica.NeedsRelease ? NeedsRelease : 0) | (replica.IsUndisclosed ? Undisclosed : 0));
        byte[] payload = PayloadEncoding.ToBytes(replica.Payload);
        byte[] row = [marks, .. payload];
        CryptographicOperations.ZeroMemory(payload);
        return row;
    }

    /// <exception cref="CryptographicException">The bytes under the seal are none that this class wrote.</exception>
    public static Replica Read(AddresseeNumber addressee, long version, byte[] clear)
    {
        if (clear.Length == 0 || PayloadEncoding.TryRead(clear.AsMemory(1), out ItemSetPayload? payload) != PayloadFault.None)
        {
            throw new CryptographicException("A sealed replica is none.");
        }

        Replica replica = new()
        {
            Addressee = addressee,
            Payload = payload!,
            AsOf = DateTimeOffset.FromUnixTimeMilliseconds(version),
            NeedsRelease = (clear[0] & NeedsRelease) != 0,
            IsUndisclosed = (clear[0] & Undisclosed) != 0,
        };
        CryptographicOperations.ZeroMemory(clear);
        return replica;
    }
}
