using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>A body with all of its keys and the whole shared store against another body of the same store.</summary>
public sealed class BodyBreachTests : BreachTests
{
    private BodyCipher OwnCipher => World.TaxOffice.Parts.Cipher;

    [Fact]
    public async Task No_row_of_another_body_opens_under_ones_own_key()
    {
        await World.AskTaxAsync(0);
        await World.LoginAsync(0);
        foreach (AgencyId victim in World.Lab.Network.Bodies.Where(body => body != ChildAllowance.TaxOffice))
        {
            BodyRow[] rows = [.. await World.RowsOfAsync(victim)];
            rows.Length.ShouldBeGreaterThan(0);
            rows.ShouldAllBe(row => !Opens(OwnCipher, row));
            rows.ShouldAllBe(row => Opens(World.Lab[victim].Parts.Cipher, row));
        }
    }

    [Fact]
    public async Task Ones_own_space_laid_over_anothers_rows_finds_nothing()
    {
        RedirectedStore store = new(World.Shared, ChildAllowance.TaxCity);
        for (int person = 0; person < 3; person++)
        {
            AddresseeNumber theirs = ChildAllowance.Addressee(ChildAllowance.TaxCity, person);
            AgencyCode code = await World.CodeAsync(ChildAllowance.TaxCity, person);
            BodySpace thief = new(store, OwnCipher);
            (await thief.FindReplicaAsync(theirs, ChildAllowance.LocalTax)).ShouldBeNull();
            (await thief.FindCodeAsync(theirs)).IsEmpty.ShouldBeTrue();
            (await thief.FindAddresseeAsync(code)).IsEmpty.ShouldBeTrue();

            BodySpace owner = new(store, World.TaxCity.Parts.Cipher);
            (await owner.FindReplicaAsync(theirs, ChildAllowance.LocalTax)).ShouldNotBeNull();
            (await owner.FindAddresseeAsync(code)).ShouldBe(theirs);
        }
    }

    [Fact]
    public async Task Stolen_replica_laid_into_ones_own_place_is_refused()
    {
        AddresseeNumber own = ChildAllowance.Addressee(ChildAllowance.TaxOffice, 0);
        await World.TaxOffice.Space.PutAsync([World.Lab.Network.People[0].At(ChildAllowance.TaxCity)!.Replicas[0] with { Addressee = own }]);
        (await World.TaxOffice.Space.FindReplicaAsync(own, ChildAllowance.LocalTax)).ShouldNotBeNull();

        BodyRow mine = (await World.RowsOfAsync(ChildAllowance.TaxOffice)).Single(row => row.Key.Table == BodyTable.Replica);
        foreach (BodyRow stolen in (await World.RowsOfAsync(ChildAllowance.TaxCity)).Where(row => row.Key.Table == BodyTable.Replica))
        {
            await World.Shared.TryExchangeAsync(ChildAllowance.TaxOffice, [mine.Key], [stolen with { Key = mine.Key }]);
            await Should.ThrowAsync<CryptographicException>(async () => await World.TaxOffice.Space.FindReplicaAsync(own, ChildAllowance.LocalTax));
        }
    }

    [Fact]
    public async Task Code_of_another_body_gets_no_data_and_tells_nothing()
    {
        ICoreLine line = World.Lab.Core.Exchange.LineOf(ChildAllowance.TaxOffice);
        foreach (AgencyId other in World.Lab.Network.Bodies.Where(body => body != ChildAllowance.TaxOffice))
        {
            InquiryAnswer answer = await line.InquireAsync(Request(await World.CodeAsync(other, 0)));
            (answer.Record!.Record.Outcome, answer.Reply).ShouldBe((InquiryOutcome.CodeForeign, null));
        }

        (await line.InquireAsync(Request(await World.CodeAsync(ChildAllowance.TaxOffice, 0)))).Record!.Record.Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public async Task Answer_to_another_body_is_neither_collected_nor_opened()
    {
        InquiryResult theirs = await World.AskTaxAsync(0);
        (await World.Lab.Core.Exchange.LineOf(ChildAllowance.TaxOffice).CollectAsync(theirs.Inquiry)).Fault.ShouldBe(ExchangeFault.Unknown);
        (await World.Lab.Core.Exchange.LineOf(ChildAllowance.City).CollectAsync(theirs.Inquiry)).State.ShouldBe(AnswerState.Done);

        ReadOnlyMemory<byte> box = theirs.Evidence!.SealedPayload;
        foreach (LabBody thief in World.Lab.Bodies.Values.Where(body => body.Agency != ChildAllowance.City && body.Agency != ChildAllowance.TaxCity))
        {
            World.Lab.Keys.Cards.TryFindCard(ChildAllowance.TaxCity, out BodyCard? provider).ShouldBeTrue();
            World.Lab.Keys.Cards.TryFindCard(ChildAllowance.City, out BodyCard? inquirer).ShouldBeTrue();
            thief.Parts.Sealer.TryOpen(provider!, theirs.Inquiry.ToBytes(), box.Span).ShouldBeNull();
            thief.Parts.Sealer.TryOpen(inquirer!, theirs.Inquiry.ToBytes(), box.Span).ShouldBeNull();
            World.City.Parts.Sealer.TryOpen(provider!, theirs.Inquiry.ToBytes(), box.Span).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Peoples_records_are_not_shown_to_a_body_that_is_no_portal()
    {
        PortalCaller me = await World.LoginAsync(0);
        await World.AskTaxAsync(0);
        RecordQuery query = new() { Code = await World.Portal.Accounts.FindCodeAsync(me.Account) };
        foreach (AgencyId body in World.Lab.Network.Bodies.Where(body => body != ChildAllowance.Portal))
        {
            (await World.Lab.Core.Records.LineOf(body).AskAsync(query)).Outcome.ShouldBe(RecordQueryOutcome.NotPortal);
        }

        (await World.Lab.Core.Records.LineOf(ChildAllowance.Portal).AskAsync(query)).Records.Length.ShouldBe(1);
    }

    private InquiryRequest Request(AgencyCode code) => new()
    {
        Inquiry = InquiryId.Create(World.Clock.GetUtcNow()), Inquirer = ChildAllowance.TaxOffice, Provider = ChildAllowance.TaxCity, Affair = ChildAllowance.IncomeTax,
        Procedure = ChildAllowance.Grant, ItemSet = ChildAllowance.LocalTax, Items = [new ItemId("income")], Code = code, RequestedAt = World.Clock.GetUtcNow(), Operator = new OperatorId("thief"),
    };

    private static bool Opens(BodyCipher cipher, BodyRow row)
    {
        try
        {
            return cipher.Open(row).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
