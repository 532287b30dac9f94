using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Push;

namespace MyNumber.Testing.Linkage;

/// <summary>A ready-made network: a city grants an allowance (手当) and asks five providers for what the applicant would otherwise bring on paper; beside them a tax office and a portal.</summary>
/// <remarks>The five pairs of data and provider are an example of the government's slides of 2014. Numbers, affairs, procedures, sets, items and layouts are invented.</remarks>
public static class ChildAllowance
{
    /// <summary>The affair.</summary>
    public static AffairId Affair { get; } = new("child-allowance");

    /// <summary>Its procedure.</summary>
    public static ProcedureId Grant { get; } = new("grant");

    /// <summary>The tax office's affair.</summary>
    public static AffairId IncomeTax { get; } = new("income-tax");

    /// <summary>The affair of people who look at their own data.</summary>
    public static AffairId SelfInformation { get; } = new("self-information");

    /// <summary>Its procedure.</summary>
    public static ProcedureId OwnData { get; } = new("own-data");

    /// <summary>The city that grants the allowance and inquires.</summary>
    public static AgencyId City { get; } = new(101);

    /// <summary>The city that keeps the resident record (住民票).</summary>
    public static AgencyId ResidentCity { get; } = new(102);

    /// <summary>The city that levied the local tax (地方税).</summary>
    public static AgencyId TaxCity { get; } = new(103);

    /// <summary>The prefecture that keeps the roll of disabled persons.</summary>
    public static AgencyId Prefecture { get; } = new(201);

    /// <summary>The insurer (医療保険者).</summary>
    public static AgencyId Insurer { get; } = new(301);

    /// <summary>The pension office (年金).</summary>
    public static AgencyId PensionOffice { get; } = new(401);

    /// <summary>The tax office (税務署).</summary>
    public static AgencyId TaxOffice { get; } = new(501);

    /// <summary>The citizen's portal (マイナポータル).</summary>
    public static AgencyId Portal { get; } = new(601);

    /// <summary>住民票関係情報, from <see cref="ResidentCity"/>.</summary>
    public static ItemSetId ResidentRecord { get; } = new("resident-record");

    /// <summary>地方税関係情報, from <see cref="TaxCity"/>.</summary>
    public static ItemSetId LocalTax { get; } = new("local-tax");

    /// <summary>障害者関係情報, from <see cref="Prefecture"/>, where a human releases it.</summary>
    public static ItemSetId Disability { get; } = new("disability");

    /// <summary>医療保険給付関係情報, from <see cref="Insurer"/>.</summary>
    public static ItemSetId InsuranceBenefit { get; } = new("insurance-benefit");

    /// <summary>年金給付関係情報, from <see cref="PensionOffice"/>.</summary>
    public static ItemSetId PensionBenefit { get; } = new("pension-benefit");

    /// <summary>What the city needs for one application, in the order of the slide.</summary>
    public static IReadOnlyList<(AgencyId Provider, ItemSetId Set, IReadOnlyList<ItemId> Items)> Needs { get; } =
    [
        (ResidentCity, ResidentRecord, [new ItemId("household-size"), new ItemId("resident-since")]),
        (TaxCity, LocalTax, [new ItemId("dependants"), new ItemId("income")]),
        (Prefecture, Disability, [new ItemId("grade")]),
        (Insurer, InsuranceBenefit, [new ItemId("benefit")]),
        (PensionOffice, PensionBenefit, [new ItemId("pension")]),
    ];

    /// <summary>Makes the network.</summary>
    /// <param name="people">How many people; each is known to every body and has data at all five providers.</param>
    /// <returns>The description.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="people"/> is negative.</exception>
    public static LabNetwork CreateNetwork(int people = 3)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        LabNetworkBuilder network = new LabNetworkBuilder()
            .AddBody(City, AgencyKind.Municipality, "市（支給）").AddBody(ResidentCity, AgencyKind.Municipality, "市（住民票）")
            .AddBody(TaxCity, AgencyKind.Municipality, "市（地方税）").AddBody(Prefecture, AgencyKind.Prefecture, "県")
            .AddBody(Insurer, AgencyKind.Insurer, "医療保険者").AddBody(PensionOffice, AgencyKind.IncorporatedAgency, "年金機関")
            .AddBody(TaxOffice, AgencyKind.State, "税務署").AddBody(Portal, AgencyKind.Portal, "ポータル");
        foreach ((AgencyId provider, ItemSetId set, IReadOnlyList<ItemId> items) in Needs)
        {
            network.AddRule(Rule(set, provider, items));
        }

