using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>Lines that break, messages that come twice, and parties that lie.</summary>
public sealed class ExchangeFailureTests : ExchangeTestsBase
{
    [Fact]
    public async Task Lost_answer_is_collected_and_nothing_is_provided_twice()
    {
        World.City.CoreLine.LosesAnswers = true;
        InquiryResult lost = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        lost.State.ShouldBe(InquiryState.Waiting);
        World.City.CoreLine.LosesAnswers = false;
        (await World.City.Asking.ResumeAsync()).ShouldBe(1);
        (await World.City.Asking.CollectAsync(World.Clerk, lost.Inquiry)).Payload!.Items.Count.ShouldBe(2);
        World.OtherCity.ProviderLine.Asked.ShouldBe(1);
        (await World.CommitmentsAsync(lost.Inquiry, World.OtherCity)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
        (await World.CoreRecords.ReadCommitmentsAsync(0, 10)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Lost_reply_is_asked_for_again_and_comes_out_the_same()
    {
        World.OtherCity.ProviderLine.LosesReplies = true;
        InquiryResult waiting = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        waiting.State.ShouldBe(InquiryState.Waiting);
        World.Clock.Now += TimeSpan.FromSeconds(30);
        World.OtherCity.ProviderLine.LosesReplies = false;
        (await World.Core.ResumeAsync()).ShouldBe(1);
        InquiryResult result = await World.City.Asking.CollectAsync(World.Clerk, waiting.Inquiry);
        (result.State, World.OtherCity.ProviderLine.Asked).ShouldBe((InquiryState.Done, 2));
        (await World.CommitmentsAsync(waiting.Inquiry, World.OtherCity)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
    }

    [Fact]
    public async Task Provider_that_stays_away_ends_as_a_network_error()
    {
        World.OtherCity.ProviderLine.IsDown = true;
        InquiryResult waiting = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        waiting.State.ShouldBe(InquiryState.Waiting);
        World.Clock.Now += TimeSpan.FromMinutes(10);
        (await World.City.Asking.CollectAsync(World.Clerk, waiting.Inquiry)).Outcome.ShouldBe(InquiryOutcome.NetworkError);
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
            World.OtherCity.ProviderLine.Change = lie;
            InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
            (result.State, result.Outcome, result.Payload).ShouldBe((InquiryState.Done, InquiryOutcome.ProviderError, null));
        }
    }

    [Fact]
    public async Task Permit_of_another_inquiry_of_the_same_provider_is_a_provider_error()
    {
        await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        ReadOnlyMemory<byte> earlier = World.OtherCity.ProviderLine.Last!.Permit;
        World.OtherCity.ProviderLine.Change = reply => reply with { Permit = earlier };
        InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
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
            World.City.CoreLine.Change = lie;
            InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
            (result.State, result.Payload).ShouldBe((InquiryState.Untrusted, null));
            (await World.City.Records.FindAsync(new RecordKey(result.Inquiry, 0))).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Core_rejects_what_it_cannot_take()
    {
        ICoreLine line = World.City.CoreLine;
        InquiryRequest good = Request();
        (await World.OtherCity.CoreLine.InquireAsync(good)).Fault.ShouldBe(ExchangeFault.OtherCaller);
        (await line.InquireAsync(Request() with { RequestedAt = Bodies.Now.AddMinutes(-6) })).Fault.ShouldBe(ExchangeFault.WrongTime);
        (await line.InquireAsync(Request() with { RequestedAt = Bodies.Now.AddMinutes(6) })).Fault.ShouldBe(ExchangeFault.WrongTime);
        (await line.CollectAsync(InquiryId.Create(Bodies.Now))).Fault.ShouldBe(ExchangeFault.Unknown);

        (await line.InquireAsync(good)).State.ShouldBe(AnswerState.Done);
        (await line.InquireAsync(good)).State.ShouldBe(AnswerState.Done);
        (await line.InquireAsync(good with { Affair = new AffairId("else") })).Fault.ShouldBe(ExchangeFault.IdIsTaken);
        (await World.OtherCity.CoreLine.CollectAsync(good.Inquiry)).Fault.ShouldBe(ExchangeFault.Unknown);
        (await World.OtherCity.CoreLine.InquireAsync(good)).Fault.ShouldBe(ExchangeFault.OtherCaller);
    }

    [Fact]
    public async Task Nobody_delivers_for_another_body()
    {
        InquiryId held = (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.PensionOrder)).Inquiry;
        ProvisionReply stolen = new() { Inquiry = held, Provider = Bodies.PensionOffice, Outcome = InquiryOutcome.NoRecord, Commitment = default, Permit = World.Pension.ProviderLine.Last!.Permit };
        (await World.OtherCity.CoreLine.DeliverAsync(stolen)).ShouldBeFalse();
        (await World.Pension.CoreLine.DeliverAsync(stolen)).ShouldBeFalse();
        (await World.City.Asking.CollectAsync(World.Clerk, held)).State.ShouldBe(InquiryState.Waiting);
    }

    [Fact]
    public async Task Same_request_at_once_is_recorded_once()
    {
        InquiryRequest request = Request();
        InquiryAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await World.City.CoreLine.InquireAsync(request))));
        answers.Select(answer => answer.Record!.Commitment).Distinct().ShouldHaveSingleItem();
        (await World.CoreRecords.ReadCommitmentsAsync(0, 100)).Count.ShouldBe(1);
        (await World.OtherCity.Records.ReadCommitmentsAsync(0, 100)).Count.ShouldBe(1);
    }

    private InquiryRequest Request() => new()
    {
        Inquiry = InquiryId.Create(Bodies.Now), Inquirer = Bodies.City, Provider = Bodies.OtherCity, Affair = Rules.Allowance, Procedure = Rules.Grant, ItemSet = Rules.Tax,
        Items = [Rules.Income], Code = World.City.Space.FindCodeAsync(new AddresseeNumber(11)).AsTask().Result, RequestedAt = Bodies.Now, Operator = World.Clerk.Id,
    };

    private static SaltedRecord Other(SaltedRecord record, Func<AccessRecord, AccessRecord> change) => new(change(record.Record), record.Salt);
}
