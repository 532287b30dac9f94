using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Certificates;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Applications.Surface;

/// <summary>券面事項確認AP: what the card's front and back show, as images and signed by the issuer, behind the matching numbers; and an age record behind the birth date.</summary>
/// <remarks>
/// <para>The holder's four PINs open nothing here. Mind the swap: 照合番号A is 0013 and B is 0012, other than in the input-support application.</para>
/// <para>Belongs to one session and is as little thread safe. When another application is selected in the session, or an exchange fails below the APDU, every member throws
/// <see cref="InvalidOperationException"/>: select again. Every member may throw <see cref="CardRemovedException"/>, <see cref="CardStatusException"/> (with the status word),
/// <see cref="CardException"/>, and what <see cref="CardSession"/> throws for null arguments, disposal and cancellation. A malformed file is a
/// <see cref="CardDataException"/>.</para>
/// </remarks>
public sealed class SurfaceApplication
{
    private static readonly CardFileId AgeFile = new(0x0001);
    private static readonly CardFileId FaceFile = new(0x0002);
    private static readonly CardFileId InfoFile = new(0x0003);
    private static readonly CardFileId CertificateFile = new(0x0004);
    private static readonly CardFileId NumberFile = new(0x0005);
    private static readonly CardFileId ReservedFile = new(0x0006);
    private readonly ApplicationSelection _selection;

    private SurfaceApplication(ApplicationSelection selection) => _selection = selection;

    /// <summary>Selects the application.</summary>
    /// <param name="session">The session; not owned.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The application.</returns>
    /// <exception cref="CardStatusException"><c>6A82</c>: the card has no such application.</exception>
    public static async ValueTask<SurfaceApplication> SelectAsync(CardSession session, CancellationToken cancellationToken = default) =>
        new(await ApplicationSelection.SelectAsync(session, CardApplicationId.Surface, cancellationToken).ConfigureAwait(false));

    /// <summary>Asks for the tries that a key of this application has left, without spending one.</summary>
    /// <param name="reference">One of the application's references.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>What the card tells.</returns>
    /// <exception cref="ArgumentException">The reference belongs to another application.</exception>
    public ValueTask<PinStatus> GetPinStatusAsync(PinReference reference, CancellationToken cancellationToken = default) =>
        _selection.Session.GetPinStatusAsync(ApplicationSelection.Own(reference, CardApplicationId.Surface), cancellationToken);

    /// <summary>Tries 照合番号A (0013), which opens the face and the image of the number.</summary>
    /// <param name="number">The matching number; stays the caller's.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinVerification> VerifyMatchingNumberAsync(MatchingNumberA number, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        return _selection.Session.VerifyPinAsync(PinReference.SurfaceMatchingA, number.Pin, lastTry, cancellationToken);
    }

    /// <summary>Tries 照合番号B (0012), which opens the face and not the image of the number.</summary>
    /// <param name="number">The matching number; stays the caller's.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinVerification> VerifyMatchingNumberAsync(MatchingNumberB number, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        return _selection.Session.VerifyPinAsync(PinReference.SurfaceMatchingB, number.Pin, lastTry, cancellationToken);
    }

    /// <summary>Tries the birth date (0011), which opens the age record alone.</summary>
    /// <param name="key">The key; stays the caller's.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinVerification> VerifyBirthDateAsync(BirthDateKey key, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _selection.Session.VerifyPinAsync(PinReference.SurfaceBirthDate, key.Pin, lastTry, cancellationToken);
    }

    /// <summary>Reads the age record (EF 0001). The birth date must have been verified.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The record, not verified.</returns>
    public async ValueTask<AgeRecord> ReadAgeRecordAsync(CancellationToken cancellationToken = default)
    {
        byte[] file = await ReadAsync(AgeFile, cancellationToken).ConfigureAwait(false);
        try
        {
            return AgeRecord.Read(file);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file);
        }
    }

    /// <summary>Reads the face (EF 0002). A matching number must have been verified.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The face, not verified; the caller disposes it.</returns>
    public async ValueTask<FaceRecord> ReadFaceAsync(CancellationToken cancellationToken = default) =>
        FaceRecord.Take(await ReadAsync(FaceFile, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads AP基本情報 (EF 0003), free.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The fields.</returns>
    public async ValueTask<SurfaceInfo> ReadInfoAsync(CancellationToken cancellationToken = default) =>
        SurfaceInfo.Read(await ReadAsync(InfoFile, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads the CV certificate of the key that signs the files (EF 0004), free.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The certificate, parsed and not trusted.</returns>
    public async ValueTask<CardVerifiableCertificate> ReadCertificateAsync(CancellationToken cancellationToken = default) =>
        CardVerifiableCertificate.Read(await ReadAsync(CertificateFile, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads the image of the individual number (EF 0005). 照合番号A must have been verified; B does not open it.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The image, not verified; the caller disposes it.</returns>
    public async ValueTask<NumberImage> ReadNumberImageAsync(CancellationToken cancellationToken = default) =>
        NumberImage.Take(await ReadAsync(NumberFile, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads EF 0006, whose meaning is not known; 16 bytes of <c>FF</c> seen (one source). A matching number must have been verified.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The bytes.</returns>
    public ValueTask<byte[]> ReadReservedAsync(CancellationToken cancellationToken = default) => _selection.Session.ReadFileAsync(ReservedFile, cancellationToken);

    /// <summary>Checks who signed the files: the CV certificate against the caller's anchors.</summary>
    /// <param name="anchors">Whom the caller trusts; purpose <see cref="CardAnchorPurpose.Surface"/>.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The outcome, with the issuer under which the files are then verified.</returns>
    public async ValueTask<CardIssuerCheck> CheckIssuerAsync(CardTrustAnchors anchors, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        return anchors.Check(CardAnchorPurpose.Surface, await ReadCertificateAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Checks that the card holds the private key that its issuer certified (真正性の確認): key 001A signs a challenge, checked with the key in the age record. The birth
    /// date must have been verified for the record; the key needs no PIN (two sources).</summary>
    /// <param name="anchors">Whom the caller trusts; purpose <see cref="CardAnchorPurpose.Surface"/>.</param>
    /// <param name="record">The record of this card.</param>
    /// <param name="random">Draws the challenge.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The outcome.</returns>
    public async ValueTask<GenuineCardCheck> CheckGenuineAsync(
        CardTrustAnchors anchors, AgeRecord record, RandomNumberGenerator random, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(random);
        CardIssuerCheck issuer = await CheckIssuerAsync(anchors, cancellationToken).ConfigureAwait(false);
        return await GenuineCardCheck.RunAsync(_selection.Session, issuer, record.CardKey, record.IsSignedBy, random, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same check with the key in the face.</summary>
    /// <param name="anchors">Whom the caller trusts; purpose <see cref="CardAnchorPurpose.Surface"/>.</param>
    /// <param name="face">The face of this card.</param>
    /// <param name="random">Draws the challenge.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The outcome.</returns>
    public async ValueTask<GenuineCardCheck> CheckGenuineAsync(
        CardTrustAnchors anchors, FaceRecord face, RandomNumberGenerator random, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(random);
        CardIssuerCheck issuer = await CheckIssuerAsync(anchors, cancellationToken).ConfigureAwait(false);
        return await GenuineCardCheck.RunAsync(_selection.Session, issuer, face.CardKey, face.IsSignedBy, random, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<byte[]> ReadAsync(CardFileId file, CancellationToken cancellationToken) => _selection.Session.ReadTlvObjectAsync(file, cancellationToken);
}
