using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Agencies;

/// <summary>Every agency and every code holder, with the periods in which they are what they are.</summary>
/// <remarks>An immutable snapshot, thread safe; a change is another directory. Look-ups do not allocate.</remarks>
public sealed class AgencyDirectory
{
    private readonly FrozenDictionary<AgencyId, Agency[]> _agencies;
    private readonly FrozenDictionary<CodeHolderId, CodeHolder> _holders;
    private readonly FrozenDictionary<AgencyId, (ValidPeriod Period, CodeHolder Holder)[]> _memberships;

    private AgencyDirectory(Agency[] agencies, CodeHolder[] holders)
    {
        _agencies = agencies.GroupBy(agency => agency.Id).ToFrozenDictionary(entries => entries.Key, entries => entries.ToArray());
        _holders = holders.ToFrozenDictionary(holder => holder.Id);
        _memberships = holders.SelectMany(holder => holder.Members.Select(member => (member.Agency, member.Period, Holder: holder)))
            .GroupBy(entry => entry.Agency)
            .ToFrozenDictionary(entries => entries.Key, entries => entries.Select(entry => (entry.Period, entry.Holder)).ToArray());
    }

    /// <summary>The holders, in no order.</summary>
    public IReadOnlyList<CodeHolder> Holders => _holders.Values;

    /// <summary>Makes a directory when the entries fit together.</summary>
    /// <param name="agencies">Agencies, several entries of one for different periods.</param>
    /// <param name="holders">Holders.</param>
    /// <param name="directory">The directory, or <see langword="null"/>.</param>
    /// <returns>None, or the first fault.</returns>
    /// <exception cref="ArgumentNullException">An argument or an entry is null.</exception>
    public static DirectoryFault TryCreate(IEnumerable<Agency> agencies, IEnumerable<CodeHolder> holders, out AgencyDirectory? directory)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        ArgumentNullException.ThrowIfNull(holders);
        Agency[] bodies = [.. agencies];
        CodeHolder[] owners = [.. holders];
        Array.ForEach(bodies, body => ArgumentNullException.ThrowIfNull(body, nameof(agencies)));
        Array.ForEach(owners, owner => ArgumentNullException.ThrowIfNull(owner, nameof(holders)));
        DirectoryFault fault = DirectoryCheck.Of(bodies, owners);
        directory = fault == DirectoryFault.None ? new AgencyDirectory(bodies, owners) : null;
        return fault;
    }

    /// <summary>Makes a directory.</summary>
    /// <param name="agencies">Agencies, several entries of one for different periods.</param>
    /// <param name="holders">Holders.</param>
    /// <returns>The directory.</returns>
    /// <exception cref="ArgumentNullException">An argument or an entry is null.</exception>
    /// <exception cref="ArgumentException">The entries do not fit together; the message names the <see cref="DirectoryFault"/>.</exception>
    public static AgencyDirectory Create(IEnumerable<Agency> agencies, IEnumerable<CodeHolder> holders)
    {
        DirectoryFault fault = TryCreate(agencies, holders, out AgencyDirectory? directory);
        return directory ?? throw new ArgumentException($"The entries make no directory: {fault}.");
    }

    /// <summary>Finds an agency as it is at a time.</summary>
    /// <param name="id">The number.</param>
    /// <param name="at">When.</param>
    /// <param name="agency">The entry, or <see langword="null"/>.</param>
    /// <returns><see langword="false"/> when there is none then.</returns>
    public bool TryFind(AgencyId id, DateTimeOffset at, [NotNullWhen(true)] out Agency? agency)
    {
        if (_agencies.TryGetValue(id, out Agency[]? entries))
        {
            foreach (Agency entry in entries)
            {
                if (entry.Period.Contains(at))
                {
                    agency = entry;
                    return true;
                }
            }
        }

        agency = null;
        return false;
    }

    /// <summary>Finds a holder by its number.</summary>
    /// <param name="id">The number.</param>
    /// <param name="holder">The holder, or <see langword="null"/>.</param>
    /// <returns><see langword="false"/> when there is none.</returns>
    public bool TryFindHolder(CodeHolderId id, [NotNullWhen(true)] out CodeHolder? holder) => _holders.TryGetValue(id, out holder);

    /// <summary>Finds the holder whose codes an agency uses at a time.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="at">When.</param>
    /// <param name="holder">The holder, or <see langword="null"/>.</param>
    /// <returns><see langword="false"/> when it uses no codes then.</returns>
    public bool TryFindHolderOf(AgencyId agency, DateTimeOffset at, [NotNullWhen(true)] out CodeHolder? holder)
    {
        if (_memberships.TryGetValue(agency, out (ValidPeriod Period, CodeHolder Holder)[]? entries))
        {
            foreach ((ValidPeriod period, CodeHolder found) in entries)
            {
                if (period.Contains(at))
                {
                    holder = found;
                    return true;
                }
            }
        }

        holder = null;
        return false;
    }
}
