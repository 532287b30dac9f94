using System.Security.Cryptography;
using MyNumber.Linkage.Intermediate;
using MyNumber.Numbering;

namespace MyNumber.Linkage.Addressees;

/// <summary>The opened row of an addressee: an individual number, or the addressee that it leads to.</summary>
internal sealed record AddresseeEntry(AddresseeNumber Addressee, long Version, IndividualNumber Number, AddresseeNumber LeadsTo)
{
    public const int DigitCount = 12;
    private const byte Living = 1;
    private const byte Leading = 2;

    public bool IsMerged => !LeadsTo.IsEmpty;

    public AddresseeEntry WithNumber(IndividualNumber number) => this with { Version = Version + 1, Number = number };

    public AddresseeEntry Leave(AddresseeNumber survivor) => this with { Version = Version + 1, Number = default, LeadsTo = survivor };

    /// <summary>The array is the caller's to clear.</summary>
    public byte[] Write()
    {
        if (IsMerged)
        {
            return [Leading, .. LeadsTo.ToBytes()];
        }

        byte[] clear = new byte[1 + DigitCount];
        clear[0] = Living;
        Number.TryReveal(clear.AsSpan(1), out _);
        return clear;
    }

    public static AddresseeEntry Read(AddresseeNumber addressee, long version, ReadOnlySpan<byte> clear) => clear switch
    {
        [Living, .. { Length: DigitCount } digits] when IndividualNumber.TryParse(digits, out IndividualNumber number) => new AddresseeEntry(addressee, version, number, default),
        [Leading, .. { Length: sizeof(long) } survivor] => new AddresseeEntry(addressee, version, default, AddresseeNumber.FromBytes(survivor)),
        _ => throw new CryptographicException("A row of an addressee book is of no known form."),
    };
}
