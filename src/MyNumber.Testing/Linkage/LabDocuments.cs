using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Permission;
using MyNumber.Testing.Linkage.Json;

namespace MyNumber.Testing.Linkage;

/// <summary>Turns a description into what its file writes, and back. Rules have a file of their own.</summary>
internal static class LabDocuments
{
    public static NetworkDocument Write(LabNetwork network) => new(
        NetworkDocument.Synthetic,
        [.. network.Agencies.Select(agency => new AgencyDocument(agency.Id.Value, agency.Name, agency.Kind, agency.LegalBasis, Write(agency.Period), agency.Parent.Value))],
        [.. network.Directory.Holders.OrderBy(holder => holder.Id).Select(Write)],
        [.. network.People.Select(person => person.Holdings.Select(Write).ToArray())]);

    public static LabNetwork Read(NetworkDocument document, IEnumerable<PermissionRule> rules)
    {
        if (document.Kind != NetworkDocument.Synthetic)
        {
            throw new InvalidDataException("The file describes no lab network.");
        }

        LabNetworkBuilder builder = new();
        foreach (AgencyDocument agency in document.Agencies)
        {
            builder.AddAgency(Read(agency));
        }

        foreach (HolderDocument holder in document.Holders)
        {
            builder.AddHolder(Read(holder));
        }

        foreach (PermissionRule rule in rules)
        {
            builder.AddRule(rule);
        }

        foreach (HoldingDocument[] person in document.People)
        {
            builder.AddPerson(person.Select(Read));
        }

        return builder.Build();
    }

    private static PeriodDocument Write(ValidPeriod period) => new(period.From, period.Until);

    private static ValidPeriod Read(PeriodDocument period) => new(period.From, period.Until);

    private static Agency Read(AgencyDocument agency) => new()
    {
        Id = new AgencyId(agency.Id), Name = agency.Name, Kind = agency.Kind, LegalBasis = agency.LegalBasis, Period = Read(agency.Period),
        Parent = agency.Parent == 0 ? default : new AgencyId(agency.Parent),
    };

    private static HolderDocument Write(CodeHolder holder) => new(
        holder.Id.Value, holder.Epoch, holder.Status, [.. holder.Members.Select(member => new MemberDocument(member.Agency.Value, Write(member.Period)))]);

    private static CodeHolder Read(HolderDocument holder) => new(
        new CodeHolderId(holder.Id), holder.Epoch, holder.Status, holder.Members.Select(member => new HolderMember(new AgencyId(member.Agency), Read(member.Period))));

    private static HoldingDocument Write(LabHolding holding) => new(holding.Agency.Value, holding.Addressee.Reveal(), [.. holding.Replicas.Select(Write)]);

    private static LabHolding Read(HoldingDocument holding)
    {
        AddresseeNumber addressee = new(holding.Addressee);
        return new LabHolding(new AgencyId(holding.Agency), addressee, holding.Replicas.Select(replica => Read(replica, addressee)).ToImmutableArray());
    }

    private static ReplicaDocument Write(Replica replica) => new(
        replica.Payload.Set.ToString(), replica.Payload.Layout.ToString(), replica.AsOf, replica.NeedsRelease, replica.IsUndisclosed,
        replica.Payload.Items.ToDictionary(item => item.Id.ToString(), item => item.Value));

    private static Replica Read(ReplicaDocument replica, AddresseeNumber addressee) => new()
    {
        Addressee = addressee, AsOf = replica.AsOf, NeedsRelease = replica.NeedsRelease, IsUndisclosed = replica.IsUndisclosed,
        Payload = new ItemSetPayload(
            new ItemSetId(replica.Set), new LayoutVersion(replica.Layout), replica.Items.Select(item => new PayloadItem(new ItemId(item.Key), item.Value))),
    };
}
