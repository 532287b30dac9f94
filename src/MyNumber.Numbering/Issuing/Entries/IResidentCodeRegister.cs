namespace MyNumber.Numbering.Issuing.Entries;

/// <summary>The register of who bears which resident record code, with every former code and the notices that are owed.</summary>
/// <remarks>
/// <para>Person and version together are unique, and so is the code over the whole history. Nothing is deleted; an entry changes once, when its notice is sent.</para>
/// <para>Thread safe, and safe for several processes where it is kept outside of one. One contract test suite runs over every implementation.</para>
/// </remarks>
public interface IResidentCodeRegister
{
    /// <summary>Writes the next entry of a person.</summary>
    /// <param name="entry">The entry; version 0 for a person who is not there, else the one after the last.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>None when it is written, else the first key that it ran into, in the order of <see cref="CodeEntryConflict"/>; nothing is written then.</returns>
    /// <exception cref="ArgumentException">The entry has no person, no code, a version below zero, or an occasion that writes nothing.</exception>
    ValueTask<CodeEntryConflict> AddAsync(CodeEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Every entry of a person.</summary>
    /// <param name="person">The municipality's handle of the person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By version, the present code last; empty for an unknown person.</returns>
    ValueTask<IReadOnlyList<CodeEntry>> HistoryAsync(Guid person, CancellationToken cancellationToken = default);

    /// <summary>The entry of a code, present or former.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entry, or <see langword="null"/> when nobody ever bore the code here.</returns>
    ValueTask<CodeEntry?> FindByCodeAsync(ResidentRecordCode code, CancellationToken cancellationToken = default);

    /// <summary>Entries whose written notice was not sent.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The oldest first. They come again until <see cref="MarkNoticesSentAsync"/> says that they were sent.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    ValueTask<IReadOnlyList<CodeEntry>> FindOwedNoticesAsync(int most, CancellationToken cancellationToken = default);

    /// <summary>Notes that notices were sent, all in one step.</summary>
    /// <param name="entries">The entries, named by person and version.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Gives up; then nothing is noted.</param>
    /// <returns>How many were noted. An entry that is not there or whose notice was sent before is left alone: asking again does no harm.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    ValueTask<int> MarkNoticesSentAsync(IReadOnlyList<CodeEntry> entries, DateTimeOffset at, CancellationToken cancellationToken = default);
}
