using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;

namespace MyNumber.Card.Sessions;

public sealed partial class CardSession
{
    private const int PinCommandHead = 5;

    /// <summary>Asks how many tries a PIN of the current application has left, without spending one (VERIFY of four bytes).</summary>
    /// <param name="reference">The PIN.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>What the card tells.</returns>
    /// <exception cref="CardStatusException">The card does not know the PIN or gave another status word.</exception>
    public async ValueTask<PinStatus> GetPinStatusAsync(PinReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        await SelectFileAsync(reference.File, cancellationToken).ConfigureAwait(false);
        StatusWord status = await SendAsync(Compose(new CommandApdu(0x00, 0x20, 0x00, 0x80)), cancellationToken).ConfigureAwait(false);
        _tries.Learn(reference.File, status);
        return PinStatus.TryRead(status, out PinStatus answer) ? answer : throw new CardStatusException($"VERIFY (query) {reference.Name}", status);
    }

    /// <summary>Tries a PIN of the current application.</summary>
    /// <remarks>The form is checked before anything is sent, and the tries are asked for before one is spent. Some cards answer the question with <c>9000</c>, which is
    /// "open already" or just "not told" (one source). What this session last saw of the counter then decides: none left is <see cref="PinOutcome.Blocked"/>, and one
    /// left is guarded like a told one. When nothing was seen yet, the first attempt is sent, because a card that never tells must stay usable; an attempt whose answer
    /// was lost is taken as spent, and the next one as the last.</remarks>
    /// <param name="reference">The PIN's place and policy.</param>
    /// <param name="pin">The PIN; stays the caller's. The command that carries it is zeroed before this returns.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands. After a cancellation the try is not spent.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="ObjectDisposedException">The PIN is disposed.</exception>
    /// <exception cref="CardStatusException">A status word that VERIFY does not expect.</exception>
    public async ValueTask<PinVerification> VerifyPinAsync(
        PinReference reference, CardPin pin, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(pin);
        PinFault fault = reference.Policy.Check(pin);
        if (fault != PinFault.None)
        {
            return PinVerification.Malformed(fault);
        }

        PinStatus before = await GetPinStatusAsync(reference, cancellationToken).ConfigureAwait(false);
        int? left = before.TriesLeft ?? _tries[reference.File];
        if (left == 0)
        {
            return PinVerification.Blocked;
        }

        if (left == 1 && lastTry != LastTry.Spend)
        {
            return PinVerification.RefusedLastTry;
        }

        StatusWord status = await SpendTryAsync(reference, pin, cancellationToken).ConfigureAwait(false);
        return PinVerification.TryRead(status, out PinVerification result) ? result : throw new CardStatusException($"VERIFY {reference.Name}", status);
    }

    /// <summary>Changes a PIN of the current application: tries the current one, then sends the new one (CHANGE REFERENCE DATA carries the new PIN only).</summary>
    /// <param name="reference">The PIN's place and policy.</param>
    /// <param name="current">The current PIN; stays the caller's.</param>
    /// <param name="replacement">The new PIN; stays the caller's. Its form is checked before anything is sent.</param>
    /// <param name="lastTry">What to do when the current PIN has one try left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="ObjectDisposedException">A PIN is disposed.</exception>
    /// <exception cref="CardStatusException">A status word that the commands do not expect.</exception>
    public ValueTask<PinChange> ChangePinAsync(
        PinReference reference, CardPin current, CardPin replacement, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default) =>
        ReplacePinAsync("CHANGE REFERENCE DATA", (0x00, 0x24, 0x01), reference, current, replacement, lastTry, cancellationToken);

    /// <summary>Changes a PIN of the current application by CHANGE KEY (<c>80 32</c>), which the common and the residence application take instead of CHANGE REFERENCE DATA
    /// (one source).</summary>
    /// <param name="reference">As for <see cref="ChangePinAsync"/>.</param>
    /// <param name="current">As there.</param>
    /// <param name="replacement">As there.</param>
    /// <param name="lastTry">As there.</param>
    /// <param name="cancellationToken">As there.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="ObjectDisposedException">A PIN is disposed.</exception>
    /// <exception cref="CardStatusException">A status word that the commands do not expect.</exception>
    public ValueTask<PinChange> ChangeKeyAsync(
        PinReference reference, CardPin current, CardPin replacement, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default) =>
        ReplacePinAsync("CHANGE KEY", (0x80, 0x32, 0x00), reference, current, replacement, lastTry, cancellationToken);

    private async ValueTask<PinChange> ReplacePinAsync(
        string operation, (byte Cla, byte Ins, byte P1) header, PinReference reference, CardPin current, CardPin replacement, LastTry lastTry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        PinFault fault = reference.Policy.Check(replacement);
        if (fault != PinFault.None)
        {
            return new PinChange(default, fault);
        }

        PinVerification verification = await VerifyPinAsync(reference, current, lastTry, cancellationToken).ConfigureAwait(false);
        if (verification.IsVerified)
        {
            StatusWord status = await SendPinAsync(header.Cla, header.Ins, header.P1, reference, replacement, cancellationToken).ConfigureAwait(false);
            if (!status.IsSuccess)
            {
                throw new CardStatusException($"{operation} {reference.Name}", status);
            }
        }

        return new PinChange(verification, PinFault.None);
    }

    private async ValueTask<StatusWord> SpendTryAsync(PinReference reference, CardPin pin, CancellationToken cancellationToken)
    {
        int? seen = _tries[reference.File];
        _tries.Attempt(reference.File);
        try
        {
            StatusWord status = await SendPinAsync(0x00, 0x20, 0x00, reference, pin, cancellationToken).ConfigureAwait(false);
            _tries[reference.File] = status.IsSuccess ? null : seen;
            _tries.Learn(reference.File, status);
            return status;
        }
        catch (OperationCanceledException)
        {
            _tries[reference.File] = seen;
            throw;
        }
    }

    // The PIN is written where it is sent from, so that no second copy of it is made: CLA INS P1 P2 Lc PIN.
    private ValueTask<StatusWord> SendPinAsync(byte cla, byte ins, byte p1, PinReference reference, CardPin pin, CancellationToken cancellationToken)
    {
        Span<byte> command = _scratch.Span[..LongestCommand];
        reference.Policy.Encode(pin.Characters, command[PinCommandHead..], out int pinLength);
        ((ReadOnlySpan<byte>)[cla, ins, p1, 0x80, (byte)pinLength]).CopyTo(command);
        return SendAsync(_scratch.Memory[..(PinCommandHead + pinLength)], cancellationToken);
    }
}
