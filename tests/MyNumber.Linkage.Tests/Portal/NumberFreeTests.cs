using System.Reflection;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.OneStop;
using MyNumber.Linkage.Portal.SelfInformation;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Portal;

/// <summary>Inquire, provide, push and update run with codes alone, and each body has its own only (機関別符号のみの連携).</summary>
public sealed class NumberFreeTests : IAsyncLifetime
{
    private static readonly string[] _rooms = ["Exchange", "Intermediate", "Messages", "Payloads", "Sealing", "Push", "Portal", "Permission", "Records"];

    private PortalWorld _world = null!;

    public async Task InitializeAsync() => _world = await PortalWorld.StartAsync();

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void No_member_of_the_rooms_between_bodies_knows_a_type_of_the_numbering()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        Type[] types = [.. typeof(PortalAccounts).Assembly.GetTypes().Where(type => _rooms.Any(room => (type.Namespace + ".").StartsWith($"MyNumber.Linkage.{room}.", StringComparison.Ordinal)))];
        types.Length.ShouldBeGreaterThan(200);
        types.SelectMany(type => type.GetMembers(All)).SelectMany(TypesOf).Where(type => type.Namespace?.StartsWith("MyNumber.Numbering", StringComparison.Ordinal) == true).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_all_functions_no_body_holds_another_bodys_code()
    {
        PortalCaller me = PortalCaller.Self(await _world.Side.LoginAsync(1));
        await RunAllAsync(me);
        Dictionary<AgencyId, byte[]> codes = [];
        PortalBody[] bodies = [_world.City, _world.OtherCity, _world.Pension, _world.Portal];
        foreach (PortalBody body in bodies)
        {
            AddresseeNumber number = body == _world.Portal ? me.Account : new AddresseeNumber(1);
            codes[body.Space.Body] = Bytes(await body.Space.FindCodeAsync(number));
        }

        codes.Values.Select(Convert.ToHexString).Distinct().Count().ShouldBe(4);
        foreach (PortalBody body in bodies)
        {
            List<byte[]> rows = await OpenAllAsync(body);
            rows.Count.ShouldBeGreaterThan(3);
            rows.Any(row => row.AsSpan().IndexOf(codes[body.Space.Body]) >= 0).ShouldBeTrue();
            foreach ((AgencyId owner, byte[] code) in codes.Where(pair => pair.Key != body.Space.Body))
            {
                rows.Where(row => row.AsSpan().IndexOf(code) >= 0).ShouldBeEmpty($"{body.Space.Body} holds a code of {owner}");
            }
        }
    }

    [Fact]
    public async Task Data_that_is_updated_at_the_provider_is_what_the_next_inquiry_and_the_next_form_show()
    {
        PortalCaller me = PortalCaller.Self(await _world.Side.LoginAsync(1));
        await _world.OtherCity.Space.PutAsync([PortalWorld.Replica(1, Rules.Tax, ("income", "7")) with { AsOf = Bodies.Now }]);
        (await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1))).Payload!.Items.Single().Value.ShouldBe("7");
        (await _world.Side.Own.AskAsync(me, OwnTax)).Payload!.Items.Single().Value.ShouldBe("7");
    }

    private static SelfInformationOrder OwnTax => new() { Provider = Bodies.OtherCity, Procedure = PortalWorld.SelfProcedure, ItemSet = Rules.Tax, Items = [Rules.Income] };

    private async Task RunAllAsync(PortalCaller me)
    {
        PortalSide side = _world.Side;
        side.DeliveryRules = [PortalSide.Notices, PortalSide.Notices with
        {
            Id = new RuleId("d-apply"), Kinds = [DeliveryKind.Application], Sender = AgencyClass.OfKinds(AgencyKind.Portal), Receiver = AgencyClass.Of(Bodies.City),
        }];
        side.Deliveries.Connect(Bodies.City, new ApplicationReception(_world.City.Parts));
        await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
        await side.Own.AskAsync(me, OwnTax);
        await side.Own.AskAsync(me, OwnTax with { Provider = Bodies.PensionOffice, ItemSet = Rules.Pension });
        await side.CitySending.SendAsync(_world.Clerk, new DeliveryOrder
        {
            Kind = DeliveryKind.Notice, Addressee = new AddresseeNumber(1), Receiver = Bodies.Portal, Affair = Rules.Allowance, Content = new NoticeContent("t", "x").ToBytes(), ExpiresAt = Bodies.Now.AddDays(9),
        });
        ItemId field = new("f-income");
        ProcedureDescription form = new()
        {
            Id = Rules.Grant, Affair = Rules.Allowance, Prefill = PortalWorld.SelfProcedure, Fields = [new FormField(field, true, new PrefillSource(Bodies.OtherCity, Rules.Tax, Rules.Income))],
            Receivers = [new FormReceiver(Bodies.City, [field])],
        };
        OneStopDesk desk = new(
            side.Access, side.Own, new DeliverySender(_world.Portal.Parts, side.Deliveries.LineOf(Bodies.Portal)), _world.Portal.Parts, new ProcedureCatalogue([form]), new OperatorId("portal"));
        PortalApplication draft = (await desk.StartAsync(me, Rules.Grant)).Application!;
        await desk.ConfirmAsync(me, draft.Id);
        (await desk.SubmitAsync(me, draft.Id)).Application!.State.ShouldBe(ApplicationState.Submitted);
        (await side.View.ReadAsync(me, default, null, 9, null)).Records.Length.ShouldBe(3);
    }

    private static async Task<List<byte[]>> OpenAllAsync(PortalBody body)
    {
        List<byte[]> rows = [];
        foreach (BodyTable table in Enum.GetValues<BodyTable>())
        {
            rows.AddRange((await body.Parts.Store.ListAsync(body.Space.Body, table, null, 1000)).Select(body.Parts.Cipher.Open));
        }

        return rows;
    }

    private static byte[] Bytes(AgencyCode code)
    {
        byte[] bytes = new byte[AgencyCode.Length];
        code.WriteRevealed(bytes);
        return bytes;
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member) => (member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        ConstructorInfo made => made.GetParameters().Select(parameter => parameter.ParameterType),
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        _ => Enumerable.Empty<Type>(),
    }).SelectMany(Parts);

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!) : [type, .. type.GetGenericArguments().SelectMany(Parts)];
}
