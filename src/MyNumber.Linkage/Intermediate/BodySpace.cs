using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Intermediate;

/// <summary>One body's part of an intermediate server (中間サーバーの団体ごとの領域): which code belongs to which addressee number, and the replicas. It knows no individual number.</summary>
/// <remarks>Who has no cipher of a body has no space of it: the store alone shows neither codes nor addressees nor data. Thread safe as its store is.</remarks>
public sealed class BodySpace
{
    private readonly IBodyStore _store;
    private readonly BodyCipher _cipher;

    /// <summary>Opens a body's space.</summary>
    /// <param name="store">Where the spaces of all bodies are kept.</param>
    /// <param name="cipher">The body's key; stays the caller's.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public BodySpace(IBodyStore store, BodyCipher cipher)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(cipher);
        _store = store;
        _cipher = cipher;
    }

    /// <summary>Whose space.</summary>
    public AgencyId Body => _cipher.Body;

    /// <summary>Ties a code that the body acquired to the person's addressee number.</summary>
    /// <param name="addressee">The body's own number.</param>
    /// <param name="code">The body's code of the same person.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>Tied, already tied, or which of both is taken.</returns>
    /// <exception cref="ArgumentException">The number or the code is empty.</exception>
    public async ValueTask<CodeTieOutcome> TieAsync(AddresseeNumber addressee, AgencyCode code, CancellationToken cancellationToken = default)
    {
        Check(addressee, code);
        if (await _store.TryExchangeAsync(Body, [], RowsOf(addressee, code), cancellationToken).ConfigureAwait(false))
        {
            return CodeTieOutcome.Tied;
        }

        AddresseeNumber bearer = await FindAddresseeAsync(code, cancellationToken).ConfigureAwait(false);
        return bearer.IsEmpty ? CodeTieOutcome.AddresseeHasCode : bearer == addressee ? CodeTieOutcome.AlreadyTied : CodeTieOutcome.CodeIsTaken;
    }

    /// <summary>Puts a new code in the place of a superseded one (符号の訂正・更新), or takes a wrong tie away.</summary>
    /// <param name="addressee">The body's own number.</param>
    /// <param name="old">The code that is tied now.</param>
    /// <param name="code">The new code, or empty to leave the addressee without one.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>Tied when it was done; else why nothing was changed.</returns>
    /// <exception cref="ArgumentException">The number or the old code is empty.</exception>
    public async ValueTask<CodeTieOutcome> RetieAsync(AddresseeNumber addressee, AgencyCode old, AgencyCode code, CancellationToken cancellationToken = default)
    {
        Check(addressee, old);
        if (await FindAddresseeAsync(old, cancellationToken).ConfigureAwait(false) != addressee)
        {
            return CodeTieOutcome.NotTied;
        }

        BodyRowKey[] gone = [.. RowsOf(addressee, old).Select(row => row.Key)];
        BodyRow[] come = code.IsEmpty ? [] : RowsOf(addressee, code);
        return await _store.TryExchangeAsync(Body, gone, come, cancellationToken).ConfigureAwait(false) ? CodeTieOutcome.Tied : CodeTieOutcome.CodeIsTaken;
    }

    /// <summary>Finds the code of a person.</summary>
    /// <param name="addressee">The body's own number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The code, or empty when none was acquired yet, which is a normal state.</returns>
    public async ValueTask<AgencyCode> FindCodeAsync(AddresseeNumber addressee, CancellationToken cancellationToken = default)
    {
        if (addressee.IsEmpty || await FindAsync(BodyTable.CodeByAddressee, AboutAddressee(addressee), cancellationToken).ConfigureAwait(false) is not { } clear)
        {
            return default;
        }

        AgencyCode code = AgencyCode.FromEnvelope(clear);
        CryptographicOperations.ZeroMemory(clear);
        return code;
    }

    /// <summary>Finds the person of a code.</summary>
    /// <param name="code">A code of this body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The body's own number, or empty when the code is tied to nobody.</returns>
    public async ValueTask<AddresseeNumber> FindAddresseeAsync(AgencyCode code, CancellationToken cancellationToken = default) =>
        !code.IsEmpty && await FindAsync(BodyTable.AddresseeByCode, AboutCode(code), cancellationToken).ConfigureAwait(false) is { } clear
            ? new AddresseeNumber(BinaryPrimitives.ReadInt64BigEndian(clear))
            : default;

    /// <summary>Lists the people who have a code here.</summary>
    /// <param name="after">Where the last page ended; <see langword="null"/> for the first.</param>
    /// <param name="most">How many at most, above zero.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Numbers in an order that tells nothing, and where the page ended; <see langword="null"/> when nothing is left.</returns>
    public async ValueTask<(IReadOnlyList<AddresseeNumber> Found, UInt128? End)> ListAddresseesAsync(UInt128? after, int most, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<BodyRow> rows = await _store.ListAsync(Body, BodyTable.AddresseeByCode, after, most, cancellationToken).ConfigureAwait(false);
        return ([.. rows.Select(row => new AddresseeNumber(BinaryPrimitives.ReadInt64BigEndian(_cipher.Open(row))))], rows.Count < most ? null : rows[^1].Key.Tag);
    }

    /// <summary>Lays replicas in (副本登録); one with a later date takes an earlier one's place.</summary>
    /// <param name="replicas">Replicas, no person's set twice.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>How many were written; a replica that is not later than the one there is passed over.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="replicas"/> is null.</exception>
    /// <exception cref="ArgumentException">A replica is of nobody.</exception>
    public ValueTask<int> PutAsync(IReadOnlyList<Replica> replicas, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replicas);
        if (replicas.Any(replica => replica is null || replica.Addressee.IsEmpty))
        {
            throw new ArgumentException("A replica is of an addressee.", nameof(replicas));
        }

        return _store.WriteAsync(Body, [.. replicas.Select(SealReplica)], cancellationToken);
    }

    /// <summary>Finds a replica.</summary>
    /// <param name="addressee">The body's own number.</param>
    /// <param name="set">Which item set.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The replica, or <see langword="null"/>.</returns>
    /// <exception cref="CryptographicException">The row was changed or moved in the store.</exception>
    public async ValueTask<Replica?> FindReplicaAsync(AddresseeNumber addressee, ItemSetId set, CancellationToken cancellationToken = default)
    {
        if (addressee.IsEmpty || set.IsEmpty)
        {
            return null;
        }

        BodyRowKey key = _cipher.Place(BodyTable.Replica, AboutReplica(addressee, set));
        return await _store.FindAsync(Body, key, cancellationToken).ConfigureAwait(false) is { } row ? ReplicaRow.Read(addressee, row.Version, _cipher.Open(row)) : null;
    }

    /// <summary>Takes a replica out, because the body may keep it no longer.</summary>
    /// <param name="addressee">The body's own number.</param>
    /// <param name="set">Which item set.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>Whether there was one.</returns>
    public ValueTask<bool> RemoveReplicaAsync(AddresseeNumber addressee, ItemSetId set, CancellationToken cancellationToken = default) =>
        addressee.IsEmpty || set.IsEmpty
            ? ValueTask.FromResult(false)
            : _store.TryExchangeAsync(Body, [_cipher.Place(BodyTable.Replica, AboutReplica(addressee, set))], [], cancellationToken);

    private BodyRow SealReplica(Replica replica)
    {
        byte[] clear = ReplicaRow.Write(replica);
        BodyRowKey key = _cipher.Place(BodyTable.Replica, AboutReplica(replica.Addressee, replica.Payload.Set));
        BodyRow row = _cipher.Seal(key, replica.AsOf.ToUnixTimeMilliseconds(), clear);
        CryptographicOperations.ZeroMemory(clear);
        return row;
    }

    private async ValueTask<byte[]?> FindAsync(BodyTable table, byte[] about, CancellationToken cancellationToken) =>
        await _store.FindAsync(Body, _cipher.Place(table, about), cancellationToken).ConfigureAwait(false) is { } row ? _cipher.Open(row) : null;

    private BodyRow[] RowsOf(AddresseeNumber addressee, AgencyCode code)
    {
        byte[] number = AboutAddressee(addressee);
        byte[] envelope = AboutCode(code);
        return
        [
            _cipher.Seal(_cipher.Place(BodyTable.AddresseeByCode, envelope), 0, number),
            _cipher.Seal(_cipher.Place(BodyTable.CodeByAddressee, number), 0, envelope),
        ];
    }

    private static byte[] AboutAddressee(AddresseeNumber addressee) => addressee.ToBytes();

    private static byte[] AboutCode(AgencyCode code)
    {
        byte[] bytes = new byte[AgencyCode.Length];
        code.WriteRevealed(bytes);
        return bytes;
    }

    private static byte[] AboutReplica(AddresseeNumber addressee, ItemSetId set) => [.. AboutAddressee(addressee), .. Encoding.ASCII.GetBytes(set.ToString())];

    private static void Check(AddresseeNumber addressee, AgencyCode code)
    {
        if (addressee.IsEmpty || code.IsEmpty)
        {
            throw new ArgumentException("A tie needs an addressee and a code.", nameof(code));
        }
    }
}
