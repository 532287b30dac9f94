using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>The procedures that the portal offers.</summary>
/// <remarks>An immutable snapshot, thread safe.</remarks>
public sealed class ProcedureCatalogue
{
    private readonly FrozenDictionary<ProcedureId, ProcedureDescription> _procedures;

    /// <summary>Makes a catalogue.</summary>
    /// <param name="procedures">The procedures; copied.</param>
    /// <exception cref="ArgumentNullException">An argument or a procedure is null.</exception>
    /// <exception cref="ArgumentException">A procedure lacks an id, fields or receivers, a receiver gets a field that is none, or something is there twice.</exception>
    public ProcedureCatalogue(IEnumerable<ProcedureDescription> procedures)
    {
        ArgumentNullException.ThrowIfNull(procedures);
        ProcedureDescription[] copy = [.. procedures];
        Array.ForEach(copy, procedure => ArgumentNullException.ThrowIfNull(procedure, nameof(procedures)));
        if (!copy.All(procedure => procedure.IsSound) || copy.DistinctBy(procedure => procedure.Id).Count() != copy.Length)
        {
            throw new ArgumentException("A procedure is not sound or is there twice.", nameof(procedures));
        }

        _procedures = copy.ToFrozenDictionary(procedure => procedure.Id);
    }

    /// <summary>Finds a procedure.</summary>
    /// <param name="id">Which.</param>
    /// <param name="procedure">The procedure, or <see langword="null"/>.</param>
    /// <returns>Whether the portal offers it.</returns>
    public bool TryFind(ProcedureId id, [NotNullWhen(true)] out ProcedureDescription? procedure) => _procedures.TryGetValue(id, out procedure);
}
