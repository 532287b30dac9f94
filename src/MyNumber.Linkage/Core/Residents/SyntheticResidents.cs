using System.Collections.Concurrent;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Core.Residents;

/// <summary>A synthetic residents' network in memory, for samples and tests. It is not J-LIS, and nobody in it is real.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class SyntheticResidents : IResidentCodeLookup, IFamilyRegisterLookup
{
    private readonly ConcurrentDictionary<IndividualNumber, (ResidentRecordCode Code, FourAttributes Attributes)> _people = new();
    private readonly ConcurrentDictionary<Guid, ResidentRecordCode> _registered = new();

    /// <summary>Puts a resident, or changes one.</summary>
    /// <param name="number">The individual number.</param>
    /// <param name="code">The resident record code; empty for a person who left the country.</param>
    /// <param name="attributes">The four attributes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="attributes"/> is null.</exception>
    public void Put(IndividualNumber number, ResidentRecordCode code, FourAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        _people[number] = (code, attributes);
    }

    /// <summary>Puts a person of a family register, or changes one.</summary>
    /// <param name="registered">The family register's handle.</param>
    /// <param name="code">The resident record code; empty for somebody who lives abroad.</param>
    public void PutRegistered(Guid registered, ResidentRecordCode code) => _registered[registered] = code;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ResidentAnswer>> LookUpAsync(IReadOnlyList<ResidentQuery> queries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<ResidentAnswer>>([.. queries.Select(Answer)]);
    }

    /// <inheritdoc/>
    public ValueTask<ResidentAnswer> LookUpAsync(Guid registered, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(!_registered.TryGetValue(registered, out ResidentRecordCode code) ? ResidentAnswer.NotFound
            : code.IsEmpty ? ResidentAnswer.NonResident
            : ResidentAnswer.Found(code));
    }

    private ResidentAnswer Answer(ResidentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return !_people.TryGetValue(query.Number, out (ResidentRecordCode Code, FourAttributes Attributes) person) ? ResidentAnswer.NotFound
            : person.Code.IsEmpty ? ResidentAnswer.NonResident
            : ResidentAnswer.OfComparison(query.Attributes, person.Attributes, person.Code);
    }
}
