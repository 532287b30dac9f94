using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>What ends an inquiry at the inquirer for good, and what must not.</summary>
public sealed class ClosedJournalTests : ExchangeTestsBase
{
    [Fact]
    public async Task Inquiry_that_comes_too_late_is_rejected_once_and_not_sent_again()
    {
        World.City.CoreLine.IsDown = true;
        InquiryResult waiting = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        waiting.State.ShouldBe(InquiryState.Waiting);
        World.City.CoreLine.IsDown = false;
        World.Clock.Now += TimeSpan.FromHours(1);
        (await World.City.Asking.ResumeAsync()).ShouldBe(0);
        int sent = World.City.CoreLine.Sent;
        (await World.City.Asking.ResumeAsync()).ShouldBe(0);
        InquiryResult rejected = await World.City.Asking.CollectAsync(World.Clerk, waiting.Inquiry);
        (rejected.State, rejected.Fault, World.City.CoreLine.Sent).ShouldBe((InquiryState.Rejected, ExchangeFault.WrongTime, sent));
        (await World.CommitmentsAsync(waiting.Inquiry, World.OtherCity)).ShouldAllBe(commitment => commitment.IsZero);
    }

    [Theory]
    [InlineData("the core cannot read it", ExchangeFault.Malformed, false)]
    [InlineData("the id belongs to another request", ExchangeFault.IdIsTaken, false)]
    [InlineData("the line is another body's, which is no word on the request", ExchangeFault.OtherCaller, true)]
    public async Task Definite_rejection_closes_the_note(string row, ExchangeFault fault, bool isSentAgain)
    {
        World.City.CoreLine.Change = answer => InquiryAnswer.Reject(answer.Inquiry, fault);
        await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        int sent = World.City.CoreLine.Sent;
        await World.City.Asking.ResumeAsync();
        (World.City.CoreLine.Sent > sent).ShouldBe(isSentAgain, row);
    }

