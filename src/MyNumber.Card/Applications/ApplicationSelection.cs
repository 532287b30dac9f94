using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Applications;

/// <summary>Remembers which selection an application object belongs to, so that it never speaks to an application that was selected later. A SELECT that the card
/// refused or never got leaves it valid; a failure below the APDU does not.</summary>
internal readonly struct ApplicationSelection
{
    private readonly CardSession _session;
    private readonly int _selection;

    private ApplicationSelection(CardSession session)
    {
        _session = session;
        _selection = session.Selection;
    }

    /// <summary>The session, as long as the application is the current one.</summary>
    public CardSession Session => _session.Selection == _selection
        ? _session
        : throw new InvalidOperationException("Another application was selected in this session, or an exchange failed; select this one again.");

    public static async ValueTask<ApplicationSelection> SelectAsync(CardSession session, CardApplicationId application, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        await session.SelectApplicationAsync(application, cancellationToken).ConfigureAwait(false);
        return new ApplicationSelection(session);
    }

    /// <summary>A reference of one application; never one of another, whose file of the same name would be asked instead.</summary>
    public static PinReference Own(PinReference reference, CardApplicationId application)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Application is not { } other || other.Equals(application)
            ? reference
            : throw new ArgumentException($"The {reference.Name} belongs to another application.", nameof(reference));
    }
}
