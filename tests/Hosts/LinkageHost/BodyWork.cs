using System.Globalization;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.LinkageHost;

/// <summary>What a body does at a command: <c>seed</c>, <c>resume</c>, <c>inquire FROM TO PARALLEL</c> for turns of the people and needs of the child-allowance network.</summary>
internal sealed class BodyWork(BodyHost host) : IHostWork
{
    private static readonly int[] _answeredAtOnce = [1, 4];

    private readonly Operator _worker = host.Body.CreateWorker(ChildAllowance.Affair);

    public async Task DoAsync(string[] command, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case ["seed"]:
                await host.Body.SeedAsync(cancellationToken);
                break;
            case ["resume"]:
                Lines.Write($"ended {await host.Body.Asking.ResumeAsync(cancellationToken)}");
                break;
            case ["inquire", string from, string to, string parallel, string people]:
                int count = int.Parse(people, CultureInfo.InvariantCulture);
                await Lines.EachAsync(from, to, parallel, (turn, stop) => InquireAsync(turn, count, stop), cancellationToken);
                break;
            default:
                throw new ArgumentException("No such command.", nameof(command));
        }
    }

    private async ValueTask<bool> InquireAsync(int turn, int people, CancellationToken cancellationToken)
    {
        InquiryOrder order = ChildAllowance.Order(turn % people, _answeredAtOnce[turn % _answeredAtOnce.Length]);
        InquiryResult result = await host.Body.Asking.InquireAsync(_worker, order, cancellationToken);
        bool isProvided = result.State == InquiryState.Done && result.Outcome == InquiryOutcome.Provided;
        string word = isProvided ? "provided" : "other";
        Lines.Write(string.Create(CultureInfo.InvariantCulture, $"{word} {result.Inquiry.Value} {order.Provider} {result.State} {result.Outcome}"));
        return isProvided;
    }
}
