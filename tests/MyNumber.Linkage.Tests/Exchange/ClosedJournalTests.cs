using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>What ends an inquiry at the inquirer for good, and what must not.</summary>
public sealed class ClosedJournalTests : IAsyncLifetime
{
    private ExchangeWorld _world = null!;

    public async Task InitializeAsync() => _world = await ExchangeWorld.StartAsync();

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Inquiry_that_comes_too_late_is_rejected_once_and_not_sent_again()
    {
        _world.City.CoreLine.IsDown = true;
        InquiryResult waiting = await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
        waiting.State.ShouldBe(InquiryState.Waiting);
        _world.City.CoreLine.IsDown = false;
        _world.Clock.Now += TimeSpan.FromHours(1);
        (await _world.City.Asking.ResumeAsync()).ShouldBe(0);
        int sent = _world.City.CoreLine.Sent;
        (await _world.City.Asking.ResumeAsync()).ShouldBe(0);
        InquiryResult rejected = await _world.City.Asking.CollectAsync(_world.Clerk, waiting.Inquiry);
        (rejected.State, rejected.Fault, _world.City.CoreLine.Sent).ShouldBe((InquiryState.Rejected, ExchangeFault.WrongTime, sent));
        (await _world.CommitmentsAsync(waiting.Inquiry, _world.OtherCity)).ShouldAllBe(commitment => commitment.IsZero);
    }

    [Theory]
    [InlineData("the core cannot read it", ExchangeFault.Malformed, false)]
    [InlineData("the id belongs to another request", ExchangeFault.IdIsTaken, false)]
    [InlineData("the line is another body's, which is no word on the request", ExchangeFault.OtherCaller, true)]
    public async Task Definite_rejection_closes_the_note(string row, ExchangeFault fault, bool isSentAgain)
    {
        _world.City.CoreLine.Change = answer => InquiryAnswer.Reject(answer.Inquiry, fault);
        await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
        int sent = _world.City.CoreLine.Sent;
        await _world.City.Asking.ResumeAsync();
        (_world.City.CoreLine.Sent > sent).ShouldBe(isSentAgain, row);
    }

