namespace MyNumber.Linkage.Permission.Permits;

/// <summary>Custody of the keys under which the core seals permits: by version, and never as bytes.</summary>
/// <remarks>Implementations are thread safe.</remarks>
public interface IPermitKeys
{
    /// <summary>Bytes of a seal: HMAC-SHA-256.</summary>
    const int SealLength = 32;

    /// <summary>The version for new permits.</summary>
    byte CurrentVersion { get; }

    /// <summary>Computes the seal of some bytes.</summary>
    /// <param name="version">Under which key.</param>
    /// <param name="data">The bytes.</param>
    /// <param name="seal">32 bytes, written when there is such a key.</param>
    /// <returns><see langword="false"/> when there is no such version.</returns>
    /// <exception cref="ArgumentException"><paramref name="seal"/> does not have 32 bytes.</exception>
    bool TrySeal(byte version, ReadOnlySpan<byte> data, Span<byte> seal);
}
