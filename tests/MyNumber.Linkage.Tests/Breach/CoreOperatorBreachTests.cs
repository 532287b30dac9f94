using System.Security.Cryptography;
using System.Text.Json;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.OneStop;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Sealing;
using MyNumber.TestKit;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>Who runs the core: all of its keys, stores and messages. May link codes, must not read what goes through.</summary>
public sealed class CoreOperatorBreachTests : BreachTests
{
    private static readonly string[] _values = ["income of 0", "dependants of 0", BreachWorld.Secret];

    [Fact]
    public async Task Core_links_codes_as_the_law_asks()
    {
        CodeBook book = World.Lab.Core.Book;
        (CodeHolder city, CodeHolder office) = (World.HolderOf(ChildAllowance.City), World.HolderOf(ChildAllowance.TaxOffice));
        AgencyCode mine = await World.CodeAsync(ChildAllowance.City, 0);
        (await book.IsSamePersonAsync(city.Id, mine, office.Id, await World.CodeAsync(ChildAllowance.TaxOffice, 0))).ShouldBe(SamePerson.Yes);
        (await book.IsSamePersonAsync(city.Id, mine, office.Id, await World.CodeAsync(ChildAllowance.TaxOffice, 1))).ShouldBe(SamePerson.No);
    }

    [Fact]
    public async Task No_note_and_no_message_of_the_core_shows_payload_notice_or_application()
    {
        await UseAllAsync();
        using BodyCipher cipher = CoreCipher();
        List<byte[]> seen = [.. World.Wire];
        foreach (BodyTable table in Enum.GetValues<BodyTable>())
        {
            foreach (BodyRow row in await World.Lab.Core.Stores.Journal.ListAsync(cipher.Body, table, null, 1_000))
            {
                seen.Add(cipher.Open(row));
            }
        }

        seen.Count.ShouldBeGreaterThan(10);
        seen.ShouldAllBe(bytes => !_values.Any(value => Shows(bytes, value)));
        byte[][] atBodies = [.. (await World.RowsOfAsync(ChildAllowance.TaxCity)).Select(row => World.TaxCity.Parts.Cipher.Open(row)), .. (await World.RowsOfAsync(ChildAllowance.Portal)).Select(row => World.Lab[ChildAllowance.Portal].Parts.Cipher.Open(row))];
        _values.ShouldAllBe(value => atBodies.Any(bytes => Shows(bytes, value)));
    }

    [Fact]
    public async Task Core_opens_no_seal_with_keys_of_its_own()
    {
        InquiryResult result = await World.AskTaxAsync(0);
        ReadOnlyMemory<byte> box = result.Evidence!.SealedPayload;
        foreach (AgencyId name in new[] { ChildAllowance.City, ChildAllowance.TaxCity, new AgencyId(AgencyId.MaxValue) })
        {
            using BodyIdentity forged = BodyIdentity.Create(name);
            using PayloadSealer opener = new(forged);
            foreach (LabBody body in World.Lab.Bodies.Values)
            {
                opener.TryOpen(body.Parts.Identity.Card, result.Inquiry.ToBytes(), box.Span).ShouldBeNull();
            }
        }

        World.City.Parts.Sealer.TryOpen(World.TaxCity.Parts.Identity.Card, result.Inquiry.ToBytes(), box.Span).ShouldNotBeNull();
    }

    [Fact]
    public async Task Core_confirms_no_guess_of_a_payload_by_its_hash()
    {
        InquiryResult result = await World.AskTaxAsync(0);
        Digest told = result.Evidence!.PayloadHash;
        for (int guess = 0; guess < 3; guess++)
        {
            ItemSetPayload payload = World.Lab.Network.People[guess].At(ChildAllowance.TaxCity)!.Replicas[0].Payload.Select([new ItemId("dependants"), new ItemId("income")]);
            Digest.FromBytes(SHA256.HashData(PayloadEncoding.ToBytes(payload))).ShouldNotBe(told);
        }

        byte[] opened = World.City.Parts.Sealer.TryOpen(World.TaxCity.Parts.Identity.Card, result.Inquiry.ToBytes(), result.Evidence.SealedPayload.Span)!;
        Digest.FromBytes(SHA256.HashData(opened)).ShouldBe(told);
        (await World.AskTaxAsync(0)).Evidence!.PayloadHash.ShouldNotBe(told);
    }

    [Fact]
    public async Task Length_of_a_seal_does_not_tell_yes_from_no()
    {
        List<int> lengths = [];
        foreach (string value in new[] { "yes", "no", "0", "300000000" })
        {
            World.Clock.Advance(TimeSpan.FromSeconds(1));
            await World.TaxCity.Space.PutAsync([new Replica
            {
                Addressee = ChildAllowance.Addressee(ChildAllowance.TaxCity, 0), AsOf = World.Clock.GetUtcNow(),
                Payload = new ItemSetPayload(ChildAllowance.LocalTax, new LayoutVersion("lab-1"), [new PayloadItem(new ItemId("income"), value), new PayloadItem(new ItemId("dependants"), "1")]),
            }]);
            InquiryResult result = await World.AskTaxAsync(0);
            result.Payload!.Items.ShouldContain(item => item.Value == value);
            lengths.Add(result.Evidence!.SealedPayload.Length);
        }

        lengths.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Core_confirms_no_guess_of_a_notice_by_its_hash()
    {
        await World.LoginAsync(0);
        await World.NotifyAsync(0);
        Delivery sent = World.Wire.Select(bytes => DeliveryEncoding.ReadDelivery(bytes)).Single(delivery => delivery is not null)!;
        Digest.FromBytes(SHA256.HashData(World.NoticeTo(0).Content.Span)).ShouldNotBe(sent.ContentHash);
        byte[] opened = World.Lab[ChildAllowance.Portal].Parts.Sealer.TryOpen(World.City.Parts.Identity.Card, sent.Id.ToBytes(), sent.SealedContent.Span)!;
        Digest.FromBytes(SHA256.HashData(opened)).ShouldBe(sent.ContentHash);
    }

    private async Task UseAllAsync()
    {
        await World.AskTaxAsync(0);
        PortalCaller me = await World.LoginAsync(0);
        await World.NotifyAsync(0);
        PortalApplicationId id = (await World.Portal.OneStop.StartAsync(me, ChildAllowance.Grant)).Application!.Id;
        await World.Portal.OneStop.ConfirmAsync(me, id);
        (await World.Portal.OneStop.SubmitAsync(me, id)).Outcome.ShouldBe(OneStopOutcome.Done);
    }

    private BodyCipher CoreCipher()
    {
        using TemporaryFolder folder = new();
        LabFolder.Write(folder.Path, World.Lab.Network, World.Lab.Keys);
        using JsonDocument keys = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.Path, "core.json")));
        return new BodyCipher(new AgencyId(AgencyId.MaxValue), keys.RootElement.GetProperty("journal").GetBytesFromBase64());
    }
}
