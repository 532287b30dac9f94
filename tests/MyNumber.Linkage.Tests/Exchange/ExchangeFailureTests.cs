using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>Lines that break, messages that come twice, and parties that lie.</summary>
public sealed class ExchangeFailureTests : IAsyncLifetime
{
    private ExchangeWorld _world = null!;

    public async Task InitializeAsync() => _world = await ExchangeWorld.StartAsync();

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Lost_answer_is_collected_and_nothing_is_provided_twice()
    {
        _world.City.CoreLine.LosesAnswers = true;
        InquiryResult lost = await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
        lost.State.ShouldBe(InquiryState.Waiting);
        _world.City.CoreLine.LosesAnswers = false;
        (await _world.City.Asking.ResumeAsync()).ShouldBe(1);
        (await _world.City.Asking.CollectAsync(_world.Clerk, lost.Inquiry)).Payload!.Items.Count.ShouldBe(2);
        _world.OtherCity.ProviderLine.Asked.ShouldBe(1);
        (await _world.CommitmentsAsync(lost.Inquiry, _world.OtherCity)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
        (await _world.CoreRecords.ReadCommitmentsAsync(0, 10)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Lost_reply_is_asked_for_again_and_comes_out_the_same()
    {
        _world.OtherCity.ProviderLine.LosesReplies = true;
        InquiryResult waiting = await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
        waiting.State.ShouldBe(InquiryState.Waiting);
        _world.Clock.Now += TimeSpan.FromSeconds(30);
        _world.OtherCity.ProviderLine.LosesReplies = false;
        (await _world.Core.ResumeAsync()).ShouldBe(1);
        InquiryResult result = await _world.City.Asking.CollectAsync(_world.Clerk, waiting.Inquiry);
        (result.State, _world.OtherCity.ProviderLine.Asked).ShouldBe((InquiryState.Done, 2));
        (await _world.CommitmentsAsync(waiting.Inquiry, _world.OtherCity)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
    }

    [Fact]
    public async Task Provider_that_stays_away_ends_as_a_network_error()
    {
        _world.OtherCity.ProviderLine.IsDown = true;
        InquiryResult waiting = await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
        waiting.State.ShouldBe(InquiryState.Waiting);
        _world.Clock.Now += TimeSpan.FromMinutes(10);
        (await _world.City.Asking.CollectAsync(_world.Clerk, waiting.Inquiry)).Outcome.ShouldBe(InquiryOutcome.NetworkError);
    }

    [Fact]
    public async Task Changed_reply_is_a_provider_error_and_never_data()
    {
        Func<ProvisionReply, ProvisionReply>[] lies =
        [
            reply => reply with { AsOf = reply.AsOf!.Value.AddDays(1) },
            reply => reply with { Outcome = InquiryOutcome.NoRecord },
            reply => reply with { Signature = new byte[64] },
            reply => reply with { Commitment = default },
            reply => reply with { Permit = new byte[40] },
            reply => reply with { Provider = Bodies.PensionOffice },
            reply => reply with { PayloadHash = default },
            reply => reply with { SealedPayload = default },
        ];
        foreach (Func<ProvisionReply, ProvisionReply> lie in lies)
        {
            _world.OtherCity.ProviderLine.Change = lie;
            InquiryResult result = await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
            (result.State, result.Outcome, result.Payload).ShouldBe((InquiryState.Done, InquiryOutcome.ProviderError, null));
        }
    }

    [Fact]
    public async Task Permit_of_another_inquiry_of_the_same_provider_is_a_provider_error()
    {
        await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
        ReadOnlyMemory<byte> earlier = _world.OtherCity.ProviderLine.Last!.Permit;
        _world.OtherCity.ProviderLine.Change = reply => reply with { Permit = earlier };
        InquiryResult result = await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
        (result.State, result.Outcome, result.Payload).ShouldBe((InquiryState.Done, InquiryOutcome.ProviderError, null));
    }

    [Fact]
    public async Task Core_that_changes_the_answer_is_not_believed()
    {
        Func<InquiryAnswer, InquiryAnswer>[] lies =
        [
            answer => answer with { Record = null },
            answer => answer with { Reply = null },
            answer => answer with { Reply = null, Record = Other(answer.Record!, record => record with { Outcome = InquiryOutcome.NoRecord, ProvidedAt = null }) },
            answer => answer with { Reply = answer.Reply! with { SealedPayload = new byte[60] } },
            answer => answer with { Reply = answer.Reply! with { AsOf = Bodies.Now } },
            answer => answer with { Record = Other(answer.Record!, record => record with { Affair = new AffairId("else") }) },
            answer => answer with { Record = Other(answer.Record!, record => record with { Rule = new RuleId("else") }) },
            answer => answer with { Record = Other(answer.Record!, record => record with { Outcome = InquiryOutcome.NoRecord, ProvidedAt = null }) },
        ];
        foreach (Func<InquiryAnswer, InquiryAnswer> lie in lies)
        {
            _world.City.CoreLine.Change = lie;
            InquiryResult result = await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
            (result.State, result.Payload).ShouldBe((InquiryState.Untrusted, null));
            (await _world.City.Records.FindAsync(new RecordKey(result.Inquiry, 0))).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Core_rejects_what_it_cannot_take()
    {
        ICoreLine line = _world.City.CoreLine;
        InquiryRequest good = Request();
        (await _world.OtherCity.CoreLine.InquireAsync(good)).Fault.ShouldBe(ExchangeFault.OtherCaller);
        (await line.InquireAsync(Request() with { RequestedAt = Bodies.Now.AddMinutes(-6) })).Fault.ShouldBe(ExchangeFault.WrongTime);
        (await line.InquireAsync(Request() with { RequestedAt = Bodies.Now.AddMinutes(6) })).Fault.ShouldBe(ExchangeFault.WrongTime);
        (await line.CollectAsync(InquiryId.Create(Bodies.Now))).Fault.ShouldBe(ExchangeFault.Unknown);

        (await line.InquireAsync(good)).State.ShouldBe(AnswerState.Done);
        (await line.InquireAsync(good)).State.ShouldBe(AnswerState.Done);
        (await line.InquireAsync(good with { Affair = new AffairId("else") })).Fault.ShouldBe(ExchangeFault.IdIsTaken);
        (await _world.OtherCity.CoreLine.CollectAsync(good.Inquiry)).Fault.ShouldBe(ExchangeFault.Unknown);
        (await _world.OtherCity.CoreLine.InquireAsync(good)).Fault.ShouldBe(ExchangeFault.OtherCaller);
    }

    [Fact]
    public async Task Nobody_delivers_for_another_body()
    {
        InquiryId held = (await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.PensionOrder)).Inquiry;
        ProvisionReply stolen = new() { Inquiry = held, Provider = Bodies.PensionOffice, Outcome = InquiryOutcome.NoRecord, Commitment = default, Permit = _world.Pension.ProviderLine.Last!.Permit };
        (await _world.OtherCity.CoreLine.DeliverAsync(stolen)).ShouldBeFalse();
        (await _world.Pension.CoreLine.DeliverAsync(stolen)).ShouldBeFalse();
        (await _world.City.Asking.CollectAsync(_world.Clerk, held)).State.ShouldBe(InquiryState.Waiting);
    }

    [Fact]
    public async Task Same_request_at_once_is_recorded_once()
    {
        InquiryRequest request = Request();
        InquiryAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await _world.City.CoreLine.InquireAsync(request))));
        answers.Select(answer => answer.Record!.Commitment).Distinct().ShouldHaveSingleItem();
        (await _world.CoreRecords.ReadCommitmentsAsync(0, 100)).Count.ShouldBe(1);
        (await _world.OtherCity.Records.ReadCommitmentsAsync(0, 100)).Count.ShouldBe(1);
    }

    private InquiryRequest Request() => new()
    {
        Inquiry = InquiryId.Create(Bodies.Now), Inquirer = Bodies.City, Provider = Bodies.OtherCity, Affair = Rules.Allowance, Procedure = Rules.Grant, ItemSet = Rules.Tax,
        Items = [Rules.Income], Code = _world.City.Space.FindCodeAsync(new AddresseeNumber(11)).AsTask().Result, RequestedAt = Bodies.Now, Operator = _world.Clerk.Id,
    };

    private static SaltedRecord Other(SaltedRecord record, Func<AccessRecord, AccessRecord> change) => new(change(record.Record), record.Salt);
}
