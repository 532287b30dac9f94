using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Certificates;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Applications.Common;

/// <summary>共通カードAP: the card's own identity, half of the residence PIN, and a key that answers challenges.</summary>
/// <remarks>Belongs to one session and is as little thread safe. When another application is selected in the session, or an exchange fails below the APDU, every member throws
/// <see cref="InvalidOperationException"/>: select again. Every member may throw <see cref="CardRemovedException"/>, <see cref="CardStatusException"/> (with the status word),
/// <see cref="CardException"/>, and what <see cref="CardSession"/> throws for null arguments, disposal and cancellation.</remarks>
public sealed class CommonApplication
{
    private const int ChallengeLength = 32;
    private static readonly CardFileId IdentityFile = new(0x0001);
    private static readonly CardFileId KeyFile = new(0x0019);
    private readonly ApplicationSelection _selection;

    private CommonApplication(ApplicationSelection selection) => _selection = selection;

    /// <summary>Selects the application.</summary>
    /// <param name="session">The session; not owned.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The application.</returns>
    /// <exception cref="CardStatusException"><c>6A82</c>: the card has no such application.</exception>
    public static async ValueTask<CommonApplication> SelectAsync(CardSession session, CancellationToken cancellationToken = default) =>
        new(await ApplicationSelection.SelectAsync(session, CardApplicationId.Common, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads serial number, municipality and expiry (EF 0001, record 1), free.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="CardDataException">The record is malformed.</exception>
    public async ValueTask<CardIdentity> ReadIdentityAsync(CancellationToken cancellationToken = default)
    {
        byte[] record = new byte[256];
        await _selection.Session.SelectFileAsync(IdentityFile, cancellationToken).ConfigureAwait(false);
        int length = await _selection.Session.ReadRecordAsync(1, record, cancellationToken).ConfigureAwait(false);
        return CardIdentity.Read(record.AsSpan(0, length));
    }

    /// <summary>Reads the name of a key (EF 0002), free. Which key it names is not known; the residence application has the same bytes (one source).</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CardDataException">The record is malformed.</exception>
    public ValueTask<CardKeyId> ReadKeyReferenceAsync(CancellationToken cancellationToken = default) => KeyReferenceRecord.ReadAsync(_selection.Session, cancellationToken);

    /// <summary>Asks for the tries that the residence PIN's half in this application has left, without spending one.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>What the card tells.</returns>
    public ValueTask<PinStatus> GetPinStatusAsync(CancellationToken cancellationToken = default) =>
        _selection.Session.GetPinStatusAsync(PinReference.CommonResidence, cancellationToken);

    /// <summary>Tries the residence PIN (住民基本台帳用暗証番号) in this application.</summary>
    /// <param name="pin">The PIN; stays the caller's.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinVerification> VerifyPinAsync(CardPin pin, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default) =>
        _selection.Session.VerifyPinAsync(PinReference.CommonResidence, pin, lastTry, cancellationToken);

    /// <summary>Changes this half of the residence PIN alone; to change both, see <c>ResidencePin.ChangeAsync</c>.</summary>
    /// <param name="current">The current PIN; stays the caller's.</param>
    /// <param name="replacement">The new PIN; stays the caller's.</param>
    /// <param name="lastTry">What to do when the current PIN has one try left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinChange> ChangePinAsync(CardPin current, CardPin replacement, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default) =>
        _selection.Session.ChangeKeyAsync(PinReference.CommonResidence, current, replacement, lastTry, cancellationToken);

    /// <summary>Lets key 0019 answer a challenge (INTERNAL AUTHENTICATE), without a PIN (one source).</summary>
    /// <param name="challenge">1 to 255 bytes.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The signature over the challenge's SHA-256, PKCS#1 v1.5; the caller's own.</returns>
    public ValueTask<byte[]> InternalAuthenticateAsync(ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken = default) =>
        _selection.Session.InternalAuthenticateAsync(KeyFile, challenge, cancellationToken);

    /// <summary>Checks that the card has the private half of a key that the caller knows. That key is nowhere on the card, and whether it is one card's or many cards' is not
    /// known: the check proves as much as the caller knows about the key. The usable check is the input-support or surface application's.</summary>
    /// <param name="key">The public key.</param>
    /// <param name="random">Draws the challenge.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>Whether key 0019 is the private half.</returns>
    public async ValueTask<bool> HoldsKeyAsync(CardPublicKey key, RandomNumberGenerator random, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(random);
        byte[] challenge = new byte[ChallengeLength];
        random.GetBytes(challenge);
        byte[] signature = await InternalAuthenticateAsync(challenge, cancellationToken).ConfigureAwait(false);
        return key.Verifies(challenge, signature);
    }
}
