using System.Security.Cryptography;
using MyNumber.Card.Certificates;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications.InputSupport;

//  EF 0003  FF30 { DF31 SHA-256 of all 17 bytes of EF 0001, DF32 SHA-256 of FF20's content behind DF21, DF33 signature over DF31 ‖ DF32 with their headers }

/// <summary>署名 (EF 0003, object FF30): digests of the two personal files and the issuer's signature over them.</summary>
/// <remarks>Immutable. Source: project research notes, two sources, checked on cards there.</remarks>
public sealed class InputSupportSeal
{
    private readonly TlvSequence _file;

    private InputSupportSeal(TlvSequence file)
    {
        _file = file;
        if (file[0xDF31].Length != SHA256.HashSizeInBytes || file[0xDF32].Length != SHA256.HashSizeInBytes)
        {
            throw new CardDataException("A digest in file 0003 does not have 32 bytes.");
        }
    }

    /// <summary>Reads the file.</summary>
    /// <param name="file">The object; filler may follow. Copied.</param>
    /// <returns>The digests and their signature.</returns>
    /// <exception cref="CardDataException">Another form.</exception>
    public static InputSupportSeal Read(ReadOnlySpan<byte> file) => new(TlvSequence.Read("File 0003", file.ToArray(), 0xFF30, 0xDF31, 0xDF32, 0xDF33));

    /// <summary>Whether an issuer signed the digests.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <returns>Whether the signature verifies; never under an issuer of another purpose than <see cref="CardAnchorPurpose.InputSupport"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="issuer"/> is null.</exception>
    public bool IsSignedBy(VerifiedCardIssuer issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return issuer.Signed(CardAnchorPurpose.InputSupport, _file.Run(0xDF31, 0xDF32), _file[0xDF33].Span);
    }

    /// <summary>Whether a number file is the signed one.</summary>
    /// <param name="file">All bytes of EF 0001, filler included.</param>
    /// <returns>Whether its digest is DF31.</returns>
    public bool CoversNumber(ReadOnlySpan<byte> file) => Is(0xDF31, file);

    /// <summary>Whether an attribute file is the signed one.</summary>
    /// <param name="file">EF 0002, with or without filler.</param>
    /// <returns>Whether the digest of what follows its offsets is DF32; <see langword="false"/> when it does not begin with its offsets.</returns>
    public bool CoversAttributes(ReadOnlySpan<byte> file)
    {
        BerTlvReader outer = new(file);
        if (!outer.TryRead(out ushort tag, out ReadOnlySpan<byte> content) || tag != 0xFF20)
        {
            return false;
        }

        BerTlvReader inner = new(content);
        return inner.TryRead(out tag, out _) && tag == 0xDF21 && Is(0xDF32, inner.Rest);
    }

    private bool Is(ushort tag, ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return CryptographicOperations.FixedTimeEquals(digest, _file[tag].Span);
    }
}
