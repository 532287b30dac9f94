using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Issued;

/// <summary>The register of issued codes (番号法施行令 26条6項).</summary>
/// <remarks>
/// <para>Holder and code together are unique for ever; holder and link are unique among codes in use. Nothing is deleted; what changes is how a code stands.</para>
/// <para>Thread safe, and safe for several processes where it is kept outside of one. A call is one transaction.</para>
/// </remarks>
public interface IIssuedCodes
{
    /// <summary>Records new codes, all or none.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>None, or the first that ran into a key, in the order of <see cref="IssuedConflict"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="codes"/> or one of them is null.</exception>
    ValueTask<IssuedResult> AddAsync(IReadOnlyList<IssuedCode> codes, CancellationToken cancellationToken = default);

    /// <summary>Changes how codes stand, all or none.</summary>
    /// <param name="changes">The changes. A code is superseded or revoked when it is in use, and revived when it is not.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>None, or the first that ran into a key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> or one of them is null.</exception>
    ValueTask<IssuedResult> ChangeAsync(IReadOnlyList<IssuedChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Finds a code, in use or not.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The code, or <see langword="null"/>.</returns>
    ValueTask<IssuedCode?> FindAsync(CodeHolderId holder, AgencyCode code, CancellationToken cancellationToken = default);

    /// <summary>Finds a holder's code in use of a person.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="link">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The code, or <see langword="null"/> when the holder has none: a normal state.</returns>
    ValueTask<IssuedCode?> FindAsync(CodeHolderId holder, LinkCode link, CancellationToken cancellationToken = default);

    /// <summary>Every code of a person at every holder, in use or not.</summary>
    /// <param name="link">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By holder, then by time of issue, then by the bytes of the code.</returns>
    ValueTask<IReadOnlyList<IssuedCode>> OfPersonAsync(LinkCode link, CancellationToken cancellationToken = default);
}
