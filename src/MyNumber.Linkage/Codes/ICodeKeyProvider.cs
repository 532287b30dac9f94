using System.Diagnostics.CodeAnalysis;

namespace MyNumber.Linkage.Codes;

/// <summary>Hands out the second layer's ciphers by key epoch (鍵世代), and never a key.</summary>
/// <remarks>Kept apart from <see cref="ILinkKeyProvider"/>. Implementations are thread safe and own the ciphers.</remarks>
public interface ICodeKeyProvider
{
    /// <summary>The key epoch of new codes.</summary>
    byte CurrentEpoch { get; }

    /// <summary>Finds a cipher.</summary>
    /// <param name="keyEpoch">A key epoch, as an envelope says.</param>
    /// <param name="cipher">The cipher, not owned by the caller, or null.</param>
    /// <returns>Whether the key of that epoch is held.</returns>
    bool TryOpen(byte keyEpoch, [NotNullWhen(true)] out AgencyCodeCipher? cipher);
}
