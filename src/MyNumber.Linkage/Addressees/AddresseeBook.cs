using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Numbering;

namespace MyNumber.Linkage.Addressees;

/// <summary>One body's system of unified addressees (団体内統合宛名システム): which individual number (個人番号) is which addressee number (宛名番号) inside this body.</summary>
/// <remarks>
/// <para>The only place of the body's side of the linkage that knows individual numbers. It belongs into a store of the body's own and under a key of its own: never into the
/// store of an intermediate server, which several bodies share and which must know no individual number, and never under the key of the body's <see cref="BodySpace"/>.</para>
/// <para>One number in force per person and one person per number. Thread safe, and safe for several processes where the store is kept outside of one.</para>
/// <para>Every method throws <see cref="CryptographicException"/> when a row was changed, moved or sealed under another key.</para>
/// </remarks>
public sealed class AddresseeBook
{
    private const int MostAttempts = 64;
    private const ulong DrawMask = (1UL << 50) - 1;

    private readonly AddresseeRows _rows;
    private readonly RandomNumberGenerator _random;

    /// <summary>Opens a body's book.</summary>
    /// <param name="store">A store of the body's own.</param>
    /// <param name="cipher">The key of this book alone; stays the caller's.</param>
    /// <param name="random">Draws addressee numbers; stays the caller's.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public AddresseeBook(IBodyStore store, BodyCipher cipher, RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(cipher);
        ArgumentNullException.ThrowIfNull(random);
        (_rows, _random, Body) = (new AddresseeRows(store, cipher), random, cipher.Body);
    }

    /// <summary>Whose book.</summary>
    public AgencyId Body { get; }

    /// <summary>Finds a person, or gives an addressee number at random to one who is not there.</summary>
    /// <param name="number">An individual number that the body has verified (本人確認).</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>Found, added, or former number; of callers at once one adds.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public async ValueTask<AddresseeResult> GetOrAddAsync(IndividualNumber number, CancellationToken cancellationToken = default)
    {
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            AddresseeResult found = await FindAsync(number, cancellationToken).ConfigureAwait(false);
            if (found.Outcome != AddresseeOutcome.Unknown)
            {
                return found;
            }

            AddresseeEntry entry = new(Draw(), 0, number, default);
            if (await _rows.TryAddAsync(entry, cancellationToken).ConfigureAwait(false))
            {
                return new AddresseeResult(AddresseeOutcome.Added, entry.Addressee);
            }
        }

        throw NoProgress();
    }

    /// <summary>Finds a person by the individual number in force.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Found with the addressee, former number without one, or unknown.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public async ValueTask<AddresseeResult> FindAsync(IndividualNumber number, CancellationToken cancellationToken = default)
    {
        Require(number);
        return await _rows.FindAsync(number, cancellationToken).ConfigureAwait(false) is not { } entry ? new AddresseeResult(AddresseeOutcome.Unknown)
            : entry.IsFormer ? new AddresseeResult(AddresseeOutcome.FormerNumber)
            : new AddresseeResult(AddresseeOutcome.Found, entry.Addressee);
    }

    /// <summary>Finds the individual number in force, for the body's own duties only; nothing of the linkage needs it.</summary>
    /// <param name="addressee">An addressee number; one that was merged leads to the person's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The number, or empty when nobody here has this addressee number.</returns>
    public async ValueTask<IndividualNumber> FindNumberAsync(AddresseeNumber addressee, CancellationToken cancellationToken = default) =>
        await FollowAsync(addressee, cancellationToken).ConfigureAwait(false) is { } entry ? entry.Number : default;

    /// <summary>Finds the addressee number that a person has now.</summary>
    /// <param name="addressee">An addressee number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Found with the same, merged with the one that it leads to, or unknown.</returns>
    public async ValueTask<AddresseeResult> ResolveAsync(AddresseeNumber addressee, CancellationToken cancellationToken = default) =>
        await FollowAsync(addressee, cancellationToken).ConfigureAwait(false) is not { } entry ? new AddresseeResult(AddresseeOutcome.Unknown)
            : new AddresseeResult(entry.Addressee == addressee ? AddresseeOutcome.Found : AddresseeOutcome.Merged, entry.Addressee);

    /// <summary>Puts a new individual number in the place of a former one (番号変更); the addressee number stays.</summary>
    /// <param name="former">The number so far.</param>
    /// <param name="current">The number from now on.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>Changed, already done, unknown, former number, or number is taken.</returns>
    /// <exception cref="ArgumentException">A number is empty, or both are one.</exception>
    public async ValueTask<AddresseeResult> ChangeNumberAsync(IndividualNumber former, IndividualNumber current, CancellationToken cancellationToken = default)
    {
        Require(former);
        Require(current);
        if (former == current)
        {
            throw new ArgumentException("A change puts another number in the place of one.", nameof(current));
        }

        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            NumberEntry? taken = await _rows.FindAsync(current, cancellationToken).ConfigureAwait(false);
            if (await _rows.FindAsync(former, cancellationToken).ConfigureAwait(false) is not { } held)
            {
                return new AddresseeResult(AddresseeOutcome.Unknown);
            }

            if (taken is not null || held.IsFormer)
            {
                return await RefuseChangeAsync(held, taken, cancellationToken).ConfigureAwait(false);
            }

            if (await _rows.FindAsync(held.Addressee, cancellationToken).ConfigureAwait(false) is { } entry && entry.Number == former
                && await TryChangeAsync(entry, current, cancellationToken).ConfigureAwait(false))
            {
                return new AddresseeResult(AddresseeOutcome.Changed, held.Addressee);
            }
        }

        throw NoProgress();
    }

    /// <summary>Makes two addressees one, because they were found to be one person; codes and replicas that were tied to the one that goes are the caller's to move.</summary>
    /// <param name="survivor">The addressee that stays.</param>
    /// <param name="leaving">The addressee that leads to it from now on; its number does not come back.</param>
    /// <param name="current">Which of the two individual numbers is in force; the other one is a former one from now on.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>Merged, already done, unknown, or number is not theirs. Merged earlier and into another one: number is not theirs.</returns>
    /// <exception cref="ArgumentException">An argument is empty, or both addressees are one.</exception>
    public async ValueTask<AddresseeResult> MergeAsync(AddresseeNumber survivor, AddresseeNumber leaving, IndividualNumber current, CancellationToken cancellationToken = default)
    {
        Require(current);
        if (survivor.IsEmpty || leaving.IsEmpty || survivor == leaving)
        {
            throw new ArgumentException("Two addressees are merged.", nameof(leaving));
        }

        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            AddresseeEntry? stays = await _rows.FindAsync(survivor, cancellationToken).ConfigureAwait(false);
            AddresseeEntry? goes = await _rows.FindAsync(leaving, cancellationToken).ConfigureAwait(false);
            if (stays is null || goes is null)
            {
                return new AddresseeResult(AddresseeOutcome.Unknown);
            }

            if (stays.IsMerged || goes.IsMerged || (current != stays.Number && current != goes.Number))
            {
                bool done = goes.LeadsTo == survivor && stays.Number == current;
                return done ? new AddresseeResult(AddresseeOutcome.AlreadyDone, survivor) : new AddresseeResult(AddresseeOutcome.NumberIsNotTheirs);
            }

            if (await TryMergeAsync(stays, goes, current, cancellationToken).ConfigureAwait(false))
            {
                return new AddresseeResult(AddresseeOutcome.Merged, survivor);
            }
        }

        throw NoProgress();
    }

    private ValueTask<bool> TryChangeAsync(AddresseeEntry entry, IndividualNumber current, CancellationToken cancellationToken) => _rows.TryChangeAsync(
        [entry], [entry.WithNumber(current)], [entry.Number],
        [(entry.Number, new NumberEntry(entry.Addressee, IsFormer: true)), (current, new NumberEntry(entry.Addressee, IsFormer: false))], cancellationToken);

    private ValueTask<bool> TryMergeAsync(AddresseeEntry stays, AddresseeEntry goes, IndividualNumber current, CancellationToken cancellationToken)
    {
        IndividualNumber other = current == stays.Number ? goes.Number : stays.Number;
        return _rows.TryChangeAsync(
            [stays, goes], [stays.WithNumber(current), goes.Leave(stays.Addressee)], [current, other],
            [(current, new NumberEntry(stays.Addressee, IsFormer: false)), (other, new NumberEntry(stays.Addressee, IsFormer: true))], cancellationToken);
    }

    private async ValueTask<AddresseeResult> RefuseChangeAsync(NumberEntry held, NumberEntry? taken, CancellationToken cancellationToken)
    {
        AddresseeEntry? person = await FollowAsync(held.Addressee, cancellationToken).ConfigureAwait(false);
        return held.IsFormer && taken is { IsFormer: false } now && now.Addressee == person?.Addressee ? new AddresseeResult(AddresseeOutcome.AlreadyDone, now.Addressee)
            : held.IsFormer ? new AddresseeResult(AddresseeOutcome.FormerNumber)
            : new AddresseeResult(AddresseeOutcome.NumberIsTaken, taken is { IsFormer: false } other ? other.Addressee : default);
    }

    private async ValueTask<AddresseeEntry?> FollowAsync(AddresseeNumber addressee, CancellationToken cancellationToken)
    {
        AddresseeEntry? entry = addressee.IsEmpty ? null : await _rows.FindAsync(addressee, cancellationToken).ConfigureAwait(false);
        while (entry is { IsMerged: true })
        {
            entry = await _rows.FindAsync(entry.LeadsTo, cancellationToken).ConfigureAwait(false);
        }

        return entry;
    }

    private AddresseeNumber Draw()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        ulong value;
        do
        {
            _random.GetBytes(bytes);
            value = BinaryPrimitives.ReadUInt64BigEndian(bytes) & DrawMask;
        }
        while (value > AddresseeNumber.MaxValue);

        return new AddresseeNumber((long)value);
    }

    private static void Require(IndividualNumber number)
    {
        if (number.IsEmpty)
        {
            throw new ArgumentException("The individual number is empty.", nameof(number));
        }
    }

    private static InvalidOperationException NoProgress() => new("The rows of an addressee book do not fit together.");
}
