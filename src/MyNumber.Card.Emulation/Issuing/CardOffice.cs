using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Card.Emulation.Issuing;

/// <summary>The municipality and J-LIS as far as they issue and manage cards (個人番号カード発行・管理): a state machine over cases, each under its application ID.</summary>
/// <remarks>
/// <para>Thread safe. Cases and used serial numbers are in memory only and gone with the object: it is for tests and samples, and no register of cards. It decides about cards: what the certificate authority and the terminal have to do then is told as <see cref="CardTask"/>.
/// A refused step changes nothing.</para>
/// <para>Days are days in Japan. A card past its last day is <see cref="CardStage.Expired"/> without anybody's doing.</para>
/// </remarks>
public sealed partial class CardOffice
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);
    private readonly Lock _gate = new();
    private readonly Dictionary<ApplicationId, CardCase> _cases = [];
    private readonly HashSet<string> _serialNumbers = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly CardRules _rules;

    /// <summary>Opens an office without cases.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="rules">The dated rules; <see cref="CardRules.Default"/> otherwise.</param>
    /// <exception cref="ArgumentNullException"><paramref name="time"/> is null.</exception>
    public CardOffice(TimeProvider time, CardRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _rules = rules ?? CardRules.Default;
    }

    private DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().ToOffset(Japan).DateTime);

    /// <summary>How a card stands now (発行状況).</summary>
    /// <param name="id">Application ID.</param>
    /// <returns>A snapshot, or <see langword="null"/> when there is no such case.</returns>
    public CardCase? Find(ApplicationId id)
    {
        lock (_gate)
        {
            return Current(id);
        }
    }

    private CardCase? Current(ApplicationId id)
    {
        CardCase? card = _cases.GetValueOrDefault(id);
        bool over = card is { Stage: CardStage.Made or CardStage.Notified or CardStage.InUse or CardStage.Stopped, LastDay: { } last } && Today > last;
        return over ? card!.With(stage: CardStage.Expired) : card;
    }

    /// <summary>Finds the case, compares its stage, and carries a step out under the lock.</summary>
    private CardOutcome Step(ApplicationId id, ReadOnlySpan<CardStage> from, Func<CardCase, CardOutcome> step)
    {
        lock (_gate)
        {
            if (Current(id) is not { } card)
            {
                return CardOutcome.Refused(CardRefusal.UnknownApplication);
            }

            CardOutcome outcome = from.Contains(card.Stage) ? step(card) : CardOutcome.Refused(WrongStage(card.Stage), card);
            return outcome.IsDone ? Keep(outcome) : outcome;
        }
    }

    private CardOutcome Keep(CardOutcome outcome)
    {
        _cases[outcome.Card!.Form.Id] = outcome.Card;
        return outcome;
    }

    private bool Allows(CardRuleKind kind) => _rules.On(kind, Today) is > 0;

    private static CardRefusal WrongStage(CardStage stage) => stage switch
    {
        CardStage.Stopped => CardRefusal.Stopped,
        CardStage.Expired => CardRefusal.Expired,
        _ => CardRefusal.WrongStage,
    };
}
