using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards.Reads;

/// <summary>One reading: the card, the PIN if there is one, and how the answer is written.</summary>
/// <param name="Session">The session.</param>
/// <param name="Context">Where the answer goes.</param>
internal sealed record ReadJob(CardSession Session, VerbContext Context)
{
    /// <summary>Which reference the PIN is for, if any.</summary>
    public PinName? By { get; init; }

    /// <summary>The PIN; the verb disposes it.</summary>
    public CardPin? Pin { get; init; }

    public LastTry LastTry { get; init; }

    /// <summary>Whether the individual number, and the birth date behind an age, are written in clear; the four attributes always are.</summary>
    public bool Reveal { get; init; }

    /// <summary>The age that is asked about.</summary>
    public int? Reaches { get; init; }

    /// <summary>Where to write, if anywhere.</summary>
    public string? Out { get; init; }

    /// <summary>The day on which ages are counted.</summary>
    public DateOnly Today { get; init; }

    public CancellationToken Cancellation => Context.Cancellation;

    /// <summary>Enters the PIN in the selected application; without one nothing is done.</summary>
    /// <returns>Whether the work may go on; otherwise it was told why not.</returns>
    public async ValueTask<bool> OpenAsync()
    {
        if (By is null || Pin is null)
        {
            return true;
        }

        PinVerification attempt = await Session.VerifyPinAsync(By.Reference, Pin, LastTry, Cancellation).ConfigureAwait(false);
        if (!attempt.IsVerified)
        {
            PinWords.Tell(By, attempt, Context);
        }

        return attempt.IsVerified;
    }
}
