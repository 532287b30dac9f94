namespace MyNumber.Linkage.Codes;

/// <summary>Agency codes (機関別符号) over all key epochs: new ones under the current key, presented ones under the key that their envelope names.</summary>
/// <remarks>Thread safe as far as the provider is.</remarks>
public sealed class AgencyCodes
{
    private readonly ICodeKeyProvider _keys;

    /// <summary>Takes the keys.</summary>
    /// <param name="keys">The provider; not owned.</param>
    /// <exception cref="ArgumentNullException">No provider.</exception>
    public AgencyCodes(ICodeKeyProvider keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys;
    }

    /// <summary>Makes a code under the current key.</summary>
    /// <inheritdoc cref="AgencyCodeCipher.Derive(CodeHolderId, byte, LinkCode)" path="/param|/returns"/>
    /// <exception cref="ArgumentException">Holder or link is empty.</exception>
    /// <exception cref="InvalidOperationException">The provider lacks its current key.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    public AgencyCode Derive(CodeHolderId holder, byte holderEpoch, LinkCode link) => Current().Derive(holder, holderEpoch, link);

    /// <summary>Judges a presented code under the key of its envelope.</summary>
    /// <inheritdoc cref="AgencyCodeCipher.Inspect" path="/param|/returns|/exception"/>
    public CodeVerdict Inspect(AgencyCode code, CodeHolderId holder, byte holderEpoch, out LinkCode link)
    {
        link = default;
        if (holder.IsEmpty)
        {
            throw new ArgumentException("The holder is empty.", nameof(holder));
        }

        if (code.Scheme != CodeScheme.AesBlock)
        {
            return CodeVerdict.UnknownScheme;
        }

        return _keys.TryOpen(code.KeyEpoch, out AgencyCodeCipher? cipher) ? cipher.Inspect(code, holder, holderEpoch, out link) : CodeVerdict.UnknownKeyEpoch;
    }

    /// <summary>Turns one holder's code of a person, under the key of its envelope, into another holder's under the current key.</summary>
    /// <inheritdoc cref="AgencyCodeCipher.Convert(AgencyCode, CodeHolderId, byte, CodeHolderId, byte, out AgencyCode)" path="/param|/returns"/>
    /// <exception cref="ArgumentException">A holder is empty.</exception>
    /// <exception cref="InvalidOperationException">The provider lacks its current key.</exception>
    /// <exception cref="ObjectDisposedException">A key is gone.</exception>
    public CodeVerdict Convert(AgencyCode code, CodeHolderId from, byte fromEpoch, CodeHolderId to, byte toEpoch, out AgencyCode converted)
    {
        if (to.IsEmpty)
        {
            throw new ArgumentException("The holder is empty.", nameof(to));
        }

        CodeVerdict verdict = Inspect(code, from, fromEpoch, out LinkCode link);
        converted = verdict == CodeVerdict.Genuine ? Derive(to, toEpoch, link) : default;
        return verdict;
    }

    private AgencyCodeCipher Current() => _keys.TryOpen(_keys.CurrentEpoch, out AgencyCodeCipher? cipher)
        ? cipher
        : throw new InvalidOperationException("The provider lacks its current key.");
}
