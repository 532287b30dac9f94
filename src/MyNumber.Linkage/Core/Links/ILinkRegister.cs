using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Links;

/// <summary>The core's register of link codes (連携用符号): one for a person, whatever resident record codes the person has in turn.</summary>
/// <remarks>
/// <para>Link and version together are unique, and so is the tag of a resident record code among links that are not buried. Nothing is deleted.</para>
/// <para>Thread safe, and safe for several processes where it is kept outside of one. A call is one transaction.</para>
/// </remarks>
public interface ILinkRegister
{
    /// <summary>Writes lines, all or none.</summary>
    /// <param name="entries">The lines; version 0 for a new link, else the one after its last.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>None, or the first line that ran into a key; nothing is written then.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or a line is null.</exception>
    ValueTask<LinkResult> AddAsync(IReadOnlyList<LinkEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Finds the person of a resident record code, present or former.</summary>
    /// <param name="tag">The tag of the code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The link code, or empty. A buried link is never found; its successor is.</returns>
    ValueTask<LinkCode> FindAsync(ResidentCodeTag tag, CancellationToken cancellationToken = default);

    /// <summary>Every line of a link, buried or not.</summary>
    /// <param name="link">The link code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By version; empty for an unknown link.</returns>
    ValueTask<IReadOnlyList<LinkEntry>> HistoryAsync(LinkCode link, CancellationToken cancellationToken = default);

    /// <summary>Buries a link: its resident record codes go to the successor, or to nobody.</summary>
    /// <param name="tombstone">The link and its successor.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns><see langword="false"/> when the link is unknown or buried, or the successor is; nothing is written then.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tombstone"/> is null.</exception>
    ValueTask<bool> BuryAsync(LinkTombstone tombstone, CancellationToken cancellationToken = default);

    /// <summary>The tombstone of a link.</summary>
    /// <param name="link">The link code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The tombstone, or <see langword="null"/> for a link that is not buried.</returns>
    ValueTask<LinkTombstone?> FindTombstoneAsync(LinkCode link, CancellationToken cancellationToken = default);
}
