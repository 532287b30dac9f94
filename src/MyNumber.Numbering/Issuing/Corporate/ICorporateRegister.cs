namespace MyNumber.Numbering.Issuing.Corporate;

/// <summary>Every corporate number that was designated, with every version of its entry.</summary>
/// <remarks>Number and version together are unique, and so is the request of each version; version 0 is unique by its twelve-digit base, because the check digit follows from it. Nothing is deleted. Thread safe.</remarks>
public interface ICorporateRegister
{
    /// <summary>Writes a version.</summary>
    /// <param name="entry">The entry; version 0 designates, a later one must follow the last.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns><see langword="false"/> when the version is there already or does not follow the last, or its request was answered before; then nothing is written.</returns>
    /// <exception cref="ArgumentException">The entry has no number, no request or a negative version, or a text that not every database keeps: none, one with U+0000, or with half a surrogate pair.</exception>
    ValueTask<bool> TryAddAsync(CorporateEntry entry, CancellationToken cancellationToken = default);

    /// <summary>The version that answered a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The version, or <see langword="null"/>.</returns>
    ValueTask<CorporateEntry?> FindByRequestAsync(Guid request, CancellationToken cancellationToken = default);

    /// <summary>Every version of a number's entry.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By version; empty when it was never designated.</returns>
    ValueTask<IReadOnlyList<CorporateEntry>> HistoryAsync(CorporateNumber number, CancellationToken cancellationToken = default);
}
