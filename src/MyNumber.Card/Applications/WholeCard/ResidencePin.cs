using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Applications.WholeCard;

/// <summary>住民基本台帳用暗証番号: one PIN for the holder, two references in the card (common 001C and residence 001C) that must be changed apart (one source).</summary>
public static class ResidencePin
{
    /// <summary>Changes the PIN in both places. The current PIN is tried in the residence application first, so that a wrong one is seen before anything is changed; then the
    /// common application is changed, then the residence application.</summary>
    /// <param name="session">The session; not owned. Afterwards the residence application is selected.</param>
    /// <param name="current">The current PIN, the same in both places; stays the caller's.</param>
    /// <param name="replacement">The new PIN; stays the caller's. Its form is checked before anything is sent.</param>
    /// <param name="lastTry">What to do when a place has one try left.</param>
    /// <param name="cancellationToken">Seen between commands until the first place is changed; from then on it is not looked at.</param>
    /// <returns>How it ended. Once the card has told that a place is changed, no failure is an exception.</returns>
    /// <exception cref="CardException">Something failed before the card told of a change. Nothing was changed, unless it was the answer to the first change that was lost: then the
    /// common application may have the new PIN, and the next call tells a wrong PIN there (<see cref="ResidencePinChange.Common"/>).</exception>
    public static async ValueTask<ResidencePinChange> ChangeAsync(
        CardSession session, CardPin current, CardPin replacement, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(current);
        PinFault fault = PinReference.Residence.Policy.Check(replacement);
        if (fault != PinFault.None)
        {
            return new ResidencePinChange(ResidencePinOutcome.Unchanged, default, new PinChange(default, fault));
        }

        await session.SelectApplicationAsync(CardApplicationId.Residence, cancellationToken).ConfigureAwait(false);
        PinVerification residence = await session.VerifyPinAsync(PinReference.Residence, current, lastTry, cancellationToken).ConfigureAwait(false);
        if (!residence.IsVerified)
        {
            return new ResidencePinChange(ResidencePinOutcome.Unchanged, residence, default);
        }

        await session.SelectApplicationAsync(CardApplicationId.Common, cancellationToken).ConfigureAwait(false);
        PinChange common = await session.ChangeKeyAsync(PinReference.CommonResidence, current, replacement, lastTry, cancellationToken).ConfigureAwait(false);
        if (!common.IsChanged)
        {
            return new ResidencePinChange(ResidencePinOutcome.Unchanged, residence, common);
        }

        CardException? interruption = await FinishAsync(session, current, replacement, lastTry).ConfigureAwait(false);
        return new ResidencePinChange(interruption is null ? ResidencePinOutcome.Changed : ResidencePinOutcome.OnlyCommonChanged, residence, common, interruption);
    }

    private static async ValueTask<CardException?> FinishAsync(CardSession session, CardPin current, CardPin replacement, LastTry lastTry)
    {
        try
        {
            await session.SelectApplicationAsync(CardApplicationId.Residence, CancellationToken.None).ConfigureAwait(false);
            PinChange change = await session.ChangeKeyAsync(PinReference.Residence, current, replacement, lastTry, CancellationToken.None).ConfigureAwait(false);
            return change.IsChanged ? null : new CardException($"The residence application did not take the current PIN again: {change.Current.Outcome}.");
        }
        catch (CardException cause)
        {
            return cause;
        }
    }
}
