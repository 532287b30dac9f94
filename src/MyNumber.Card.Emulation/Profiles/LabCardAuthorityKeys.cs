using System.Security.Cryptography;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>The keys of a <see cref="LabCardAuthority"/>: RSA-2048 with public exponent 65537 and exportable private part.</summary>
/// <remarks>Holds references only; the keys stay their owner's.</remarks>
public sealed class LabCardAuthorityKeys
{
    /// <summary>Holds the keys.</summary>
    /// <param name="inputSupport">Root over the input-support application's certificates.</param>
    /// <param name="surface">Root over the surface application's certificates.</param>
    /// <param name="root">Root over the chain of GET DATA.</param>
    /// <param name="intermediate">The key between that root and the municipality.</param>
    /// <param name="municipality">The issuing municipality's key, which signs the data of a card.</param>
    /// <exception cref="ArgumentNullException">A key is null.</exception>
    public LabCardAuthorityKeys(RSA inputSupport, RSA surface, RSA root, RSA intermediate, RSA municipality)
    {
        ArgumentNullException.ThrowIfNull(inputSupport);
        ArgumentNullException.ThrowIfNull(surface);
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(intermediate);
        ArgumentNullException.ThrowIfNull(municipality);
        InputSupport = inputSupport;
        Surface = surface;
        Root = root;
        Intermediate = intermediate;
        Municipality = municipality;
    }

    internal RSA InputSupport { get; }

    internal RSA Surface { get; }

    internal RSA Root { get; }

    internal RSA Intermediate { get; }

    internal RSA Municipality { get; }
}
