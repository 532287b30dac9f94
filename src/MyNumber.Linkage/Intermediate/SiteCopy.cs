using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Intermediate;

/// <summary>Notes of rows that the other site lacks, and how they are brought there.</summary>
internal static class SiteCopy
{
    private const int NoteLength = 1 + 16;

    /// <summary>Notes of rows that are about to change.</summary>
    public static BodyRow[] Notes(IEnumerable<BodyRowKey> keys) => [.. keys.Select(Note)];

    /// <summary>Makes the rows that are noted the same in both sites, then takes the notes away.</summary>
    public static async ValueTask<int> BringAsync(AgencyId body, IBodyStore has, IBodyStore lacks, int page, CancellationToken cancellationToken)
    {
        int looked = 0;
        while (true)
        {
            IReadOnlyList<BodyRow> notes = await has.ListAsync(body, BodyTable.Owed, null, page, cancellationToken).ConfigureAwait(false);
            if (notes.Count == 0)
            {
                await ForgetAsync(body, lacks, page, cancellationToken).ConfigureAwait(false);
                return looked;
            }

            foreach (BodyRow note in notes)
            {
                BodyRowKey key = Read(note);
                BodyRow? wanted = await has.FindAsync(body, key, cancellationToken).ConfigureAwait(false);
                BodyRow? present = await lacks.FindAsync(body, key, cancellationToken).ConfigureAwait(false);
                await lacks.TryExchangeAsync(body, present is null ? [] : [key], wanted is { } row ? [row] : [], cancellationToken).ConfigureAwait(false);
            }

            await has.TryExchangeAsync(body, [.. notes.Select(note => note.Key)], [], cancellationToken).ConfigureAwait(false);
            looked += notes.Count;
        }
    }

    /// <summary>A site that was brought up knows nothing that the other lacks; its own notes stem from a change that it failed after.</summary>
    private static async ValueTask ForgetAsync(AgencyId body, IBodyStore site, int page, CancellationToken cancellationToken)
    {
        while (await site.ListAsync(body, BodyTable.Owed, null, page, cancellationToken).ConfigureAwait(false) is { Count: > 0 } notes)
        {
            await site.TryExchangeAsync(body, [.. notes.Select(note => note.Key)], [], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A note lies anywhere, so that it never meets another.</summary>
    private static BodyRow Note(BodyRowKey key)
    {
        byte[] note = new byte[NoteLength];
        note[0] = (byte)key.Table;
        BinaryPrimitives.WriteUInt128BigEndian(note.AsSpan(1), key.Tag);
        Span<byte> place = stackalloc byte[16];
        RandomNumberGenerator.Fill(place);
        return new BodyRow(new BodyRowKey(BodyTable.Owed, BinaryPrimitives.ReadUInt128BigEndian(place)), 0, note);
    }

    private static BodyRowKey Read(BodyRow note) =>
        new((BodyTable)note.Sealed.Span[0], BinaryPrimitives.ReadUInt128BigEndian(note.Sealed.Span[1..]));
}
