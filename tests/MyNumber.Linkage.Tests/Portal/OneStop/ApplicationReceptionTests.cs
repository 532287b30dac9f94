using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Portal.OneStop;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Sealing;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Portal.OneStop;

/// <summary>What a body does with deliveries that the portal signed and that say something else than they should.</summary>
public sealed class ApplicationReceptionTests : IAsyncLifetime
{
    private static readonly DeliveryId _id = DeliveryId.Create(Bodies.Now);

    private PortalWorld _world = null!;
    private ApplicationReception _desk = null!;

    public async Task InitializeAsync()
    {
        _world = await PortalWorld.StartAsync();
        _desk = new ApplicationReception(_world.City.Parts);
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Same_delivery_again_gets_the_same_receipt_and_is_kept_once()
    {
        Delivery sent = await MakeAsync("1");
        DeliveryReceipt first = await _desk.ReceiveAsync(sent);
        first.Outcome.ShouldBe(DeliveryOutcome.Delivered);
        _world.Clock.Now += TimeSpan.FromHours(1);
        (await _desk.ReceiveAsync(sent)).At.ShouldBe(first.At);
        (await ValuesAsync()).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Known_delivery_with_other_content_is_refused_and_the_first_stays()
    {
        await _desk.ReceiveAsync(await MakeAsync("1"));
        DeliveryReceipt receipt = await _desk.ReceiveAsync(await MakeAsync("2"));
        receipt.Outcome.ShouldBe(DeliveryOutcome.IdIsTaken);
        _world.TryFindCard(Bodies.City, out BodyCard? card).ShouldBeTrue();
        _world.City.Parts.Signatures.Verify(card!, DeliveryEncoding.SignedPart(receipt), receipt.Signature.Span).ShouldBeTrue();
        (await ValuesAsync()).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Known_delivery_in_another_affair_or_procedure_is_refused()
    {
        Delivery sent = await MakeAsync("1");
        await _desk.ReceiveAsync(sent);
        (await _desk.ReceiveAsync(Sign(sent with { Affair = new AffairId("else") }))).Outcome.ShouldBe(DeliveryOutcome.IdIsTaken);
        (await _desk.ReceiveAsync(Sign(sent with { Procedure = new ProcedureId("else") }))).Outcome.ShouldBe(DeliveryOutcome.IdIsTaken);
        (await ValuesAsync()).ShouldBe(["1"]);
    }

    [Theory]
    [InlineData("another procedure", "else")]
    [InlineData("no procedure", "")]
    public async Task Application_whose_procedure_is_not_its_deliverys_is_not_kept(string row, string procedure)
    {
        Delivery sent = await MakeAsync("1");
        Delivery other = Sign(sent with { Procedure = procedure.Length == 0 ? default : new ProcedureId(procedure) });
        (await _desk.ReceiveAsync(other)).Outcome.ShouldBe(DeliveryOutcome.Untrusted, row);
        (await ValuesAsync()).ShouldBeEmpty(row);
        (await _desk.ReceiveAsync(sent)).Outcome.ShouldBe(DeliveryOutcome.Delivered, row);
    }

    [Fact]
    public async Task Delivery_that_is_no_application_or_for_another_body_is_the_callers_fault()
    {
        Delivery sent = await MakeAsync("1");
        await Should.ThrowAsync<ArgumentException>(async () => await _desk.ReceiveAsync(Sign(sent with { Kind = DeliveryKind.Notice })));
        await Should.ThrowAsync<ArgumentException>(async () => await _desk.ReceiveAsync(Sign(sent with { Receiver = Bodies.OtherCity })));
    }

    private async Task<Delivery> MakeAsync(string value)
    {
        ApplicationContent content = new()
        {
            Id = new PortalApplicationId(Guid.CreateVersion7(Bodies.Now)), Procedure = Rules.Grant, ConfirmedAt = Bodies.Now,
            Fields = [new FilledField { Field = Rules.Income, Value = value, Origin = FieldOrigin.Entered }],
        };
        byte[] clear = Blinding.Wrap(content.ToBytes());
        _world.TryFindCard(Bodies.City, out BodyCard? card).ShouldBeTrue();
        return Sign(new Delivery
        {
            Id = _id, Kind = DeliveryKind.Application, Sender = Bodies.Portal, Receiver = Bodies.City, Affair = Rules.Allowance, Procedure = Rules.Grant,
            SentAt = Bodies.Now, ExpiresAt = Bodies.Now.AddDays(30), ContentHash = Digest.FromBytes(SHA256.HashData(clear)),
            SealedContent = _world.Portal.Parts.Sealer.Seal(card!, _id.ToBytes(), clear), Code = await _world.City.Space.FindCodeAsync(new AddresseeNumber(1)),
        });
    }

    private Delivery Sign(Delivery delivery) => delivery with { Signature = _world.Portal.Parts.Identity.Sign(DeliveryEncoding.SignedPart(delivery)) };

    private async Task<string[]> ValuesAsync() => [.. (await _desk.ListAsync(_world.Clerk, 0, 9)).Select(application => application.Content.Fields.Single().Value)];
}
