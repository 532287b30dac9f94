using System.Security.Cryptography;
using MyNumber.Card.Certificates;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications.Surface;

//  EF 0005  FF40 { DF41 PNG, DF42 the card's public key, DF43 signature over DF41 ‖ DF42 with their headers }

/// <summary>個人番号 as an image (EF 0005, object FF40), signed by the issuer. 照合番号A alone opens it.</summary>
/// <remarks>The image lies in the file's own bytes, which <see cref="Dispose"/> zeroes. Read is not verified: see <see cref="IsSignedBy"/>. Source: project research notes, two
/// sources. 番号法 limits who may keep it.</remarks>
public sealed class NumberImage : IDisposable
{
    private readonly byte[] _bytes;
    private readonly TlvSequence _file;
    private bool _disposed;

    private NumberImage(byte[] bytes)
    {
        _bytes = bytes;
        _file = TlvSequence.Read("File 0005", bytes, 0xFF40, 0xDF41, 0xDF42, 0xDF43);
        CardKey = CardPublicKey.Read(_file[0xDF42].Span);
    }

    /// <summary>The image: a PNG, one bit a pixel, 72 × 12 seen.</summary>
    public ReadOnlyMemory<byte> Image
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _file[0xDF41];
        }
    }

    /// <summary>The public half of the card's key 001A; the same in all three signed files.</summary>
    public CardPublicKey CardKey { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="file">The object; filler may follow. Copied.</param>
    /// <returns>The image; the caller disposes it.</returns>
    /// <exception cref="CardDataException">Another form.</exception>
    public static NumberImage Read(ReadOnlySpan<byte> file) => Take(file.ToArray());

    /// <summary>Whether an issuer signed image and key.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <returns>Whether the signature verifies; never under an issuer of another purpose than <see cref="CardAnchorPurpose.Surface"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="issuer"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The image is disposed.</exception>
    public bool IsSignedBy(VerifiedCardIssuer issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ObjectDisposedException.ThrowIf(_disposed, this);
        return issuer.Signed(CardAnchorPurpose.Surface, _file.Run(0xDF41, 0xDF42), _file[0xDF43].Span);
    }

    /// <summary>Zeroes the file's bytes.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "NumberImage(***)";

    /// <summary>Takes the bytes over; they are zeroed when they are bad.</summary>
    internal static NumberImage Take(byte[] file)
    {
        try
        {
            return new NumberImage(file);
        }
        catch
        {
            CryptographicOperations.ZeroMemory(file);
            throw;
        }
    }
}
