using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

/// <summary>What holds over every kind of line.</summary>
public abstract class ExchangeContract : IAsyncLifetime
{
    private const int Tax = 1;
    private const int Disability = 2;
    private readonly Func<Task<IExchangeWorld>> _start;
    private IExchangeWorld _world = null!;

    private protected ExchangeContract(Func<Task<IExchangeWorld>> start) => _start = start;

    private LinkageLab Lab => _world.Lab;

    private LabBody City => Lab[ChildAllowance.City];

    private Operator Clerk => City.CreateWorker(ChildAllowance.Affair);

    public async Task InitializeAsync() => _world = await _start();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Every_provider_answers_with_three_equal_records()
    {
        foreach (int need in new[] { 0, Tax, 3, 4 })
        {
            InquiryResult result = await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 0, need));
            (result.State, result.Outcome, result.Payload!.Items.Count).ShouldBe((InquiryState.Done, InquiryOutcome.Provided, ChildAllowance.Needs[need].Items.Count));
            (await CommitmentsAsync(result.Inquiry, ChildAllowance.Needs[need].Provider)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Answer_that_a_human_releases_is_collected_afterwards()
    {
        InquiryResult waiting = await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 0, Disability));
        waiting.State.ShouldBe(InquiryState.Waiting);
        (await City.Asking.CollectAsync(Clerk, waiting.Inquiry)).State.ShouldBe(InquiryState.Waiting);
        LabBody prefecture = Lab[ChildAllowance.Prefecture];
        (await prefecture.Giving.ReleaseAsync(prefecture.CreateWorker(ChildAllowance.Affair), waiting.Inquiry)).ShouldBe(ReleaseOutcome.Released);
        (await City.Asking.CollectAsync(Clerk, waiting.Inquiry)).Payload!.Items[0].Value.ShouldBe("grade of 0");
    }

    [Fact]
    public async Task Release_that_comes_too_late_is_not_taken()
    {
        InquiryId held = (await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 0, Disability))).Inquiry;
        _world.Clock.Advance(TimeSpan.FromMinutes(11));
        (await City.Asking.CollectAsync(Clerk, held)).Outcome.ShouldBe(InquiryOutcome.Expired);
        LabBody prefecture = Lab[ChildAllowance.Prefecture];
        (await prefecture.Giving.ReleaseAsync(prefecture.CreateWorker(ChildAllowance.Affair), held)).ShouldBe(ReleaseOutcome.TooLate);
    }

    [Fact]
    public async Task What_no_rule_permits_is_refused_with_its_record()
    {
        InquiryResult result = await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 0, Tax) with { ItemSet = new ItemSetId("unknown-set") });
        (result.State, result.Outcome).ShouldBe((InquiryState.Done, InquiryOutcome.RefusedByRule));
        (await CommitmentsAsync(result.Inquiry, ChildAllowance.TaxCity)).Count(found => found.IsZero).ShouldBe(1);
    }

    [Fact]
    public async Task Core_rejects_what_it_cannot_take()
    {
        InquiryRequest good = await RequestAsync();
        ICoreLine line = _world.LineOf(ChildAllowance.City);
        (await _world.LineOf(ChildAllowance.TaxOffice).InquireAsync(good)).Fault.ShouldBe(ExchangeFault.OtherCaller);
        (await line.InquireAsync(good with { RequestedAt = good.RequestedAt.AddMinutes(-6) })).Fault.ShouldBe(ExchangeFault.WrongTime);
        (await line.CollectAsync(InquiryId.Create(_world.Clock.GetUtcNow()))).Fault.ShouldBe(ExchangeFault.Unknown);
        (await line.InquireAsync(good)).State.ShouldBe(AnswerState.Done);
        (await line.InquireAsync(good with { Affair = new AffairId("else") })).Fault.ShouldBe(ExchangeFault.IdIsTaken);
        (await _world.LineOf(ChildAllowance.TaxOffice).CollectAsync(good.Inquiry)).Fault.ShouldBe(ExchangeFault.Unknown);
    }

    [Fact]
    public async Task Nobody_delivers_for_another_body()
    {
        InquiryId held = (await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 0, Disability))).Inquiry;
        ProvisionReply stolen = new() { Inquiry = held, Provider = ChildAllowance.Prefecture, Outcome = InquiryOutcome.NoRecord, Commitment = default };
        (await _world.LineOf(ChildAllowance.TaxCity).DeliverAsync(stolen)).ShouldBeFalse();
        (await _world.LineOf(ChildAllowance.Prefecture).DeliverAsync(stolen)).ShouldBeFalse();
        (await City.Asking.CollectAsync(Clerk, held)).State.ShouldBe(InquiryState.Waiting);
    }

    [Fact]
    public async Task Same_request_at_once_is_recorded_once()
    {
        InquiryRequest request = await RequestAsync();
        InquiryAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await _world.LineOf(ChildAllowance.City).InquireAsync(request))));
        answers.Select(answer => answer.Record!.Commitment).Distinct().ShouldHaveSingleItem();
        (await Lab.Core.Stores.Records.ReadCommitmentsAsync(0, 100)).Count.ShouldBe(1);
        (await Lab[ChildAllowance.TaxCity].Stores.Records.ReadCommitmentsAsync(0, 100)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Provider_that_stays_away_ends_as_a_network_error()
    {
        await _world.StopAsync(ChildAllowance.TaxCity);
        InquiryResult waiting = await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 0, Tax));
        waiting.State.ShouldBe(InquiryState.Waiting);
        _world.Clock.Advance(TimeSpan.FromMinutes(10));
        (await City.Asking.CollectAsync(Clerk, waiting.Inquiry)).Outcome.ShouldBe(InquiryOutcome.NetworkError);
    }

    [Fact]
    public async Task Who_gives_up_gets_no_answer()
    {
        InquiryRequest request = await RequestAsync();
        using CancellationTokenSource given = new();
        await given.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await _world.LineOf(ChildAllowance.City).InquireAsync(request, given.Token));
    }

    private async Task<InquiryRequest> RequestAsync()
    {
        InquiryOrder order = ChildAllowance.Order(person: 0, Tax);
        return new InquiryRequest
        {
            Inquiry = InquiryId.Create(_world.Clock.GetUtcNow()), Inquirer = ChildAllowance.City, Provider = order.Provider, Affair = order.Affair, Procedure = order.Procedure,
            ItemSet = order.ItemSet, Items = order.Items, Code = await City.Space.FindCodeAsync(order.Addressee), RequestedAt = _world.Clock.GetUtcNow(), Operator = Clerk.Id,
        };
    }

    private async Task<Digest[]> CommitmentsAsync(InquiryId inquiry, AgencyId provider)
    {
        List<Digest> found = [];
        foreach (IRecordStore store in new[] { City.Stores.Records, Lab[provider].Stores.Records, Lab.Core.Stores.Records })
        {
            found.Add((await store.FindAsync(new RecordKey(inquiry, 0)))?.Record.Commitment ?? default);
        }

        return [.. found];
    }
}
