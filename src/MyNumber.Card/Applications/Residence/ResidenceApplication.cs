using MyNumber.Card.Apdu;
using MyNumber.Card.Certificates;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Applications.Residence;

/// <summary>住基AP: the other half of the residence PIN, and the name of a key. Nobody has found the resident record code (住民票コード) readable.</summary>
/// <remarks>Belongs to one session and is as little thread safe. When another application is selected in the session, or an exchange fails below the APDU, every member throws
/// <see cref="InvalidOperationException"/>: select again. Every member may throw <see cref="CardRemovedException"/>, <see cref="CardStatusException"/> (with the status word),
/// <see cref="CardException"/>, and what <see cref="CardSession"/> throws for null arguments, disposal and cancellation.</remarks>
public sealed class ResidenceApplication
{
    private readonly ApplicationSelection _selection;

    private ResidenceApplication(ApplicationSelection selection) => _selection = selection;

    /// <summary>Selects the application.</summary>
    /// <param name="session">The session; not owned.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The application.</returns>
    /// <exception cref="CardStatusException"><c>6A82</c>: the card has no such application.</exception>
    public static async ValueTask<ResidenceApplication> SelectAsync(CardSession session, CancellationToken cancellationToken = default) =>
        new(await ApplicationSelection.SelectAsync(session, CardApplicationId.Residence, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads the name of a key (EF 0002), free. Which key it names is not known; the common application has the same bytes (one source).</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CardDataException">The record is malformed.</exception>
    public ValueTask<CardKeyId> ReadKeyReferenceAsync(CancellationToken cancellationToken = default) => KeyReferenceRecord.ReadAsync(_selection.Session, cancellationToken);

    /// <summary>Asks for the tries that the residence PIN's half in this application has left, without spending one.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>What the card tells.</returns>
    public ValueTask<PinStatus> GetPinStatusAsync(CancellationToken cancellationToken = default) =>
        _selection.Session.GetPinStatusAsync(PinReference.Residence, cancellationToken);

    /// <summary>Tries the residence PIN (住民基本台帳用暗証番号) in this application. It opens nothing that a program can see (one source).</summary>
    /// <param name="pin">The PIN; stays the caller's.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinVerification> VerifyPinAsync(CardPin pin, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default) =>
        _selection.Session.VerifyPinAsync(PinReference.Residence, pin, lastTry, cancellationToken);

    /// <summary>Changes this half of the residence PIN alone; to change both, see <c>ResidencePin.ChangeAsync</c>.</summary>
    /// <param name="current">The current PIN; stays the caller's.</param>
    /// <param name="replacement">The new PIN; stays the caller's.</param>
    /// <param name="lastTry">What to do when the current PIN has one try left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinChange> ChangePinAsync(CardPin current, CardPin replacement, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default) =>
        _selection.Session.ChangeKeyAsync(PinReference.Residence, current, replacement, lastTry, cancellationToken);
}
