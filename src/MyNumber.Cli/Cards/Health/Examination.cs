using MyNumber.Card;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Channels;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Sessions;

namespace MyNumber.Cli.Cards.Health;

/// <summary>Goes from the library to the PINs of each card and stops where something is wrong. It spends no try and reads nothing personal.</summary>
/// <param name="source">The readers.</param>
/// <param name="choose">Those of them that are meant.</param>
internal sealed class Examination(ICardReaderSource source, Func<IReadOnlyList<ICardReader>, IReadOnlyList<ICardReader>> choose)
{
    private const uint UnknownCode = 0x8010_0014;

    /// <summary>How far it is: the check that fails if something goes wrong now.</summary>
    private HealthCheck _at = HealthCheck.Service;

    /// <summary>Runs it.</summary>
    /// <returns>One finding for each reader that holds a card or cannot tell; one without a card where none does, or none can be asked for.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        IReadOnlyList<ICardReader> all;
        try
        {
            all = source.List();
        }
        catch (CardException fault)
        {
            return [Place(null, fault)];
        }

        IReadOnlyList<ICardReader> readers = choose(all);
        if (readers.Count == 0)
        {
            return [new Finding(null, HealthCheck.Reader, all.Count == 0 ? HealthAdvice.Of(CardFaults.NoReader) : HealthAdvice.UnknownReader)];
        }

        List<Finding> findings = [];
        foreach (ICardReader reader in readers)
        {
            if (await ExamineAsync(reader, cancellation).ConfigureAwait(false) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings.Count > 0 ? findings : [new Finding(readers.Count == 1 ? readers[0].Name : null, HealthCheck.Card, HealthAdvice.Of(CardFaults.NoCard))];
    }

    /// <returns>What was found, or nothing of an empty reader.</returns>
    private async Task<Finding?> ExamineAsync(ICardReader reader, CancellationToken cancellation)
    {
        _at = HealthCheck.Reader;
        try
        {
            if (!reader.IsCardPresent)
            {
                return null;
            }

            _at = HealthCheck.Card;
            HealthAdvice? advice = await AskAsync(reader, cancellation).ConfigureAwait(false);
            return new Finding(reader.Name, advice is null ? null : _at, advice);
        }
        catch (CardException fault)
        {
            return Place(reader.Name, fault);
        }
    }

    private async Task<HealthAdvice?> AskAsync(ICardReader reader, CancellationToken cancellation)
    {
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

    private Finding Place(string? reader, CardException fault)
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
        return new Finding(reader, check, error is not null ? HealthAdvice.Of(error) : check < HealthCheck.Card ? HealthAdvice.Of(PcscErrors.Of(UnknownCode)) : HealthAdvice.OddAnswers);
    }
}
