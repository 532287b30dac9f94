using System.Buffers.Binary;

namespace MyNumber.Linkage.Intermediate;

/// <summary>Lists of sealed rows, one list for each owner: entries are numbered from zero without a hole, each has a name that is unique in its list, and none is taken out.</summary>
/// <remarks>An entry's row and its name's row are written in one step. Contents change by versions: of two changes from one version the first counts.</remarks>
internal sealed class NumberedRows(IBodyStore store, BodyCipher cipher, BodyTable table)
{
    private const byte ByNumber = 0;
    private const byte ByName = 1;

    /// <summary>Appends an entry.</summary>
    /// <returns>Its number, or −1 when an entry of this name is there.</returns>
    public async ValueTask<int> TryAppendAsync(ReadOnlyMemory<byte> owner, ReadOnlyMemory<byte> name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        BodyRowKey named = Place(ByName, owner.Span, name.Span);
        while (await FindAsync(named, cancellationToken).ConfigureAwait(false) is null)
        {
            int number = await CountAsync(owner, cancellationToken).ConfigureAwait(false);
            BodyRow[] rows = [cipher.Seal(PlaceOf(owner.Span, number), 0, content.Span), cipher.Seal(named, 0, NumberBytes(number))];
            if (await store.TryExchangeAsync(cipher.Body, [], rows, cancellationToken).ConfigureAwait(false))
            {
                return number;
            }
        }

        return -1;
    }

    /// <summary>Finds an entry by name.</summary>
    public async ValueTask<NumberedRow?> FindAsync(ReadOnlyMemory<byte> owner, ReadOnlyMemory<byte> name, CancellationToken cancellationToken) =>
        await FindAsync(Place(ByName, owner.Span, name.Span), cancellationToken).ConfigureAwait(false) is { } found
            ? await FindAsync(owner, BinaryPrimitives.ReadInt32BigEndian(cipher.Open(found)), cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>Finds an entry by number.</summary>
    public async ValueTask<NumberedRow?> FindAsync(ReadOnlyMemory<byte> owner, int number, CancellationToken cancellationToken) =>
        await FindAsync(PlaceOf(owner.Span, number), cancellationToken).ConfigureAwait(false) is { } row ? new NumberedRow(number, row.Version, cipher.Open(row)) : null;

    /// <summary>Writes a later content of an entry.</summary>
    /// <returns>Whether the entry was still the one that was read.</returns>
    public async ValueTask<bool> TryChangeAsync(ReadOnlyMemory<byte> owner, NumberedRow read, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        await store.WriteAsync(cipher.Body, [cipher.Seal(PlaceOf(owner.Span, read.Number), read.Version + 1, content.Span)], cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>How many entries a list has: doubling steps, then halves.</summary>
    public async ValueTask<int> CountAsync(ReadOnlyMemory<byte> owner, CancellationToken cancellationToken)
    {
        int step = 1;
        while (await HasAsync(owner, step - 1, cancellationToken).ConfigureAwait(false))
        {
            step *= 2;
        }

        (int low, int high) = (step / 2, step - 1);
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = await HasAsync(owner, middle, cancellationToken).ConfigureAwait(false) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private async ValueTask<bool> HasAsync(ReadOnlyMemory<byte> owner, int number, CancellationToken cancellationToken) =>
        await FindAsync(PlaceOf(owner.Span, number), cancellationToken).ConfigureAwait(false) is not null;

    private ValueTask<BodyRow?> FindAsync(BodyRowKey key, CancellationToken cancellationToken) => store.FindAsync(cipher.Body, key, cancellationToken);

    private BodyRowKey PlaceOf(ReadOnlySpan<byte> owner, int number) => Place(ByNumber, owner, NumberBytes(number));

    /// <summary>The owner's length goes in front, so that no owner and name run into another's.</summary>
    private BodyRowKey Place(byte kind, ReadOnlySpan<byte> owner, ReadOnlySpan<byte> rest) => cipher.Place(table, [kind, (byte)owner.Length, .. owner, .. rest]);

    private static byte[] NumberBytes(int number)
    {
        byte[] bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
