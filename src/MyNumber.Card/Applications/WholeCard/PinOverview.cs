using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Applications.WholeCard;

/// <summary>All PINs of a card with their tries, read without spending one.</summary>
/// <remarks>Immutable. Reading it selects one application after the other, which closes every PIN.</remarks>
public sealed class PinOverview
{
    private readonly PinOverviewEntry[] _entries;

    private PinOverview(PinOverviewEntry[] entries) => _entries = entries;

    /// <summary>One entry for each reference that was asked for, in that order.</summary>
    public IReadOnlyList<PinOverviewEntry> Entries => _entries;

    /// <summary>The entry of a reference.</summary>
    /// <param name="reference">One that was asked for.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="KeyNotFoundException">It was not asked for.</exception>
    public PinOverviewEntry this[PinReference reference] =>
        Array.Find(_entries, entry => ReferenceEquals(entry.Reference, reference)) ?? throw new KeyNotFoundException("The reference was not asked for.");

    /// <summary>Asks for every PIN of <see cref="PinReference.All"/>.</summary>
    /// <param name="session">The session; not owned.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The overview; what the card does not have is reported as absent.</returns>
    /// <exception cref="CardException">The exchange failed below the APDU, or the card is gone.</exception>
    public static ValueTask<PinOverview> ReadAsync(CardSession session, CancellationToken cancellationToken = default) =>
        ReadAsync(session, PinReference.All, cancellationToken);

    /// <summary>Asks for PINs of the caller's choice.</summary>
    /// <param name="session">The session; not owned.</param>
    /// <param name="references">The PINs, each with its application; those of one application together.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The overview; what the card does not have is reported as absent.</returns>
    /// <exception cref="ArgumentException">A reference does not name its application.</exception>
    /// <exception cref="CardException">The exchange failed below the APDU, or the card is gone.</exception>
    public static async ValueTask<PinOverview> ReadAsync(CardSession session, IReadOnlyList<PinReference> references, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(references);
        if (references.Any(reference => reference.Application is null))
        {
            throw new ArgumentException("A reference does not name its application.", nameof(references));
        }

        PinOverviewEntry[] entries = new PinOverviewEntry[references.Count];
        CardApplicationId? current = null;
        bool isThere = false;
        for (int i = 0; i < entries.Length; i++)
        {
            if (!references[i].Application!.Equals(current))
            {
                current = references[i].Application;
                isThere = await session.TrySelectApplicationAsync(current!, cancellationToken).ConfigureAwait(false);
            }

            entries[i] = isThere
                ? await AskAsync(session, references[i], cancellationToken).ConfigureAwait(false)
                : new PinOverviewEntry(references[i], PinPresence.ApplicationAbsent);
        }

        return new PinOverview(entries);
    }

    private static async ValueTask<PinOverviewEntry> AskAsync(CardSession session, PinReference reference, CancellationToken cancellationToken)
    {
        try
        {
            return new PinOverviewEntry(reference, PinPresence.Present, await session.GetPinStatusAsync(reference, cancellationToken).ConfigureAwait(false));
        }
        catch (CardStatusException refusal)
        {
            return new PinOverviewEntry(reference, refusal.Status == StatusWord.NotFound ? PinPresence.ReferenceAbsent : PinPresence.Refused, refusal: refusal.Status);
        }
    }
}
