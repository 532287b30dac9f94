using System.Diagnostics;
using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Portal.Accounts;

/// <summary>By what the portal knows a login again: opaque bytes that whoever authenticated the person gives, such as the fingerprint of a certificate for user authentication.</summary>
/// <remarks>Kept as SHA-256 under a label. It leads to a person's account, so text and debugger show a mask. <see langword="default"/> is empty.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct LoginHandle
{
    /// <summary>Fewest bytes that a handle is made of.</summary>
    public const int FewestBytes = 16;

    /// <summary>Most bytes that a handle is made of.</summary>
    public const int MostBytes = 1024;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Digest _value;

    private LoginHandle(Digest value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _value.IsZero;

    /// <summary>Makes a handle.</summary>
    /// <param name="opaque">16 to 1,024 bytes that are the same at each login and nobody else's.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="ArgumentException">There are fewer or more bytes.</exception>
    public static LoginHandle Of(ReadOnlySpan<byte> opaque) => opaque.Length is >= FewestBytes and <= MostBytes
        ? new LoginHandle(Digest.FromBytes(SHA256.HashData([.. "MyNumber.Linkage/login/v1\0"u8, .. opaque])))
        : throw new ArgumentException("A login handle is made of 16 to 1,024 bytes.", nameof(opaque));

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => IsEmpty ? string.Empty : "login ***";

    internal byte[] ToBytes() => _value.ToArray();
}
