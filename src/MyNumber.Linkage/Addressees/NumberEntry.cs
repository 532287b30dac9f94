using System.Security.Cryptography;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Addressees;

/// <summary>The opened row of an individual number: whose it is, and whether it is in force.</summary>
internal readonly record struct NumberEntry(AddresseeNumber Addressee, bool IsFormer)
{
    private const byte Current = 1;
    private const byte Former = 2;

    public byte[] Write() => [IsFormer ? Former : Current, .. Addressee.ToBytes()];

    public static NumberEntry Read(ReadOnlySpan<byte> clear) => clear.Length == 1 + sizeof(long) && clear[0] is Current or Former
        ? new NumberEntry(AddresseeNumber.FromBytes(clear[1..]), clear[0] == Former)
        : throw new CryptographicException("A row of an addressee book is of no known form.");
}
