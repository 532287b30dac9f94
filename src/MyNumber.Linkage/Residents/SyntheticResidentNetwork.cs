using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Residents;

/// <summary>A synthetic residents' network in memory, for samples and tests. It is not J-LIS, and nobody in it is real.</summary>
/// <remarks>Thread safe. Candidates by attributes are those of one birth date.</remarks>
public sealed class SyntheticResidentNetwork : IResidentNetwork
{
    private readonly Dictionary<Guid, Resident> _people = [];
    private readonly Dictionary<IndividualNumber, Resident> _byNumber = [];
    private readonly Lock _gate = new();

    /// <summary>Takes in a resident's next record, as a municipality's server (CS) sends it.</summary>
    /// <param name="resident">The resident.</param>
    /// <returns><see langword="false"/> when the version is not after the one there, or the number is another person's.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="resident"/> is null.</exception>
    public bool TryPut(Resident resident)
    {
        ArgumentNullException.ThrowIfNull(resident);
        IndividualNumber number = resident.Record.Number;
        lock (_gate)
        {
            _people.TryGetValue(resident.Record.Person, out Resident? old);
            bool isTaken = !number.IsEmpty && _byNumber.TryGetValue(number, out Resident? bearer) && bearer.Record.Person != resident.Record.Person;
            if (isTaken || old?.Record.Version >= resident.Record.Version)
            {
                return false;
            }

            if (old is { Record.Number.IsEmpty: false })
            {
                _byNumber.Remove(old.Record.Number);
            }

            _people[resident.Record.Person] = resident;
            if (!number.IsEmpty)
            {
                _byNumber[number] = resident;
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public ValueTask<Resident?> FindAsync(IndividualNumber number, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_byNumber.GetValueOrDefault(number));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Resident>> FindAsync(FourAttributes attributes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Resident>>([.. _people.Values.Where(resident => resident.Record.Attributes.BirthDate == attributes.BirthDate)]);
        }
    }
}
