using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>A provider with its keys and every request that came to it.</summary>
public sealed class ProviderBreachTests : BreachTests
{
    [Fact]
    public async Task Request_tells_the_provider_no_code_but_its_own()
    {
        await World.AskTaxAsync(0);
        ProvisionRequest seen = Requests().Single();
        seen.Code.ShouldBe(await World.CodeAsync(ChildAllowance.TaxCity, 0));
        byte[] bytes = MessageEncoding.Write(seen);
        foreach (AgencyId other in World.Lab.Network.Bodies)
        {
            byte[] code = BreachWorld.BytesOf(await World.CodeAsync(other, 0));
            (bytes.AsSpan().IndexOf(code) >= 0).ShouldBe(other == ChildAllowance.TaxCity);
        }
    }

    [Fact]
    public async Task Provider_answers_no_request_for_another_body_and_delivers_in_no_other_name()
    {
        InquiryId held = (await World.City.Asking.InquireAsync(World.Clerk, ChildAllowance.Order(0, 2))).Inquiry;
        ProvisionRequest request = Requests().Single();
        await Should.ThrowAsync<ArgumentException>(async () => await World.TaxCity.Giving.ProvideAsync(request));

        ProvisionReply forged = new() { Inquiry = held, Provider = ChildAllowance.Prefecture, Outcome = InquiryOutcome.NoRecord, Commitment = default, Permit = request.Permit };
        forged = forged with { Signature = World.TaxCity.Parts.Identity.Sign(MessageEncoding.SignedPart(forged)) };
        foreach (AgencyId thief in new[] { ChildAllowance.TaxCity, ChildAllowance.Prefecture })
        {
            (await World.Lab.Core.Exchange.LineOf(thief).DeliverAsync(forged)).ShouldBeFalse();
        }

        LabBody right = World.Lab[ChildAllowance.Prefecture];
        (await right.Giving.ReleaseAsync(right.CreateWorker(ChildAllowance.Affair), held)).ShouldBe(ReleaseOutcome.Released);
        ProvisionReply genuine = (await right.Giving.ProvideAsync(request))!;
        (await World.Lab.Core.Exchange.LineOf(ChildAllowance.TaxCity).DeliverAsync(genuine)).ShouldBeFalse();
        (await World.Lab.Core.Exchange.LineOf(ChildAllowance.Prefecture).DeliverAsync(genuine)).ShouldBeTrue();
    }

    [Fact]
    public async Task Permit_of_one_inquiry_serves_no_other_and_fetches_nothing()
    {
        await World.AskTaxAsync(0);
        ProvisionRequest seen = Requests().Single();
        InquiryId held = (await World.City.Asking.InquireAsync(World.Clerk, ChildAllowance.Order(1, 2))).Inquiry;
        LabBody prefecture = World.Lab[ChildAllowance.Prefecture];
        ProvisionReply reply = new() { Inquiry = held, Provider = ChildAllowance.Prefecture, Outcome = InquiryOutcome.NoRecord, Commitment = default, Permit = seen.Permit };
        reply = reply with { Signature = prefecture.Parts.Identity.Sign(MessageEncoding.SignedPart(reply)) };
        (await World.Lab.Core.Exchange.LineOf(ChildAllowance.Prefecture).DeliverAsync(reply)).ShouldBeFalse();

        InquiryRequest back = new()
        {
            Inquiry = InquiryId.Create(World.Clock.GetUtcNow()), Inquirer = ChildAllowance.TaxCity, Provider = ChildAllowance.City, Affair = seen.Affair, Procedure = seen.Procedure,
            ItemSet = seen.ItemSet, Items = seen.Items, Code = seen.Code, RequestedAt = World.Clock.GetUtcNow(), Operator = new OperatorId("thief"),
        };
        InquiryAnswer answer = await World.Lab.Core.Exchange.LineOf(ChildAllowance.TaxCity).InquireAsync(back);
        (answer.Record!.Record.Outcome, answer.Reply).ShouldBe((InquiryOutcome.RefusedByRule, null));
    }

    private ProvisionRequest[] Requests() => [.. World.Wire.Select(bytes => MessageEncoding.ReadProvision(bytes)).OfType<ProvisionRequest>()];
}