    [Fact]
    public async Task Rejected_inquiry_is_forgotten_when_it_is_old_and_a_recorded_or_waiting_one_is_not()
    {
        InquiryId recorded = (await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder)).Inquiry;
        InquiryId waiting = (await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.PensionOrder)).Inquiry;
        _world.City.CoreLine.Change = answer => InquiryAnswer.Reject(answer.Inquiry, ExchangeFault.Malformed);
        InquiryId old = (await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder)).Inquiry;
        _world.Clock.Now += TimeSpan.FromMinutes(1);
        InquiryId young = (await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder)).Inquiry;
        _world.City.CoreLine.Change = answer => answer;

        (await _world.City.Asking.ForgetRejectedAsync(Bodies.Now, 9)).ShouldBe(0);
        (await _world.City.Asking.ForgetRejectedAsync(_world.Clock.Now, 9)).ShouldBe(1);
        (await _world.City.Asking.ForgetRejectedAsync(_world.Clock.Now, 9)).ShouldBe(0);
        (await _world.City.Asking.CollectAsync(_world.Clerk, old)).State.ShouldBe(InquiryState.Unknown);
        (await _world.City.Asking.CollectAsync(_world.Clerk, young)).State.ShouldBe(InquiryState.Rejected);
        (await _world.City.Asking.ForgetRejectedAsync(DateTimeOffset.MaxValue, 9)).ShouldBe(1);
        (await _world.City.Asking.CollectAsync(_world.Clerk, recorded)).State.ShouldBe(InquiryState.Done);
        (await _world.City.Asking.CollectAsync(_world.Clerk, waiting)).State.ShouldBe(InquiryState.Waiting);
    }

    [Fact]
    public async Task Forgetting_takes_no_more_than_it_is_told()
    {
        _world.City.CoreLine.Change = answer => InquiryAnswer.Reject(answer.Inquiry, ExchangeFault.Malformed);
        for (int i = 0; i < 3; i++)
        {
            await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
        }

        (await _world.City.Asking.ForgetRejectedAsync(DateTimeOffset.MaxValue, 2)).ShouldBe(2);
        (await _world.City.Asking.ForgetRejectedAsync(DateTimeOffset.MaxValue, 2)).ShouldBe(1);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await _world.City.Asking.ForgetRejectedAsync(DateTimeOffset.MaxValue, 0));
    }

    [Fact]
    public async Task Answer_that_does_not_hold_is_asked_for_again_and_may_hold_then()
    {
        _world.City.CoreLine.Change = answer => answer with { Record = null };
        InquiryId inquiry = (await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder)).Inquiry;
        _world.City.CoreLine.Change = answer => answer;
        (await _world.City.Asking.ResumeAsync()).ShouldBe(1);
        (await _world.CommitmentsAsync(inquiry, _world.OtherCity)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
    }

    [Fact]
    public async Task Answer_that_never_holds_is_not_asked_for_without_end()
    {
        _world.City.CoreLine.Change = answer => answer with { Record = null };
        InquiryId inquiry = (await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder)).Inquiry;
        _world.Clock.Now += TimeSpan.FromDays(1);
        (await _world.City.Asking.ResumeAsync()).ShouldBe(0);
        int sent = _world.City.CoreLine.Sent;
        (await _world.City.Asking.ResumeAsync()).ShouldBe(0);
        InquiryResult kept = await _world.City.Asking.CollectAsync(_world.Clerk, inquiry);
        (kept.State, kept.Payload, _world.City.CoreLine.Sent).ShouldBe((InquiryState.Untrusted, null, sent));
    }

    [Fact]
    public async Task Same_number_again_goes_on_with_the_first_question_and_another_question_leaves_it_alone()
    {
        _world.OtherCity.ProviderLine.IsDown = true;
        InquiryOrder order = ExchangeWorld.TaxOrder with { Inquiry = InquiryId.Create(Bodies.Now) };
        (await _world.City.Asking.InquireAsync(_world.Clerk, order)).State.ShouldBe(InquiryState.Waiting);
        InquiryResult other = await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.PensionOrder with { Inquiry = order.Inquiry });
        (other.State, other.Fault).ShouldBe((InquiryState.Rejected, ExchangeFault.IdIsTaken));
        _world.OtherCity.ProviderLine.IsDown = false;
        _world.Clock.Now += TimeSpan.FromSeconds(1);
        (await _world.City.Asking.InquireAsync(_world.Clerk, order)).Payload!.Items.Count.ShouldBe(2);
        (await _world.CommitmentsAsync(order.Inquiry, _world.OtherCity)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
    }

    [Fact]
    public async Task Inquiry_that_was_recorded_before_the_last_note_is_not_resumed_for_ever()
    {
        _world.CoreNotes.LosesLastNotes = true;
        (await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder)).State.ShouldBe(InquiryState.Waiting);
        _world.CoreNotes.LosesLastNotes = false;
        (await _world.Core.ResumeAsync()).ShouldBe(1);
        (await _world.Core.ResumeAsync()).ShouldBe(0);

        _world.CityNotes.LosesLastNotes = true;
        await Should.ThrowAsync<IOException>(async () => await _world.City.Asking.ResumeAsync());
        _world.CityNotes.LosesLastNotes = false;
        (await _world.City.Asking.ResumeAsync()).ShouldBe(1);
        (await _world.City.Asking.ResumeAsync()).ShouldBe(0);
        (await _world.City.Records.ReadCommitmentsAsync(0, 9)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reply_of_an_impossible_time_ends_as_a_provider_error_and_holds_up_nothing()
    {
        foreach (DateTimeOffset time in new[] { DateTimeOffset.UnixEpoch.AddDays(-1), Bodies.Now.AddHours(-1), Bodies.Now.AddMinutes(6) })
        {
            _world.OtherCity.ProviderLine.Change = reply => Signed(reply with { ProvidedAt = time });
            InquiryResult result = await _world.City.Asking.InquireAsync(_world.Clerk, ExchangeWorld.TaxOrder);
            (result.State, result.Outcome).ShouldBe((InquiryState.Done, InquiryOutcome.ProviderError));
        }
    }

    private ProvisionReply Signed(ProvisionReply reply)
    {
        ProvisionReply committed = reply with { Commitment = Commitment(reply) };
        return committed with { Signature = _world.OtherCity.Parts.Identity.Sign(MessageEncoding.SignedPart(committed)) };
    }

    private Digest Commitment(ProvisionReply reply)
    {
        ProvisionRequest asked = _world.OtherCity.ProviderLine.Last!;
        AccessRecord record = new()
        {
            Inquiry = asked.Inquiry, Inquirer = asked.Inquirer, Provider = asked.Provider, Affair = asked.Affair, Procedure = asked.Procedure, ItemSet = asked.ItemSet, Items = asked.Items,
            RequestedAt = asked.RequestedAt, ProvidedAt = reply.ProvidedAt, Outcome = reply.Outcome, Rule = asked.Rule, MatrixVersion = asked.MatrixVersion, NonDisclosure = reply.NonDisclosure,
        };
        return record.Check() == RecordFault.None ? new SaltedRecord(record, asked.Salt).Commitment : reply.Commitment;
    }
}
