using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;

namespace MyNumber.Testing.Linkage;

/// <summary>The description of a synthetic network: agencies, code holders, rules, and which people are known where. It holds no key; see <see cref="LabKeys"/>.</summary>
/// <remarks>Immutable, thread safe. Made by <see cref="LabNetworkBuilder"/>, kept in a folder by <see cref="LabFolder"/>.</remarks>
public sealed class LabNetwork
{
    internal LabNetwork(AgencyDirectory directory, IReadOnlyList<Agency> agencies, PermissionMatrix matrix, IReadOnlyList<LabPerson> people)
    {
        (Directory, Agencies, Matrix, People) = (directory, agencies, matrix, people);
        HashSet<AgencyId> members = [.. directory.Holders.SelectMany(holder => holder.Members).Select(member => member.Agency)];
        Bodies = [.. agencies.Select(agency => agency.Id).Distinct().Where(members.Contains).Order()];
    }

    /// <summary>Who is an agency and who holds codes.</summary>
    public AgencyDirectory Directory { get; }

    /// <summary>Every entry of the directory.</summary>
    public IReadOnlyList<Agency> Agencies { get; }

    /// <summary>Who may ask whom for what.</summary>
    public PermissionMatrix Matrix { get; }

    /// <summary>The synthetic people; the index of each is its place.</summary>
    public IReadOnlyList<LabPerson> People { get; }

    /// <summary>The agencies that use codes and so have an intermediate server, ascending.</summary>
    public IReadOnlyList<AgencyId> Bodies { get; }

    /// <summary>Directory and matrix with nothing noted.</summary>
    /// <returns>A policy.</returns>
    public PermissionPolicy CreatePolicy() => new(Directory, Matrix, PermissionNotices.None);

    /// <summary>What a body holds of every person that it knows.</summary>
    /// <param name="agency">The body.</param>
    /// <returns>Person and holding, in the order of the people.</returns>
    public IEnumerable<(LabPerson Person, LabHolding Holding)> HeldBy(AgencyId agency) =>
        People.Select(person => (person, person.At(agency)!)).Where(pair => pair.Item2 is not null);
}
