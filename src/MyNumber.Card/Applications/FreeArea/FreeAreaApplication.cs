using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Applications.FreeArea;

/// <summary>An application in a slot of the free area (空き領域, 条例等利用): a library card, a seal registration, a staff card. The lab's own design, names and files alike: what
/// real cards carry is not public.</summary>
/// <remarks>Belongs to one session and is as little thread safe. When another application is selected in the session, or an exchange fails below the APDU, every member throws
/// <see cref="InvalidOperationException"/>: select again. Every member may throw <see cref="CardRemovedException"/>, <see cref="CardStatusException"/> (with the status word),
/// <see cref="CardException"/>, and what <see cref="CardSession"/> throws for null arguments, disposal and cancellation.</remarks>
public sealed class FreeAreaApplication
{
    private static readonly CardFileId HeaderFile = new(0x0001);
    private readonly ApplicationSelection _selection;

    private FreeAreaApplication(ApplicationSelection selection) => _selection = selection;

    /// <summary>The slot's own PIN: 0011, four digits, 3 tries; a slot may have none.</summary>
    public static PinReference Pin { get; } = new("free-area PIN", new CardFileId(0x0011), PinPolicy.FourDigits);

    /// <summary>Selects a slot.</summary>
    /// <param name="session">The session; not owned.</param>
    /// <param name="slot">1 to 255.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The application.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such slot.</exception>
    /// <exception cref="CardStatusException"><c>6A82</c>: the slot is empty.</exception>
    public static async ValueTask<FreeAreaApplication> SelectAsync(CardSession session, int slot, CancellationToken cancellationToken = default) =>
        new(await ApplicationSelection.SelectAsync(session, CardApplicationId.LabFreeArea(slot), cancellationToken).ConfigureAwait(false));

    /// <summary>Reads whose slot it is (EF 0001), free.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The header.</returns>
    /// <exception cref="CardDataException">The file is malformed.</exception>
    public async ValueTask<FreeAreaHeader> ReadHeaderAsync(CancellationToken cancellationToken = default) =>
        FreeAreaHeader.Read(await _selection.Session.ReadTlvObjectAsync(HeaderFile, cancellationToken).ConfigureAwait(false));

    /// <summary>Asks for the tries that the slot's PIN has left, without spending one.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>What the card tells.</returns>
    /// <exception cref="CardStatusException"><c>6A82</c>: the slot has no PIN.</exception>
    public ValueTask<PinStatus> GetPinStatusAsync(CancellationToken cancellationToken = default) => _selection.Session.GetPinStatusAsync(Pin, cancellationToken);

    /// <summary>Tries the slot's PIN.</summary>
    /// <param name="pin">The PIN; stays the caller's.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinVerification> VerifyPinAsync(CardPin pin, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default) =>
        _selection.Session.VerifyPinAsync(Pin, pin, lastTry, cancellationToken);

    /// <summary>Reads a data file.</summary>
    /// <param name="number">2 to 15: EF 0002 to 000F.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>All bytes of the file; the caller's own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such number.</exception>
    /// <exception cref="CardStatusException"><c>6982</c>: the file is behind the PIN. <c>6A82</c>: there is none.</exception>
    public ValueTask<byte[]> ReadFileAsync(int number, CancellationToken cancellationToken = default) =>
        _selection.Session.ReadFileAsync(DataFile(number), cancellationToken);

    /// <summary>Writes into a data file (UPDATE BINARY), from an offset on, inside its size.</summary>
    /// <param name="number">2 to 15: EF 0002 to 000F.</param>
    /// <param name="offset">Where to begin, 0 to 32,767.</param>
    /// <param name="content">What to write; sent in pieces of at most 255 bytes, so that a removal in the middle leaves a part written.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>A task that ends when all is written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such number or offset, or the end would lie behind what an offset reaches.</exception>
    /// <exception cref="CardStatusException"><c>6982</c>: the PIN is missing or the file is not writable.</exception>
    public ValueTask WriteFileAsync(int number, int offset, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        _selection.Session.WriteFileAsync(DataFile(number), offset, content, cancellationToken);

    private static CardFileId DataFile(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 15);
        return new CardFileId((ushort)number);
    }
}
