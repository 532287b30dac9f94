namespace MyNumber.Jpki.Authority.Status;

/// <summary>Where an authority keeps what it must not forget: generations, issued certificates, statuses with their history, links, applications, published lists.</summary>
/// <remarks>
/// <para>It is a sequence of entries that only grows. Whoever writes says which place comes next; when another writer took that place, nothing is written, and the writer reads on first.
/// So several processes may write to one register, and none acts on what it has not seen.</para>
/// <para>Implementations are thread safe. An authority answers from its own memory, which it fills from here at its start and by <see cref="StatusStore.CatchUpAsync"/>: readers go on while
/// the register is away.</para>
/// </remarks>
public interface ICertificateRegister
{
    /// <summary>Writes an entry, all of it or nothing.</summary>
    /// <param name="entry">The entry with its place.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns><see langword="false"/> when the place is taken, or is not the next one; then nothing is written.</returns>
    ValueTask<bool> TryAppendAsync(RegisterEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Reads entries in their order. Of the lists in them only those need to come back that no later list took the place of.</summary>
    /// <param name="after">The place after which to begin; 0 for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entries, without gaps.</returns>
    IAsyncEnumerable<RegisterEntry> ReadAsync(long after, CancellationToken cancellationToken = default);
}
