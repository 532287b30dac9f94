using System.Security.Cryptography;
using MyNumber.Card.Certificates;
using MyNumber.Card.Tlv;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Applications.Surface;

//  EF 0002  FF20 { DF21 nine offsets, DF22 birth, DF23 sex, DF24 card key, DF25 name image, DF26 address image, DF27 photo, DF28 signature, DF29 expiry, DF2A code image }
//  DF28 pads a DigestInfo of 115 bytes: SHA-256's OID and 96 bytes = SHA-256(DF22‖DF23‖DF24) ‖ SHA-256(DF25‖DF26) ‖ SHA-256(DF27), headers included.

/// <summary>券面 (EF 0002, object FF20): what the card's front shows, name, address and photo as images.</summary>
/// <remarks>
/// <para>The images lie in the file's own bytes, which <see cref="Dispose"/> zeroes. Read is not verified: see <see cref="IsSignedBy"/>, which covers neither the expiry date nor
/// the image of the security code. Not thread safe while it is disposed. <c>ToString</c> is masked.</para>
/// <para>Source: project research notes; four sources for the fields, one for the signature, checked on a test card there.</para>
/// </remarks>
public sealed class FaceRecord : IDisposable
{
    private static readonly byte[] DigestInfoHead = [0x30, 0x71, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x60];
    private readonly byte[] _bytes;
    private readonly TlvSequence _file;
    private bool _disposed;

    private FaceRecord(byte[] bytes)
    {
        _bytes = bytes;
        _file = TlvSequence.Read("File 0002", bytes, 0xFF20, 0xDF21, 0xDF22, 0xDF23, 0xDF24, 0xDF25, 0xDF26, 0xDF27, 0xDF28, 0xDF29, 0xDF2A);
        OffsetTable.Check(_file, 0xDF21, 0xDF22, 0xDF23, 0xDF24, 0xDF25, 0xDF26, 0xDF27, 0xDF28, 0xDF29, 0xDF2A);
        BirthDate = PersonValues.ReadBirthDate(_file[0xDF22].Span, "birth date DF22 in file 0002");
        Sex = PersonValues.ReadSex(_file[0xDF23].Span, "sex DF23 in file 0002");
        CardKey = CardPublicKey.Read(_file[0xDF24].Span);
        Expiry = CardText.Date(_file[0xDF29].Span, "expiry DF29 in file 0002");
    }

    /// <summary>The birth date (生年月日).</summary>
    public BirthDate BirthDate { get; }

    /// <summary>The sex (性別).</summary>
    public Sex Sex { get; }

    /// <summary>The public half of the card's key 001A; the same in all three signed files.</summary>
    public CardPublicKey CardKey { get; }

    /// <summary>The expiry date (有効期限). Not signed.</summary>
    public DateOnly Expiry { get; }

    /// <summary>The name (氏名): a PNG, one bit a pixel.</summary>
    public ReadOnlyMemory<byte> NameImage => Image(0xDF25);

    /// <summary>The address (住所): a PNG, one bit a pixel.</summary>
    public ReadOnlyMemory<byte> AddressImage => Image(0xDF26);

    /// <summary>The photo (顔写真): JPEG 2000 in a JP2 container, grey.</summary>
    public ReadOnlyMemory<byte> Photo => Image(0xDF27);

    /// <summary>The security code (セキュリティコード): a PNG, one bit a pixel. Not signed.</summary>
    public ReadOnlyMemory<byte> SecurityCodeImage => Image(0xDF2A);

    /// <summary>Reads the file.</summary>
    /// <param name="file">The object; filler may follow. Copied.</param>
    /// <returns>The face; the caller disposes it.</returns>
    /// <exception cref="CardDataException">Another form.</exception>
    public static FaceRecord Read(ReadOnlySpan<byte> file) => Take(file.ToArray());

    /// <summary>Whether an issuer signed birth date, sex, key, name, address and photo.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <returns>Whether the signature verifies; never under an issuer of another purpose than <see cref="CardAnchorPurpose.Surface"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="issuer"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The face is disposed.</exception>
    public bool IsSignedBy(VerifiedCardIssuer issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ObjectDisposedException.ThrowIf(_disposed, this);
        Span<byte> block = stackalloc byte[DigestInfoHead.Length + (3 * SHA256.HashSizeInBytes)];
        DigestInfoHead.CopyTo(block);
        SHA256.HashData(_file.Run(0xDF22, 0xDF24), block[19..]);
        SHA256.HashData(_file.Run(0xDF25, 0xDF26), block[51..]);
        SHA256.HashData(_file.Run(0xDF27, 0xDF27), block[83..]);
        return issuer.Purpose == CardAnchorPurpose.Surface && issuer.Key.VerifiesBlock(block, _file[0xDF28].Span);
    }

    /// <summary>Zeroes the file's bytes, images included.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "FaceRecord(***)";

    /// <summary>Takes the bytes over; they are zeroed when they are bad.</summary>
    internal static FaceRecord Take(byte[] file)
    {
        try
        {
            return new FaceRecord(file);
        }
        catch
        {
            CryptographicOperations.ZeroMemory(file);
            throw;
        }
    }

    private ReadOnlyMemory<byte> Image(ushort tag)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _file[tag];
    }
}
