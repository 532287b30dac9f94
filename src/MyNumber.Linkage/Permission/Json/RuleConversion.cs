using System.Diagnostics.CodeAnalysis;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission.Json;

/// <summary>Turns what a file wrote into a rule, and names the first member that is none.</summary>
internal ref struct RuleConversion(RuleDocument document)
{
    private static readonly Dictionary<string, AgencyKind> _kinds = new(StringComparer.Ordinal)
    {
        ["state"] = AgencyKind.State,
        ["prefecture"] = AgencyKind.Prefecture,
        ["municipality"] = AgencyKind.Municipality,
        ["incorporatedAgency"] = AgencyKind.IncorporatedAgency,
        ["insurer"] = AgencyKind.Insurer,
        ["portal"] = AgencyKind.Portal,
        ["familyRegister"] = AgencyKind.FamilyRegister,
    };

    private static readonly Dictionary<string, ProvisionRoute> _routes = new(StringComparer.Ordinal)
    {
        ["network"] = ProvisionRoute.Network,
        ["direct"] = ProvisionRoute.Direct,
        ["withinBody"] = ProvisionRoute.WithinBody,
    };

    private static readonly Dictionary<string, RulePurpose> _purposes = new(StringComparer.Ordinal)
    {
        ["general"] = RulePurpose.General,
        ["disaster"] = RulePurpose.Disaster,
        ["selfInformation"] = RulePurpose.SelfInformation,
    };

    private static readonly Dictionary<string, BasisKind> _bases = new(StringComparer.Ordinal)
    {
        ["statute"] = BasisKind.Statute,
        ["ordinance"] = BasisKind.Ordinance,
    };

    /// <summary>The first wrong member, or empty.</summary>
    public string Member { get; private set; } = string.Empty;

    public bool TryConvert([NotNullWhen(true)] out PermissionRule? rule)
    {
        Note(RuleId.TryCreate(document.Id, out RuleId id), "id");
        AgencyClass? inquirer = Class(document.Inquirer, "inquirer");
        Note(AffairId.TryCreate(document.Affair, out AffairId affair), "affair");
        Note(ProcedureId.TryCreate(document.Procedure, out ProcedureId procedure), "procedure");
        AgencyClass? provider = Class(document.Provider, "provider");
        Note(ItemSetId.TryCreate(document.ItemSet, out ItemSetId set), "itemSet");
        ItemId[] items = Items();
        LegalBasis? basis = Basis();
        Note(document.Until is not { } until || ValidPeriod.ToMilliseconds(until) > ValidPeriod.ToMilliseconds(document.From), "until");
        Note(_routes.TryGetValue(document.Route, out ProvisionRoute route), "route");
        Note(_purposes.TryGetValue(document.Purpose, out RulePurpose purpose), "purpose");
        rule = Member.Length > 0 || inquirer is null || provider is null || basis is null ? null : new PermissionRule
        {
            Id = id, Inquirer = inquirer, Affair = affair, Procedure = procedure, Provider = provider, ItemSet = set, Items = items, Basis = basis,
            Period = new ValidPeriod(document.From, document.Until), ManualRelease = document.ManualRelease, Route = route, Purpose = purpose,
        };
        return rule is not null;
    }

    /// <summary>Turns a rule into what a file writes.</summary>
    public static RuleDocument Back(PermissionRule rule) => new()
    {
        Id = rule.Id.ToString(), Inquirer = Back(rule.Inquirer), Affair = rule.Affair.ToString(), Procedure = rule.Procedure.ToString(), Provider = Back(rule.Provider),
        ItemSet = rule.ItemSet.ToString(), Items = [.. rule.Items.Select(item => item.ToString())],
        Basis = new BasisDocument { Kind = NameOf(_bases, rule.Basis.Kind), Text = rule.Basis.Text, Body = rule.Basis.Body.Value },
        From = rule.Period.From, Until = rule.Period.Until, ManualRelease = rule.ManualRelease, Route = NameOf(_routes, rule.Route), Purpose = NameOf(_purposes, rule.Purpose),
    };

    private static ClassDocument Back(AgencyClass agencies) => agencies.Kinds.Any()
        ? new ClassDocument { Kinds = [.. agencies.Kinds.Select(kind => NameOf(_kinds, kind))] }
        : new ClassDocument { Agencies = [.. agencies.Agencies.Select(agency => agency.Value)] };

    private static string NameOf<T>(Dictionary<string, T> names, T value)
        where T : struct, Enum => names.Single(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;

    private void Note(bool isRight, string member) => Member = isRight || Member.Length > 0 ? Member : member;

    private AgencyClass? Class(ClassDocument? agencies, string member)
    {
        AgencyClass? made = agencies switch
        {
            { Kinds: { Length: > 0 } kinds, Agencies: null } when kinds.All(kind => kind is not null && _kinds.ContainsKey(kind)) =>
                AgencyClass.OfKinds([.. kinds.Select(kind => _kinds[kind])]),
            { Kinds: null, Agencies: { Length: > 0 } ids } when ids.All(id => AgencyId.TryCreate(id, out _)) =>
                AgencyClass.Of([.. ids.Select(id => new AgencyId(id))]),
            _ => null,
        };
        Note(made is not null, member);
        return made;
    }

    private ItemId[] Items()
    {
        List<ItemId> items = [];
        foreach (string? text in document.Items ?? [])
        {
            Note(ItemId.TryCreate(text, out ItemId item), "items");
            items.Add(item);
        }

        return [.. items];
    }

    private LegalBasis? Basis()
    {
        BasisKind kind = BasisKind.Unspecified;
        AgencyId body = default;
        bool isRight = document.Basis is { Kind: { } name, Text: not null } && _bases.TryGetValue(name, out kind)
            && (document.Basis.Body == 0 || AgencyId.TryCreate(document.Basis.Body, out body));
        Note(isRight, "basis");
        return isRight ? new LegalBasis(kind, document.Basis!.Text!, body) : null;
    }
}
