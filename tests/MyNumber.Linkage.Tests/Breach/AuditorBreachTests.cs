using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>An auditor with every commitment, head and proof of a log, and who knows what a record probably says.</summary>
public sealed class AuditorBreachTests : BreachTests
{
    [Fact]
    public async Task Commitment_confirms_no_guess_without_its_salt()
    {
        InquiryResult result = await World.AskTaxAsync(0);
        SaltedRecord record = (await World.Lab.Core.Stores.Records.FindAsync(new RecordKey(result.Inquiry, 0)))!.Record;
        Digest shown = (await World.Lab.Core.Stores.Records.ReadCommitmentsAsync(0, 9)).ShouldHaveSingleItem();
        byte[] guess = record.Canonical.ToArray();
        Digest.FromBytes(SHA256.HashData(guess)).ShouldNotBe(shown);
        foreach (byte fill in new byte[] { 0, 1, 0xFF })
        {
            Digest.FromBytes(HMACSHA256.HashData(Enumerable.Repeat(fill, RecordSalt.Length).ToArray(), guess)).ShouldNotBe(shown);
        }

        SaltedRecord.TryOpen(shown, record.Canonical, RecordSalt.Create(RandomNumberGenerator.Create()), out _).ShouldBeFalse();
        SaltedRecord.TryOpen(shown, record.Canonical, record.Salt, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_inquiries_about_one_person_and_about_two_look_alike_in_the_log()
    {
        await World.AskTaxAsync(0);
        await World.AskTaxAsync(0);
        await World.AskTaxAsync(1);
        IReadOnlyList<Digest> leaves = await World.Lab.Core.Stores.Records.ReadCommitmentsAsync(0, 9);
        leaves.Distinct().Count().ShouldBe(3);
        foreach (int person in new[] { 0, 1 })
        {
            foreach (Digest leaf in leaves)
            {
                byte[] part = BreachWorld.BytesOf(await World.CodeAsync(ChildAllowance.City, person))[2..10];
                leaf.ToArray().AsSpan().IndexOf(part).ShouldBe(-1);
            }
        }
    }

    [Fact]
    public async Task Record_that_an_auditor_is_shown_names_nobody()
    {
        InquiryResult result = await World.AskTaxAsync(0);
        byte[] canonical = (await World.Lab.Core.Stores.Records.FindAsync(new RecordKey(result.Inquiry, 0)))!.Record.Canonical.ToArray();
        foreach (AgencyId body in World.Lab.Network.Bodies)
        {
            byte[] code = BreachWorld.BytesOf(await World.CodeAsync(body, 0));
            canonical.AsSpan().IndexOf(code).ShouldBe(-1);
            canonical.AsSpan().IndexOf(ChildAllowance.Addressee(body, 0).ToBytes()).ShouldBe(-1);
        }

        Shows(canonical, ChildAllowance.Affair.ToString()).ShouldBeTrue();
    }
}
