using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>Somebody on the network with the bytes of every message, as if no line were encrypted.</summary>
public sealed class ObserverBreachTests : BreachTests
{
    [Fact]
    public async Task No_message_shows_data_a_notice_an_addressee_or_an_individual_number()
    {
        await World.LoginAsync(0);
        InquiryResult result = await World.AskTaxAsync(0);
        await World.NotifyAsync(0);
        World.Wire.Count.ShouldBeGreaterThanOrEqualTo(6);
        LabPerson person = World.Lab.Network.People[0];
        string[] secrets = ["income of 0", "dependants of 0", BreachWorld.Secret, person.Number.Reveal(), person.ResidentCode.Reveal()];
        World.Wire.ShouldAllBe(bytes => !secrets.Any(secret => Shows(bytes, secret)));
        foreach (byte[] bytes in World.Wire)
        {
            World.Lab.Network.Bodies.ShouldAllBe(body => !Has(bytes, ChildAllowance.Addressee(body, 0).ToBytes()));
        }

        World.Wire.ShouldContain(bytes => Shows(bytes, ChildAllowance.LocalTax.ToString()));
        result.Payload!.Items.ShouldContain(item => item.Value == "income of 0");
    }

    [Fact]
    public async Task Message_that_is_sent_again_by_somebody_else_is_refused()
    {
        await World.AskTaxAsync(0);
        InquiryRequest seen = World.Wire.Select(bytes => MessageEncoding.ReadInquiry(bytes)).OfType<InquiryRequest>().Single();
        foreach (AgencyId thief in World.Lab.Network.Bodies.Where(body => body != ChildAllowance.City))
        {
            (await World.Lab.Core.Exchange.LineOf(thief).InquireAsync(seen)).Fault.ShouldBe(ExchangeFault.OtherCaller);
        }

        int records = (await World.Lab.Core.Stores.Records.ReadCommitmentsAsync(0, 9)).Count;
        (await World.Lab.Core.Exchange.LineOf(ChildAllowance.City).InquireAsync(seen)).State.ShouldBe(AnswerState.Done);
        (await World.Lab.Core.Stores.Records.ReadCommitmentsAsync(0, 9)).Count.ShouldBe(records);
    }

    [Fact]
    public async Task Bare_messages_tie_two_codes_by_the_inquirys_id_so_lines_must_be_encrypted()
    {
        await World.AskTaxAsync(0);
        byte[] citys = BreachWorld.BytesOf(await World.CodeAsync(ChildAllowance.City, 0));
        byte[] providers = BreachWorld.BytesOf(await World.CodeAsync(ChildAllowance.TaxCity, 0));
        World.Wire.ShouldContain(bytes => Has(bytes, citys));
        World.Wire.ShouldContain(bytes => Has(bytes, providers));
        World.Wire.ShouldAllBe(bytes => !(Has(bytes, citys) && Has(bytes, providers)));
    }

    private static bool Has(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0;
}
