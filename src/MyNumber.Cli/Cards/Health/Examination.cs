using MyNumber.Card;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Channels;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Sessions;

namespace MyNumber.Cli.Cards.Health;

/// <summary>Goes from the library to the card's PINs and stops where something is wrong. It spends no try and reads nothing personal.</summary>
internal sealed class Examination(ICardReaderSource source)
{
    private const uint UnknownCode = 0x8010_0014;

    /// <summary>How far it is: the check that fails if something goes wrong now.</summary>
    private HealthCheck _at = HealthCheck.Service;

    /// <summary>Runs it.</summary>
    /// <returns>The check that failed and why, or nothing.</returns>
    public async Task<(HealthCheck Check, HealthAdvice Advice)?> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await ExamineAsync(cancellation).ConfigureAwait(false) is { } advice ? (_at, advice) : null;
        }
        catch (CardException fault)
        {
            return Place(fault);
        }
    }

    private async Task<HealthAdvice?> ExamineAsync(CancellationToken cancellation)
    {
        IReadOnlyList<ICardReader> readers = source.List();
        _at = HealthCheck.Reader;
        if (readers.Count == 0)
        {
            return HealthAdvice.Of(CardFaults.NoReader);
        }

        ICardReader? reader = readers.FirstOrDefault(one => one.IsCardPresent);
        _at = HealthCheck.Card;
        if (reader is null)
        {
            return HealthAdvice.Of(CardFaults.NoCard);
        }

        using CardSession session = CardSession.Open(reader.Connect());
        _at = HealthCheck.Application;
        CardDetection found = await CardDetection.DetectAsync(session, cancellation).ConfigureAwait(false);
        if (found.Kind == CardTokenKind.Unknown)
        {
            return HealthAdvice.UnknownCard;
        }

        _at = HealthCheck.Pins;
        PinOverview pins = await PinOverview.ReadAsync(session, [.. PinName.OfHolder.Select(name => name.Reference)], cancellation).ConfigureAwait(false);
        return found.Kind.HolderHasPins && pins.Entries.Any(entry => entry.Status.IsBlocked) ? HealthAdvice.BlockedPin : null;
    }

    private (HealthCheck Check, HealthAdvice Advice) Place(CardException fault)
    {
        PcscError? error = CardFaults.ErrorOf(fault);
        HealthCheck check = error?.Cause switch
        {
            PcscCause.LibraryMissing => HealthCheck.Library,
            PcscCause.ServiceNotRunning => HealthCheck.Service,
            PcscCause.AccessDenied => HealthCheck.Permission,
            PcscCause.NoReader or PcscCause.ReaderUnavailable => HealthCheck.Reader,
            _ => error is not null && _at > HealthCheck.Card ? HealthCheck.Card : _at,
        };
        return (check, error is not null ? HealthAdvice.Of(error) : check < HealthCheck.Card ? HealthAdvice.Of(PcscErrors.Of(UnknownCode)) : HealthAdvice.OddAnswers);
    }
}
