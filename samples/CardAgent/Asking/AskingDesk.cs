using System.Security.Cryptography;
using CardAgent.Cards;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Pins;
using MyNumber.Jpki.AspNetCore.Agent;

namespace CardAgent.Asking;

/// <summary>Serves one request at a time, from the asking to the answer; nothing of it stays behind but how many tries the card has and, for some seconds, the answer.</summary>
/// <remarks>One step at a time, so that two posts of one page cannot spend two tries; a request ends with its second wrong PIN, so that no asker spends more. What the card has begun is ended, whether or not the browser still waits.</remarks>
internal sealed class AskingDesk(CardDesk card, TimeProvider clock, RandomNumberGenerator random) : IDisposable
{
    /// <summary>How long the holder may think.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>How long an answer is there once more: a browser shows what came for the second press of a button.</summary>
    public static readonly TimeSpan Repetition = TimeSpan.FromSeconds(10);

    // After its time a request waits a little, so that the page that reports in can still tell the asker.
    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(1);

    private const int WrongPinsPerRequest = 2;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<JpkiKey, int?> _tries = []; // what the card last told, over requests, since it may not tell again
    private ITimer? _end;
    private Asked? _asked;

    /// <summary>The request in hand; <see langword="null"/> when none is or its time is over.</summary>
    public Asked? Pending => _asked is { Answer: null } asked && !HasLapsed(asked) ? asked : null;

    /// <summary>A service asks.</summary>
    public Task<Reply> AskAsync(AgentRequest request, CancellationToken cancellationToken) => OneByOneAsync(async () =>
    {
        if (Pending is { } current)
        {
            return current.IsAgain(request) ? await ShowAsync(current, Notice.None) : Reply.Refuse(request, AgentOutcome.Busy);
        }

        return await ShowAsync(Begin(request), Notice.None);
    }, cancellationToken);

    /// <summary>The holder enters a PIN; it stays the caller's.</summary>
    public Task<Reply> EnterAsync(string token, CardPin pin, bool spendsLastTry, CancellationToken cancellationToken) =>
        WithPageAsync(token, asked => EnterAsync(asked, pin, spendsLastTry), cancellationToken);

    /// <summary>The holder has put the card in.</summary>
    public Task<Reply> LookAgainAsync(string token, CancellationToken cancellationToken) =>
        WithPageAsync(token, asked => ShowAsync(asked, Notice.None), cancellationToken);

    /// <summary>The holder declines.</summary>
    public Task<Reply> CancelAsync(string token, CancellationToken cancellationToken) =>
        WithPageAsync(token, asked => Task.FromResult(End(asked, AgentOutcome.Cancelled)), cancellationToken);

    /// <summary>The holder declines on the home page, where no page of the asker's is left to answer to.</summary>
    public Task<Reply> DropAsync(string token, CancellationToken cancellationToken) => OneByOneAsync(() => Task.FromResult(Drop(token)), cancellationToken);

    /// <summary>A page reports that its time is over.</summary>
    public Task<Reply> ReportLateAsync(string token, CancellationToken cancellationToken) =>
        WithPageAsync(token, asked => ShowAsync(asked, Notice.None), cancellationToken);

    public void Dispose()
    {
        _end?.Dispose();
        _gate.Dispose();
    }

