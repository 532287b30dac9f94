using System.Globalization;
using MyNumber.Card;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Sessions;
using MyNumber.CardContract;
using MyNumber.CardContract.Operations;

namespace MyNumber.CardFuzz.Client;

/// <summary>
/// Random and mutated card answers against every public operation of the client: it must end, throw nothing but what is documented, hold no byte from behind an
/// answer, and say that something is proven only when it is. Half of the cards are copies: a changed holder, and keys that do not sign.
/// </summary>
public sealed class ClientFuzz
{
    private static readonly string[] _possession = ["genuine", "holds", "signed"];
    private readonly Dictionary<CardOperation, string?> _truth = [];
    private EmulatedCard _card = LabCardFactory.Create();

    public long Answers { get; private set; }

    public long Mutations { get; private set; }

    public long Calls { get; private set; }

    public long Results { get; private set; }

    public long Refusals { get; private set; }

    public long Proofs { get; private set; }

    public int LongestCall { get; private set; }

    public override string ToString() =>
        $"{Answers:N0} answers, {Mutations:N0} of them changed, to {Calls:N0} calls of {CardOperations.All.Count} operations: {Results:N0} results ({Proofs:N0} with a true proof), " +
        $"{Refusals:N0} documented exceptions, longest call {LongestCall:N0} commands.";

    /// <exception cref="FuzzFindingException">A rule was broken.</exception>
    public async Task RunAsync(ulong seed, long count)
    {
        for (ulong call = 0; Answers < count; call++)
        {
            await CallAsync(unchecked((seed * 1_000_003) + call));
        }
    }

    /// <summary>One call from its seed.</summary>
    public async Task CallAsync(ulong seed)
    {
        FuzzRandom random = new(seed);
        CardOperation operation = Draw(random);
        bool isCopy = random.OneIn(2);
        string? truth = await TruthAsync(operation);
        try
        {
            await CallAsync(random, operation, isCopy, truth);
        }
        catch (Exception cause)
        {
            throw new FuzzFindingException(string.Create(CultureInfo.InvariantCulture, $"Call {seed}, {operation}, copy {isCopy}: {cause.GetType().Name}: {cause.Message}"), cause);
        }
    }

    /// <summary>Operations that use up a card come seldom, because a new card takes as long as a hundred calls.</summary>
    private static CardOperation Draw(FuzzRandom random)
    {
        CardOperation operation = CardOperations.All[random.Below(CardOperations.All.Count)];
        return operation.ChangesCard && !random.OneIn(20) ? Draw(random) : operation;
    }

    private async Task CallAsync(FuzzRandom random, CardOperation operation, bool isCopy, string? truth)
    {
        EmulatedReader reader = new();
        reader.Insert(_card);
        using MutatingConnection connection = new(reader.Connect(), random, isCopy);
        using CardSession session = CardSession.Open(connection);
        Calls++;
        try
        {
            object? result = await operation.Run(new CardVisit(connection, session, CardTruth.Of(_card)));
            Results++;
            Judge(operation, result, isCopy, truth);
        }
        catch (CardException)
        {
            Refusals++;
        }
        finally
        {
            reader.Remove();
            Answers += connection.Commands;
            Mutations += connection.Mutations;
            LongestCall = Math.Max(LongestCall, connection.Commands);
        }

        if (connection.Commands > MutatingConnection.Ceiling)
        {
            throw new FuzzFindingException("A call did not end.");
        }

        Renew(operation);
    }

    private void Judge(CardOperation operation, object? result, bool isCopy, string? truth)
    {
        if (result is byte[] bytes && bytes.AsSpan().IndexOf(MutatingConnection.Stale) >= 0)
        {
            throw new FuzzFindingException("A result holds bytes from behind an answer.");
        }

        string? proof = operation.Proof(result);
        if (proof is null)
        {
            return;
        }

        Proofs++;
        if (isCopy && _possession.Contains(proof))
        {
            throw new FuzzFindingException("A copy passed for the card.");
        }

        if (proof != truth)
        {
            throw new FuzzFindingException("Something that is not so was called proven.");
        }
    }

    /// <summary>What the operation proves on a road that nobody touches.</summary>
    private async Task<string?> TruthAsync(CardOperation operation)
    {
        if (!_truth.TryGetValue(operation, out string? truth))
        {
            EmulatedReader reader = new();
            reader.Insert(_card);
            using MyNumber.Card.Channels.ICardConnection connection = reader.Connect();
            using CardSession session = CardSession.Open(connection);
            _truth[operation] = truth = operation.Proof(await operation.Run(new CardVisit(connection, session, CardTruth.Of(_card))));
            reader.Remove();
            Renew(operation);
        }

        return truth;
    }

    private void Renew(CardOperation operation)
    {
        if (operation.ChangesCard || Calls % 500 == 0)
        {
            _card.Dispose();
            _card = LabCardFactory.Create();
        }
    }
}
