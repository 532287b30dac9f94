namespace MyNumber.Jpki.Services.Consents;

/// <summary>Keeps consents, apart from the store of evidence: no certificate is ever in it.</summary>
/// <remarks>Implementations are thread safe, and each method is atomic. What is removed is gone for good.</remarks>
public interface IConsentStore
{
    /// <summary>Keeps a new consent.</summary>
    /// <param name="consent">The consent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="false"/> when its id is there already.</returns>
    ValueTask<bool> TryAddAsync(Consent consent, CancellationToken cancellationToken = default);

    /// <summary>Puts a consent in the place of another of the same id, if that one is still as it was read. Only <see cref="Consent.ReflectedOn"/> and <see cref="Consent.RevokedAt"/> ever change.</summary>
    /// <param name="old">The consent as it was read.</param>
    /// <param name="changed">The consent as it is to be: the old one but for these two.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="false"/> when it was changed or removed meanwhile.</returns>
    ValueTask<bool> TryReplaceAsync(Consent old, Consent changed, CancellationToken cancellationToken = default);

    /// <summary>Finds one consent.</summary>
    /// <param name="id">Its id; any text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The consent, or <see langword="null"/>.</returns>
    ValueTask<Consent?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Removes a consent wholly (消去).</summary>
    /// <param name="id">Its id; any text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was there.</returns>
    ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>All consents, in any order that does not change between them.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The consents as they were when they, or a page of them, were read; what was removed since may still come. <see cref="TryReplaceAsync"/> tells a change since.</returns>
    IAsyncEnumerable<Consent> ReadAllAsync(CancellationToken cancellationToken = default);
}
