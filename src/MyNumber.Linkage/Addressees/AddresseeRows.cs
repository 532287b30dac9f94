using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Linkage.Intermediate;
using MyNumber.Numbering;

namespace MyNumber.Linkage.Addressees;

/// <summary>The sealed rows of an addressee book: one by number, one by addressee, and a turn that each change of an addressee uses up.</summary>
internal sealed class AddresseeRows(IBodyStore store, BodyCipher cipher)
{
    public async ValueTask<NumberEntry?> FindAsync(IndividualNumber number, CancellationToken cancellationToken) =>
        await store.FindAsync(cipher.Body, PlaceOf(number), cancellationToken).ConfigureAwait(false) is { } row ? NumberEntry.Read(cipher.Open(row)) : null;

    public async ValueTask<AddresseeEntry?> FindAsync(AddresseeNumber addressee, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(cipher.Body, PlaceOf(addressee), cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        byte[] clear = cipher.Open(row);
        try
        {
            return AddresseeEntry.Read(addressee, row.Version, clear);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
        }
    }

    /// <summary>Writes a new addressee with its number, provided that neither is there.</summary>
    public ValueTask<bool> TryAddAsync(AddresseeEntry entry, CancellationToken cancellationToken) =>
        store.TryExchangeAsync(cipher.Body, [], [Seal(entry), SealTurn(entry), Seal(entry.Number, new NumberEntry(entry.Addressee, IsFormer: false))], cancellationToken);

    /// <summary>Writes changed addressees and the rows of numbers, provided that nobody changed the addressees since they were read.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="entries">What each is now, in the same order.</param>
    /// <param name="known">Numbers whose rows are there and are written anew.</param>
    /// <param name="numbers">The rows of numbers.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>Whether it was written.</returns>
    public ValueTask<bool> TryChangeAsync(
        IReadOnlyList<AddresseeEntry> read, IReadOnlyList<AddresseeEntry> entries, IReadOnlyList<IndividualNumber> known,
        IReadOnlyList<(IndividualNumber Number, NumberEntry Entry)> numbers, CancellationToken cancellationToken)
    {
        BodyRowKey[] gone = [.. read.SelectMany(entry => new[] { PlaceOf(entry.Addressee), PlaceOfTurn(entry) }), .. known.Select(PlaceOf)];
        BodyRow[] come = [.. entries.SelectMany(entry => new[] { Seal(entry), SealTurn(entry) }), .. numbers.Select(row => Seal(row.Number, row.Entry))];
        return store.TryExchangeAsync(cipher.Body, gone, come, cancellationToken);
    }

    private BodyRow Seal(AddresseeEntry entry)
    {
        byte[] clear = entry.Write();
        BodyRow row = cipher.Seal(PlaceOf(entry.Addressee), entry.Version, clear);
        CryptographicOperations.ZeroMemory(clear);
        return row;
    }

    private BodyRow SealTurn(AddresseeEntry entry) => cipher.Seal(PlaceOfTurn(entry), entry.Version, []);

    private BodyRow Seal(IndividualNumber number, NumberEntry entry) => cipher.Seal(PlaceOf(number), 0, entry.Write());

    private BodyRowKey PlaceOf(AddresseeNumber addressee) => cipher.Place(BodyTable.NumberByAddressee, addressee.ToBytes());

    private BodyRowKey PlaceOf(IndividualNumber number)
    {
        Span<byte> digits = stackalloc byte[AddresseeEntry.DigitCount];
        number.TryReveal(digits, out _);
        BodyRowKey key = cipher.Place(BodyTable.AddresseeByNumber, digits);
        CryptographicOperations.ZeroMemory(digits);
        return key;
    }

    private BodyRowKey PlaceOfTurn(AddresseeEntry entry)
    {
        Span<byte> turn = stackalloc byte[2 * sizeof(long)];
        entry.Addressee.ToBytes().CopyTo(turn);
        BinaryPrimitives.WriteInt64BigEndian(turn[sizeof(long)..], entry.Version);
        return cipher.Place(BodyTable.AddresseeTurn, turn);
    }
}
