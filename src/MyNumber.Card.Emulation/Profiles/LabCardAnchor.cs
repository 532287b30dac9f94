namespace MyNumber.Card.Emulation.Profiles;

/// <summary>A public key of the lab that card-verifiable certificates end in; a client is given it as an anchor.</summary>
/// <remarks>The public exponent is 65537. Immutable.</remarks>
public sealed class LabCardAnchor
{
    internal LabCardAnchor(string name, ReadOnlySpan<byte> modulus)
    {
        Name = name;
        KeyId = CardKeyEncoding.Id(name);
        Modulus = modulus.ToArray();
    }

    /// <summary>The identifier as text, such as <c>6000033/001</c>.</summary>
    public string Name { get; }

    /// <summary>The identifier as certificates carry it (証明者鍵ID), 16 bytes.</summary>
    public ReadOnlyMemory<byte> KeyId { get; }

    /// <summary>RSA modulus, 256 bytes, big-endian.</summary>
    public ReadOnlyMemory<byte> Modulus { get; }

    /// <summary>The identifier.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
