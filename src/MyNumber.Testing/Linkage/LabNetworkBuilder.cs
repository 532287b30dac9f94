using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Permission;

namespace MyNumber.Testing.Linkage;

/// <summary>Puts a synthetic network together.</summary>
/// <remarks>For one thread. Give bodies functional names such as 市 or 年金機関, never those of real ones.</remarks>
public sealed class LabNetworkBuilder
{
    private static readonly ValidPeriod _always = new(DateTimeOffset.UnixEpoch);
    private readonly List<Agency> _agencies = [];
    private readonly List<CodeHolder> _holders = [];
    private readonly List<PermissionRule> _rules = [];
    private readonly List<LabPerson> _people = [];

    /// <summary>Adds a body that is there at all times and holds codes of its own under its own number.</summary>
    /// <param name="id">The number, of the agency and of the holder.</param>
    /// <param name="kind">What sort of body it is.</param>
    /// <param name="name">A functional name.</param>
    /// <returns>This builder.</returns>
    public LabNetworkBuilder AddBody(AgencyId id, AgencyKind kind, string name)
    {
        AddAgency(new Agency { Id = id, Kind = kind, Name = name, LegalBasis = "番号法 19条8号", Period = _always });
        return AddHolder(new CodeHolder(new CodeHolderId(id.Value), 0, CodeHolderStatus.Active, [new HolderMember(id, _always)]));
    }

    /// <summary>Adds an entry of the directory; without a holder it uses no codes.</summary>
    /// <param name="agency">The entry.</param>
    /// <returns>This builder.</returns>
    public LabNetworkBuilder AddAgency(Agency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        _agencies.Add(agency);
        return this;
    }

    /// <summary>Adds a code holder.</summary>
    /// <param name="holder">The holder.</param>
    /// <returns>This builder.</returns>
    public LabNetworkBuilder AddHolder(CodeHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        _holders.Add(holder);
        return this;
    }

    /// <summary>Adds a rule of the matrix.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>This builder.</returns>
    public LabNetworkBuilder AddRule(PermissionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _rules.Add(rule);
        return this;
    }

    /// <summary>Adds the next person.</summary>
    /// <param name="holdings">What each body that knows the person holds; no body twice.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A body is there twice, or an addressee or a replica is of somebody else.</exception>
    public LabNetworkBuilder AddPerson(params IEnumerable<LabHolding> holdings)
    {
        ArgumentNullException.ThrowIfNull(holdings);
        LabHolding[] copy = [.. holdings];
        if (copy.DistinctBy(holding => holding.Agency).Count() != copy.Length
            || copy.Any(holding => holding.Addressee.IsEmpty || holding.Replicas.IsDefault || holding.Replicas.Any(replica => replica.Addressee != holding.Addressee)))
        {
            throw new ArgumentException("A person has one addressee number at each body, and replicas are of that number.", nameof(holdings));
        }

        _people.Add(new LabPerson(_people.Count, [.. copy]));
        return this;
    }

    /// <summary>Makes the description.</summary>
    /// <returns>A network; later calls here do not change it.</returns>
    /// <exception cref="ArgumentException">The directory or a rule is not sound, a person is known to who uses no codes, or two people share an addressee number at one body.</exception>
    public LabNetwork Build()
    {
        LabNetwork network = new(AgencyDirectory.Create(_agencies, _holders), [.. _agencies], PermissionMatrix.Create(_rules), [.. _people]);
        HashSet<AgencyId> bodies = [.. network.Bodies];
        LabHolding[] all = [.. _people.SelectMany(person => person.Holdings)];
        return all.All(holding => bodies.Contains(holding.Agency)) && all.DistinctBy(holding => (holding.Agency, holding.Addressee)).Count() == all.Length
            ? network
            : throw new ArgumentException("People are known to bodies that use codes, each under a number of its own.");
    }
}
