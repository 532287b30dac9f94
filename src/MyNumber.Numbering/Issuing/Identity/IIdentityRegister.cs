namespace MyNumber.Numbering.Issuing.Identity;

/// <summary>Identity information (本人確認情報) of people: kept current, with every former version.</summary>
/// <remarks>Person and version together are unique. Nothing is overwritten or deleted. Thread safe.</remarks>
public interface IIdentityRegister
{
    /// <summary>Writes the next version of a person.</summary>
    /// <param name="record">The record; version 0 for a person who is not there, else the one after the last.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns><see langword="false"/> when the version does not follow the last: somebody else wrote first. Read again.</returns>
    /// <exception cref="ArgumentException">The record has no person, code, attributes or municipality, or a version below zero, or a text with U+0000 or half a surrogate pair, which not every database keeps.</exception>
    ValueTask<bool> TryAddAsync(IdentityRecord record, CancellationToken cancellationToken = default);

    /// <summary>Every version of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By version, the current one last; empty for an unknown person.</returns>
    ValueTask<IReadOnlyList<IdentityRecord>> HistoryAsync(Guid person, CancellationToken cancellationToken = default);
}
