namespace MyNumber.CardContract.Operations;

/// <summary>Every public operation that speaks to a card. A test lists the assembly's operations and fails when one is not here.</summary>
public static partial class CardOperations
{
    public static IReadOnlyList<CardOperation> All { get; } = [.. Session(), .. Signing(), .. Channels(), .. Jpki(), .. InputSupport(), .. Surface(), .. WholeCard(), .. Others()];

    private static CardOperation Op<T>(string member, string description, Func<CardVisit, ValueTask<T>> run) =>
        new(member, description, async visit => await run(visit));

    private static CardOperation Do(string member, string description, Func<CardVisit, ValueTask> run) => new(member, description, async visit =>
    {
        await run(visit);
        return null;
    });
}
