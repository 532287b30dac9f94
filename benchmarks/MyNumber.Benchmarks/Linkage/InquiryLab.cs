using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Testing.Linkage;

namespace MyNumber.Benchmarks.Linkage;

/// <summary>An inquiring city and a city that provides local tax, out of a lab of a thousand synthetic people, all stores in memory.</summary>
internal sealed class InquiryLab : IDisposable
{
    public const int People = 1_000;

    private const int LocalTax = 1;
    private readonly LinkageLab _lab;

    private InquiryLab(LinkageLab lab)
    {
        _lab = lab;
        Clerk = lab[ChildAllowance.City].CreateWorker(ChildAllowance.Affair);
    }

    public Operator Clerk { get; }

    public InquiringServer Asking => _lab[ChildAllowance.City].Asking;

    public static async Task<InquiryLab> StartAsync() => new(await LinkageLab.StartAsync(ChildAllowance.CreateNetwork(People)));

    public static InquiryOrder Order(int person) => ChildAllowance.Order(person, LocalTax);

    public void Dispose() => _lab.Dispose();
}
