using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>A provider that signs and seals rightly what it must not say, and a replica that waits for a human.</summary>
public sealed class LyingProviderTests : ExchangeTestsBase
{
    [Theory]
    [InlineData("what was asked for", "local-tax", "2026-07", "income,dependants", true)]
    [InlineData("more than was asked for", "local-tax", "2026-07", "income,dependants,other", false)]
    [InlineData("another set", "pension", "2026-07", "income,dependants", false)]
    [InlineData("another layout than the signed one", "local-tax", "2026-08", "income,dependants", false)]
    public async Task Data_that_were_not_asked_for_are_not_taken(string row, string set, string layout, string items, bool isTaken)
    {
        ItemSetPayload payload = new(new ItemSetId(set), new LayoutVersion(layout), items.Split(',').Select(item => new PayloadItem(new ItemId(item), "1")));
        World.OtherCity.ProviderLine.Change = reply => Sealed(reply, Blinding.Wrap(PayloadEncoding.ToBytes(payload)));
        InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        (result.State == InquiryState.Done, result.Payload is not null).ShouldBe((isTaken, isTaken), row);
    }

    [Fact]
    public async Task Data_without_random_bytes_behind_them_are_not_taken()
    {
        ItemSetPayload payload = new(Rules.Tax, new LayoutVersion("2026-07"), [new PayloadItem(Rules.Income, "1")]);
        World.OtherCity.ProviderLine.Change = reply => Sealed(reply, PayloadEncoding.ToBytes(payload));
        InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        (result.State, result.Payload).ShouldBe((InquiryState.Untrusted, null));
    }

    [Fact]
    public async Task Signed_reply_that_commits_to_another_record_is_a_provider_error()
    {
        World.OtherCity.ProviderLine.Change = reply => Signed(reply with { Commitment = Digest.FromBytes(SHA256.HashData([1])) });
        InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        (result.State, result.Outcome, result.Payload).ShouldBe((InquiryState.Done, InquiryOutcome.ProviderError, null));
    }

    [Fact]
    public async Task Replica_that_needs_a_human_waits_although_the_rule_does_not_say_so()
    {
        Replica guarded = ExchangeWorld.Replica(22, Rules.Tax, ("income", "3000000"), ("dependants", "2")) with { NeedsRelease = true, AsOf = Bodies.Now };
        (await World.OtherCity.Space.PutAsync([guarded])).ShouldBe(1);
        InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        (result.State, result.Payload).ShouldBe((InquiryState.Waiting, null));
        Operator worker = new(new OperatorId("clerk-3"), Bodies.OtherCity, [Rules.Allowance], Bodies.Open);
        (await World.OtherCity.Giving.ListHeldAsync(worker)).ShouldHaveSingleItem().ShouldBe(result.Inquiry);
    }

    private ProvisionReply Sealed(ProvisionReply reply, byte[] clear) => Signed(reply with
    {
        PayloadHash = Digest.FromBytes(SHA256.HashData(clear)),
        SealedPayload = World.OtherCity.Parts.Sealer.Seal(World.City.Parts.Identity.Card, reply.Inquiry.ToBytes(), clear),
    });

    private ProvisionReply Signed(ProvisionReply reply) => reply with { Signature = World.OtherCity.Parts.Identity.Sign(MessageEncoding.SignedPart(reply)) };
}
