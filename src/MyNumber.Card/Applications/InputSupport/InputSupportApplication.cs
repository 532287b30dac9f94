using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Applications.InputSupport;

/// <summary>券面事項入力補助AP: the individual number and the four attributes as text, behind a four-digit PIN or the matching numbers.</summary>
/// <remarks>
/// <para>Belongs to one session and is as little thread safe. When another application is selected in the session, or an exchange fails below the APDU, every member throws
/// <see cref="InvalidOperationException"/>: select again.</para>
/// <para>Every member may throw <see cref="CardRemovedException"/>, <see cref="CardStatusException"/> (with the status word) and <see cref="CardException"/>, and what
/// <see cref="CardSession"/> throws for null arguments, disposal and cancellation. A malformed
/// file is a <see cref="CardDataException"/>. What was read is copied into the result; the file's own bytes are zeroed.</para>
/// <para>番号法 limits who may read and keep an individual number: read it only with a legal purpose.</para>
/// </remarks>
public sealed partial class InputSupportApplication
{
    private const int NumberFileLength = 17;
    private static readonly CardFileId NumberFile = new(0x0001);
    private static readonly CardFileId AttributesFile = new(0x0002);
    private readonly ApplicationSelection _selection;

    private InputSupportApplication(ApplicationSelection selection) => _selection = selection;

    /// <summary>Selects the application.</summary>
    /// <param name="session">The session; not owned.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The application.</returns>
    /// <exception cref="CardStatusException"><c>6A82</c>: the card has no such application.</exception>
    public static async ValueTask<InputSupportApplication> SelectAsync(CardSession session, CancellationToken cancellationToken = default) =>
        new(await ApplicationSelection.SelectAsync(session, CardApplicationId.InputSupport, cancellationToken).ConfigureAwait(false));

    /// <summary>Asks for the tries left without spending one.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>What the card tells.</returns>
    public ValueTask<PinStatus> GetPinStatusAsync(CancellationToken cancellationToken = default) =>
        _selection.Session.GetPinStatusAsync(PinReference.InputSupport, cancellationToken);

    /// <summary>Asks for the tries that a PIN or matching number of this application has left, without spending one.</summary>
    /// <param name="reference">One of the application's references.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>What the card tells.</returns>
    /// <exception cref="ArgumentException">The reference belongs to another application.</exception>
    public ValueTask<PinStatus> GetPinStatusAsync(PinReference reference, CancellationToken cancellationToken = default) =>
        _selection.Session.GetPinStatusAsync(ApplicationSelection.Own(reference, CardApplicationId.InputSupport), cancellationToken);

    /// <summary>Tries the PIN, which opens both files.</summary>
    /// <param name="pin">The PIN (券面事項入力補助用暗証番号); stays the caller's.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinVerification> VerifyPinAsync(CardPin pin, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default) =>
        _selection.Session.VerifyPinAsync(PinReference.InputSupport, pin, lastTry, cancellationToken);

    /// <summary>Tries 照合番号A, which opens the number and not the attributes (one source, measured).</summary>
    /// <param name="number">The matching number; stays the caller's.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinVerification> VerifyMatchingNumberAsync(MatchingNumberA number, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        return _selection.Session.VerifyPinAsync(PinReference.InputSupportMatchingA, number.Pin, lastTry, cancellationToken);
    }

    /// <summary>Tries 照合番号B, which opens the attributes and not the number (one source, measured).</summary>
    /// <param name="number">The matching number; stays the caller's.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinVerification> VerifyMatchingNumberAsync(MatchingNumberB number, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        return _selection.Session.VerifyPinAsync(PinReference.InputSupportMatchingB, number.Pin, lastTry, cancellationToken);
    }

    /// <summary>Changes the PIN.</summary>
    /// <param name="current">The current PIN; stays the caller's.</param>
    /// <param name="replacement">The new PIN; stays the caller's.</param>
    /// <param name="lastTry">What to do when the current PIN has one try left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinChange> ChangePinAsync(CardPin current, CardPin replacement, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default) =>
        _selection.Session.ChangePinAsync(PinReference.InputSupport, current, replacement, lastTry, cancellationToken);

    /// <summary>Reads the individual number (個人番号). The PIN must have been verified.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The number.</returns>
    /// <exception cref="CardStatusException"><c>6982</c>: the PIN was not verified.</exception>
    /// <exception cref="CardDataException">The file is malformed or the check digit is wrong.</exception>
    public async ValueTask<IndividualNumber> ReadIndividualNumberAsync(CancellationToken cancellationToken = default)
    {
        byte[] file = await _selection.Session.ReadFileAsync(NumberFile, NumberFileLength, cancellationToken).ConfigureAwait(false);
        try
        {
            return InputSupportFiles.ReadNumber(file);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file);
        }
    }

    /// <summary>Reads the four attributes (基本4情報). The PIN must have been verified.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>Name, address, birth date and sex exactly as recorded.</returns>
    /// <exception cref="CardStatusException"><c>6982</c>: the PIN was not verified.</exception>
    /// <exception cref="CardDataException">The file is malformed.</exception>
    public async ValueTask<FourAttributes> ReadFourAttributesAsync(CancellationToken cancellationToken = default)
    {
        byte[] file = await _selection.Session.ReadTlvObjectAsync(AttributesFile, cancellationToken).ConfigureAwait(false);
        try
        {
            return InputSupportFiles.ReadAttributes(file);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file);
        }
    }
}