        network.AddRule(Rule(LocalTax, TaxCity, Needs[1].Items) with { Id = new RuleId("income-tax"), Inquirer = AgencyClass.Of(TaxOffice), Affair = IncomeTax });
        network.AddRule(OwnRule(LocalTax, TaxCity, Needs[1].Items)).AddRule(OwnRule(ResidentRecord, ResidentCity, Needs[0].Items));
        for (int person = 0; person < people; person++)
        {
            network.AddPerson(Holdings(person));
        }

        return network.Build();
    }

    /// <summary>What may be delivered: notices of the city to the portal, applications from the portal to the city.</summary>
    /// <param name="network">The description.</param>
    /// <returns>A policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    public static DeliveryPolicy CreateDeliveryPolicy(LabNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new DeliveryPolicy(
            network.Directory,
            [
                Sending("notices", [DeliveryKind.Notice, DeliveryKind.GroupNotice], AgencyClass.Of(City), AgencyClass.OfKinds(AgencyKind.Portal)),
                Sending("applications", [DeliveryKind.Application], AgencyClass.OfKinds(AgencyKind.Portal), AgencyClass.Of(City)),
            ]);
    }

    /// <summary>An addressee number of the network.</summary>
    /// <param name="agency">Whose.</param>
    /// <param name="person">The index of the person.</param>
    /// <returns>The number; it differs from body to body.</returns>
    public static AddresseeNumber Addressee(AgencyId agency, int person) => new((agency.Value * 10_000_000L) + person);

    /// <summary>What the city orders of its server for one of <see cref="Needs"/>.</summary>
    /// <param name="person">The index of the person.</param>
    /// <param name="need">0 to 4: 住民票, 地方税, 障害者 (a human releases it), 医療保険給付, 年金給付.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="need"/> is not 0 to 4.</exception>
    public static InquiryOrder Order(int person, int need)
    {
        if (need < 0 || need >= Needs.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(need), need, FormattableString.Invariant($"A need is 0 to {Needs.Count - 1}."));
        }

        (AgencyId provider, ItemSetId set, IReadOnlyList<ItemId> items) = Needs[need];
        return new InquiryOrder { Addressee = Addressee(City, person), Provider = provider, Affair = Affair, Procedure = Grant, ItemSet = set, Items = [.. items] };
    }

    private static PermissionRule Rule(ItemSetId set, AgencyId provider, IReadOnlyList<ItemId> items) => new()
    {
        Id = new RuleId($"{Affair}.{set}"), Inquirer = AgencyClass.OfKinds(AgencyKind.Municipality), Affair = Affair, Procedure = Grant, Provider = AgencyClass.Of(provider),
        ItemSet = set, Items = items, Basis = new LegalBasis(BasisKind.Statute, "番号法 19条8号"), Period = new ValidPeriod(DateTimeOffset.UnixEpoch), ManualRelease = set == Disability,
    };

    private static PermissionRule OwnRule(ItemSetId set, AgencyId provider, IReadOnlyList<ItemId> items) => Rule(set, provider, items) with
    {
        Id = new RuleId($"{SelfInformation}.{set}"), Inquirer = AgencyClass.OfKinds(AgencyKind.Portal), Affair = SelfInformation, Procedure = OwnData, Purpose = RulePurpose.SelfInformation,
    };

    private static DeliveryRule Sending(string id, ImmutableArray<DeliveryKind> kinds, AgencyClass sender, AgencyClass receiver) => new()
    {
        Id = new RuleId(id), Kinds = kinds, Sender = sender, Receiver = receiver, Affair = Affair, Procedures = [Grant],
        Basis = new LegalBasis(BasisKind.Statute, "番号法 附則6条"), Period = new ValidPeriod(DateTimeOffset.UnixEpoch),
    };

    private static IEnumerable<LabHolding> Holdings(int person) =>
        new[] { City, ResidentCity, TaxCity, Prefecture, Insurer, PensionOffice, TaxOffice, Portal }
            .Select(agency => new LabHolding(agency, Addressee(agency, person), [.. Needs.Where(need => need.Provider == agency).Select(need => Data(person, need.Provider, need.Set, need.Items))]));

    private static Replica Data(int person, AgencyId provider, ItemSetId set, IReadOnlyList<ItemId> items) => new()
    {
        Addressee = Addressee(provider, person),
        Payload = new ItemSetPayload(set, new LayoutVersion("lab-1"), items.Select(item => new PayloadItem(item, FormattableString.Invariant($"{item} of {person}")))),
        AsOf = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
