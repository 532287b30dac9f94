using System.Diagnostics.CodeAnalysis;

namespace MyNumber.Linkage.Codes;

/// <summary>Ciphers whose keys live in this process only.</summary>
/// <remarks>Thread safe. Owns the ciphers and disposes of them. A key epoch that is left out is retired: its codes are answered <see cref="CodeVerdict.UnknownKeyEpoch"/>.</remarks>
public sealed class CodeKeyRing : ICodeKeyProvider, IDisposable
{
    private readonly Dictionary<byte, AgencyCodeCipher> _ciphers = [];

    /// <summary>Makes a ring of one cipher.</summary>
    /// <param name="cipher">The cipher; owned from now on.</param>
    /// <exception cref="ArgumentNullException">No cipher.</exception>
    public CodeKeyRing(AgencyCodeCipher cipher)
        : this((cipher ?? throw new ArgumentNullException(nameof(cipher))).KeyEpoch, [cipher])
    {
    }

    /// <summary>Makes a ring of several ciphers.</summary>
    /// <param name="currentEpoch">The key epoch of new codes.</param>
    /// <param name="ciphers">Every cipher; owned from now on.</param>
    /// <exception cref="ArgumentNullException">An argument or a cipher is null.</exception>
    /// <exception cref="ArgumentException">A key epoch is there twice, or the current one is not there.</exception>
    public CodeKeyRing(byte currentEpoch, IEnumerable<AgencyCodeCipher> ciphers)
    {
        ArgumentNullException.ThrowIfNull(ciphers);
        foreach (AgencyCodeCipher cipher in ciphers)
        {
            ArgumentNullException.ThrowIfNull(cipher, nameof(ciphers));
            _ciphers.Add(cipher.KeyEpoch, cipher);
        }

        if (!_ciphers.ContainsKey(currentEpoch))
        {
            throw new ArgumentException("The current key epoch is not among the ciphers.", nameof(currentEpoch));
        }

        CurrentEpoch = currentEpoch;
    }

    /// <inheritdoc/>
    public byte CurrentEpoch { get; }

    /// <inheritdoc/>
    public bool TryOpen(byte keyEpoch, [NotNullWhen(true)] out AgencyCodeCipher? cipher) => _ciphers.TryGetValue(keyEpoch, out cipher);

    /// <summary>Disposes of every cipher.</summary>
    public void Dispose()
    {
        foreach (AgencyCodeCipher cipher in _ciphers.Values)
        {
            cipher.Dispose();
        }
    }
}
