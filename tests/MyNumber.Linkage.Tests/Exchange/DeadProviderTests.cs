using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;
using MyNumber.Testing;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>A provider that takes requests and never answers.</summary>
public sealed class DeadProviderTests : IProviderLine
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly TaskCompletionSource<ProvisionReply?> _never = new();
    private int _asked;

    public ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default)
    {
        _asked++;
        return new ValueTask<ProvisionReply?>(_never.Task);
    }

    [Fact]
    public async Task Resuming_does_not_hang_behind_one_dead_provider_and_asks_it_once()
    {
        using LinkageLab lab = await StartAsync();
        LabBody city = lab[ChildAllowance.City];
        Operator clerk = city.CreateWorker(ChildAllowance.Affair);
        for (int person = 0; person < 3; person++)
        {
            (await AfterPatienceAsync(city.Asking.InquireAsync(clerk, ChildAllowance.Order(person, 1)).AsTask())).State.ShouldBe(InquiryState.Waiting);
        }

        (await city.Asking.InquireAsync(clerk, ChildAllowance.Order(0, 0))).State.ShouldBe(InquiryState.Done);
        int before = _asked;
        (await AfterPatienceAsync(lab.Core.Exchange.ResumeAsync().AsTask())).ShouldBe(0);
        (_asked - before).ShouldBe(1);
    }

    [Fact]
    public async Task What_expired_at_a_dead_provider_ends_as_a_network_error()
    {
        using LinkageLab lab = await StartAsync();
        LabBody city = lab[ChildAllowance.City];
        Operator clerk = city.CreateWorker(ChildAllowance.Affair);
        InquiryId[] waiting = new InquiryId[3];
        for (int person = 0; person < waiting.Length; person++)
        {
            waiting[person] = (await AfterPatienceAsync(city.Asking.InquireAsync(clerk, ChildAllowance.Order(person, 1)).AsTask())).Inquiry;
        }

        _clock.Advance(TimeSpan.FromMinutes(10));
        (await AfterPatienceAsync(lab.Core.Exchange.ResumeAsync().AsTask())).ShouldBe(3);
        foreach (InquiryId inquiry in waiting)
        {
            (await city.Asking.CollectAsync(clerk, inquiry)).Outcome.ShouldBe(InquiryOutcome.NetworkError);
        }
    }

    private Task<LinkageLab> StartAsync() => LinkageLab.StartAsync(ChildAllowance.CreateNetwork(), new LinkageLabOptions
    {
        Clock = _clock,
        ProviderLine = (agency, line) => agency == ChildAllowance.TaxCity ? this : line,
    });

    private async Task<T> AfterPatienceAsync<T>(Task<T> waiting)
    {
        waiting.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(30));
        return await waiting;
    }
}
