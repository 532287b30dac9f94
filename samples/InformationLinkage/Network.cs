using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace InformationLinkage;

/// <summary>A core and eight bodies in this process. Replicas are laid in; no body has a code of anybody yet.</summary>
internal sealed class Network : IDisposable
{
    /// <summary>Who applies for the allowance.</summary>
    public const int Applicant = 0;

    /// <summary>Whose number stood on the applicant's form by mistake.</summary>
    public const int Relative = 1;

    private readonly Dictionary<AgencyId, LabBody> _bodies = [];

    private Network(LabNetwork description, LabKeys keys, LabCore core) => (Description, Keys, Core) = (description, keys, core);

    public LabNetwork Description { get; }

    public LabKeys Keys { get; }

    public LabCore Core { get; }

    public IEnumerable<LabBody> Bodies => _bodies.Values;

    public LabBody this[AgencyId agency] => _bodies[agency];

    public static async Task<Network> StartAsync()
    {
        LabNetwork description = ChildAllowance.CreateNetwork();
        LabKeys keys = LabKeys.Create(description);
        Network network = new(description, keys, await LabCore.OpenAsync(description, keys.Core, keys.Cards));
        foreach (AgencyId agency in description.Bodies)
        {
            LabBody body = await LabBody.OpenAsync(description, keys.Bodies[agency], keys.Cards, network.Core.Exchange.LineOf(agency));
            network._bodies.Add(agency, body);
            network.Core.Exchange.Connect(agency, body.Giving);
            await body.Space.PutAsync([.. description.HeldBy(agency).SelectMany(held => held.Holding.Replicas)]);
        }

        return network;
    }

    public string NameOf(AgencyId agency) => Description.Agencies.First(entry => entry.Id == agency).Name;

    public CodeHolder HolderOf(AgencyId agency) => Description.Directory.TryFindHolder(new CodeHolderId(agency.Value), out CodeHolder? holder)
        ? holder
        : throw new ArgumentException("The body holds no codes.", nameof(agency));

    /// <summary>The records that inquirer, provider and core have of an inquiry, in this order.</summary>
    public async Task<SaltedRecord?[]> RecordsAsync(AgencyId inquirer, AgencyId provider, InquiryId inquiry)
    {
        List<SaltedRecord?> found = [];
        foreach (IRecordStore store in new[] { this[inquirer].Stores.Records, this[provider].Stores.Records, Core.Stores.Records })
        {
            found.Add((await store.FindAsync(new RecordKey(inquiry, 0)))?.Record);
        }

        return [.. found];
    }

    public void Dispose()
    {
        foreach (LabBody body in Bodies)
        {
            body.Dispose();
        }

        Core.Dispose();
    }
}
