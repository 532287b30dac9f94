using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Intermediate;

/// <summary>Where an intermediate server keeps the spaces of all its bodies: sealed rows, each under one body (団体ごとの区分管理).</summary>
/// <remarks>A row of one body is never seen under another's id. Thread safe; safe for several processes where it is kept outside of one.</remarks>
public interface IBodyStore
{
    /// <summary>Finds a row.</summary>
    /// <param name="body">Whose space.</param>
    /// <param name="key">Which row.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The row, or <see langword="null"/>.</returns>
    ValueTask<BodyRow?> FindAsync(AgencyId body, BodyRowKey key, CancellationToken cancellationToken = default);

    /// <summary>Writes rows all in one step; where a row is there, the one with the higher version stays, and of equal ones the one that is there.</summary>
    /// <param name="body">Whose space.</param>
    /// <param name="rows">The rows, no key twice.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException">A key stands there twice.</exception>
    ValueTask<int> WriteAsync(AgencyId body, IReadOnlyList<BodyRow> rows, CancellationToken cancellationToken = default);

    /// <summary>Takes rows out and puts new ones in, all in one step, provided that every row to go is there and no key to come is there afterwards.</summary>
    /// <param name="body">Whose space.</param>
    /// <param name="gone">Keys of rows that must be there, none twice.</param>
    /// <param name="come">Rows whose keys must not be there, but for those that go; no key twice.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>Whether it was done; else nothing was changed.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A key stands there twice.</exception>
    ValueTask<bool> TryExchangeAsync(AgencyId body, IReadOnlyList<BodyRowKey> gone, IReadOnlyList<BodyRow> come, CancellationToken cancellationToken = default);

    /// <summary>Lists the rows of a table.</summary>
    /// <param name="body">Whose space.</param>
    /// <param name="table">Which table.</param>
    /// <param name="after">Where the last page ended; <see langword="null"/> for the first.</param>
    /// <param name="most">How many at most, above zero.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Rows by ascending tag.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    ValueTask<IReadOnlyList<BodyRow>> ListAsync(AgencyId body, BodyTable table, UInt128? after, int most, CancellationToken cancellationToken = default);

    /// <summary>Lists the rows of a table whose version lies in a range; the store leaves out the others.</summary>
    /// <param name="body">Whose space.</param>
    /// <param name="table">Which table.</param>
    /// <param name="versions">The lowest and the highest version, both included; none when the first is the greater one.</param>
    /// <param name="after">Where the last page ended; <see langword="null"/> for the first.</param>
    /// <param name="most">How many at most, above zero.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Rows by ascending tag.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    ValueTask<IReadOnlyList<BodyRow>> ListAsync(
        AgencyId body, BodyTable table, (long Lowest, long Highest) versions, UInt128? after, int most, CancellationToken cancellationToken = default);
}