    private async Task<Reply> EnterAsync(Asked asked, CardPin pin, bool spendsLastTry)
    {
        PinPolicy policy = CardDesk.KeyFor(asked.Request.Statement.Purpose).Pin.Policy;
        if (policy.Check(pin) != PinFault.None)
        {
            return await ShowAsync(asked, Notice.MalformedPin);
        }

        CardLook look = await card.LookAsync(asked.Request.Statement.Purpose);
        int? left = Remember(asked, look.TriesLeft);
        if (look.Obstacle is { } obstacle)
        {
            return End(asked, obstacle);
        }

        if ((left is null or 1) && !spendsLastTry)
        {
            return await ShowAsync(asked, Notice.LastTryNotChosen);
        }

        CardTrial trial = await card.TryAsync(asked.Request, pin, spendsLastTry ? LastTry.Spend : LastTry.Refuse);
        if (trial.Pin.Outcome is PinOutcome.Verified or PinOutcome.None)
        {
            _tries.Remove(KeyOf(asked)); // the card has them all again, or one may be spent without a word: nobody told how many
        }
        else
        {
            Remember(asked, trial.Pin.TriesLeft);
        }

        return trial.Answer is { } answer ? End(asked, answer)
            : trial.Pin.Outcome == PinOutcome.RefusedLastTry ? await ShowAsync(asked, Notice.LastTryNotChosen)
            : ++asked.WrongPins == WrongPinsPerRequest ? End(asked, AgentOutcome.WrongPin)
            : await ShowAsync(asked, Notice.WrongPin);
    }

    private static JpkiKey KeyOf(Asked asked) => CardDesk.KeyFor(asked.Request.Statement.Purpose);

    private int? Remember(Asked asked, int? told)
    {
        JpkiKey key = KeyOf(asked);
        return _tries[key] = told ?? _tries.GetValueOrDefault(key);
    }

    private async Task<Reply> ShowAsync(Asked asked, Notice notice)
    {
        CardLook look = await card.LookAsync(asked.Request.Statement.Purpose);
        if (look.Obstacle is { } obstacle && obstacle != AgentOutcome.NoCard)
        {
            return End(asked, obstacle);
        }

        if (look.Obstacle == AgentOutcome.NoCard)
        {
            _tries.Clear(); // the next one may be another card
        }

        int? left = Remember(asked, look.TriesLeft);
        Notice told = look.Obstacle == AgentOutcome.NoCard ? Notice.PutCardIn : notice;
        return Reply.Show(new PinAsked(asked.Request, asked.Token, left, told, asked.Deadline - clock.GetUtcNow()));
    }

    private Task<Reply> WithPageAsync(string token, Func<Asked, Task<Reply>> step, CancellationToken cancellationToken) => OneByOneAsync(async () => _asked switch
    {
        { } asked when !asked.Knows(token) => Reply.Gone,
        { Answer: { } answer } asked => Reply.Give(asked.Request, answer),
        { } asked when HasLapsed(asked) => End(asked, AgentOutcome.TimedOut),
        { } asked => asked.TrySpend(token) ? await step(asked) : await ShowAsync(asked, Notice.PostedTwice),
        null => Reply.Gone,
    }, cancellationToken);

    private async Task<Reply> OneByOneAsync(Func<Task<Reply>> step, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await step();
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool HasLapsed(Asked asked) => clock.GetUtcNow() >= asked.Deadline;

    private Asked Begin(AgentRequest request)
    {
        _end?.Dispose();
        Asked asked = new(request, clock.GetUtcNow() + Patience, random);
        _asked = asked;
        _end = clock.CreateTimer(_ => Interlocked.CompareExchange(ref _asked, null, asked), null, Patience + Afterwards, Timeout.InfiniteTimeSpan);
        return asked;
    }

    // The answer is kept like any other: the request's own page, where it is still open, brings it to the asker for some seconds.
    private Reply Drop(string token)
    {
        if (_asked is not { } asked || !asked.KnowsHome(token) || asked.Answer is { Outcome: not AgentOutcome.Cancelled })
        {
            return Reply.Gone;
        }

        if (asked.Answer is null)
        {
            End(asked, AgentOutcome.Cancelled);
        }

        return Reply.Drop(asked.Request);
    }

    private Reply End(Asked asked, AgentOutcome outcome) => End(asked, AgentAnswer.Refused(asked.Request, outcome));

    private Reply End(Asked asked, AgentAnswer answer)
    {
        if (answer.Outcome == AgentOutcome.NoCard)
        {
            _tries.Clear(); // the next one may be another card
        }

        asked.Answer = answer;
        _end?.Change(Repetition, Timeout.InfiniteTimeSpan);
        return Reply.Give(asked.Request, answer);
    }
}