    [Fact]
    public async Task Rejected_inquiry_is_forgotten_when_it_is_old_and_a_recorded_or_waiting_one_is_not()
    {
        InquiryId recorded = (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder)).Inquiry;
        InquiryId waiting = (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.PensionOrder)).Inquiry;
        World.City.CoreLine.Change = answer => InquiryAnswer.Reject(answer.Inquiry, ExchangeFault.Malformed);
        InquiryId old = (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder)).Inquiry;
        World.Clock.Now += TimeSpan.FromMinutes(1);
        InquiryId young = (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder)).Inquiry;
        World.City.CoreLine.Change = answer => answer;

        (await World.City.Asking.ForgetRejectedAsync(Bodies.Now, 9)).ShouldBe(0);
        (await World.City.Asking.ForgetRejectedAsync(World.Clock.Now, 9)).ShouldBe(1);
        (await World.City.Asking.ForgetRejectedAsync(World.Clock.Now, 9)).ShouldBe(0);
        (await World.City.Asking.CollectAsync(World.Clerk, old)).State.ShouldBe(InquiryState.Unknown);
        (await World.City.Asking.CollectAsync(World.Clerk, young)).State.ShouldBe(InquiryState.Rejected);
        (await World.City.Asking.ForgetRejectedAsync(DateTimeOffset.MaxValue, 9)).ShouldBe(1);
        (await World.City.Asking.CollectAsync(World.Clerk, recorded)).State.ShouldBe(InquiryState.Done);
        (await World.City.Asking.CollectAsync(World.Clerk, waiting)).State.ShouldBe(InquiryState.Waiting);
    }

    [Fact]
    public async Task Forgetting_takes_no_more_than_it_is_told()
    {
        World.City.CoreLine.Change = answer => InquiryAnswer.Reject(answer.Inquiry, ExchangeFault.Malformed);
        for (int i = 0; i < 3; i++)
        {
            await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        }

        (await World.City.Asking.ForgetRejectedAsync(DateTimeOffset.MaxValue, 2)).ShouldBe(2);
        (await World.City.Asking.ForgetRejectedAsync(DateTimeOffset.MaxValue, 2)).ShouldBe(1);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await World.City.Asking.ForgetRejectedAsync(DateTimeOffset.MaxValue, 0));
    }

    [Fact]
    public async Task Answer_that_does_not_hold_is_asked_for_again_and_may_hold_then()
    {
        World.City.CoreLine.Change = answer => answer with { Record = null };
        InquiryId inquiry = (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder)).Inquiry;
        World.City.CoreLine.Change = answer => answer;
        (await World.City.Asking.ResumeAsync()).ShouldBe(1);
        (await World.CommitmentsAsync(inquiry, World.OtherCity)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
    }

    [Fact]
    public async Task Answer_that_never_holds_is_not_asked_for_without_end()
    {
        World.City.CoreLine.Change = answer => answer with { Record = null };
        InquiryId inquiry = (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder)).Inquiry;
        World.Clock.Now += TimeSpan.FromDays(1);
        (await World.City.Asking.ResumeAsync()).ShouldBe(0);
        int sent = World.City.CoreLine.Sent;
        (await World.City.Asking.ResumeAsync()).ShouldBe(0);
        InquiryResult kept = await World.City.Asking.CollectAsync(World.Clerk, inquiry);
        (kept.State, kept.Payload, World.City.CoreLine.Sent).ShouldBe((InquiryState.Untrusted, null, sent));
    }

    [Fact]
    public async Task Same_number_again_goes_on_with_the_first_question_and_another_question_leaves_it_alone()
    {
        World.OtherCity.ProviderLine.IsDown = true;
        InquiryOrder order = ExchangeWorld.TaxOrder with { Inquiry = InquiryId.Create(Bodies.Now) };
        (await World.City.Asking.InquireAsync(World.Clerk, order)).State.ShouldBe(InquiryState.Waiting);
        InquiryResult other = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.PensionOrder with { Inquiry = order.Inquiry });
        (other.State, other.Fault).ShouldBe((InquiryState.Rejected, ExchangeFault.IdIsTaken));
        World.OtherCity.ProviderLine.IsDown = false;
        World.Clock.Now += TimeSpan.FromSeconds(1);
        (await World.City.Asking.InquireAsync(World.Clerk, order)).Payload!.Items.Count.ShouldBe(2);
        (await World.CommitmentsAsync(order.Inquiry, World.OtherCity)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
    }

    [Fact]
    public async Task Inquiry_that_was_recorded_before_the_last_note_is_not_resumed_for_ever()
    {
        World.CoreNotes.LosesLastNotes = true;
        (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder)).State.ShouldBe(InquiryState.Waiting);
        World.CoreNotes.LosesLastNotes = false;
        (await World.Core.ResumeAsync()).ShouldBe(1);
        (await World.Core.ResumeAsync()).ShouldBe(0);

        World.CityNotes.LosesLastNotes = true;
        await Should.ThrowAsync<IOException>(async () => await World.City.Asking.ResumeAsync());
        World.CityNotes.LosesLastNotes = false;
        (await World.City.Asking.ResumeAsync()).ShouldBe(1);
        (await World.City.Asking.ResumeAsync()).ShouldBe(0);
        (await World.City.Records.ReadCommitmentsAsync(0, 9)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reply_of_an_impossible_time_ends_as_a_provider_error_and_holds_up_nothing()
    {
        foreach (DateTimeOffset time in new[] { DateTimeOffset.UnixEpoch.AddDays(-1), Bodies.Now.AddHours(-1), Bodies.Now.AddMinutes(6) })
        {
            World.OtherCity.ProviderLine.Change = reply => Signed(reply with { ProvidedAt = time });
            InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
            (result.State, result.Outcome).ShouldBe((InquiryState.Done, InquiryOutcome.ProviderError));
        }
    }

    private ProvisionReply Signed(ProvisionReply reply)
    {
        ProvisionReply committed = reply with { Commitment = Commitment(reply) };
        return committed with { Signature = World.OtherCity.Parts.Identity.Sign(MessageEncoding.SignedPart(committed)) };
    }

    private Digest Commitment(ProvisionReply reply)
    {
        ProvisionRequest asked = World.OtherCity.ProviderLine.Last!;
        AccessRecord record = new()
        {
            Inquiry = asked.Inquiry, Inquirer = asked.Inquirer, Provider = asked.Provider, Affair = asked.Affair, Procedure = asked.Procedure, ItemSet = asked.ItemSet, Items = asked.Items,
            RequestedAt = asked.RequestedAt, ProvidedAt = reply.ProvidedAt, Outcome = reply.Outcome, Rule = asked.Rule, MatrixVersion = asked.MatrixVersion, NonDisclosure = reply.NonDisclosure,
        };
        return record.Check() == RecordFault.None ? new SaltedRecord(record, asked.Salt).Commitment : reply.Commitment;
    }
}
