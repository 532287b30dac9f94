using System.Diagnostics.CodeAnalysis;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Testing.Linkage;

/// <summary>The public keys of a lab network's core and bodies.</summary>
/// <remarks>Immutable, thread safe.</remarks>
public sealed class LabCards : INetworkDirectory
{
    internal LabCards(LabCard core, IReadOnlyDictionary<AgencyId, LabCard> bodies) => (Core, Bodies) = (core, bodies);

    /// <summary>The core's.</summary>
    public LabCard Core { get; }

    /// <summary>Each body's.</summary>
    public IReadOnlyDictionary<AgencyId, LabCard> Bodies { get; }

    /// <inheritdoc/>
    public bool TryFindCard(AgencyId agency, [NotNullWhen(true)] out BodyCard? card)
    {
        card = Bodies.TryGetValue(agency, out LabCard? found) ? found.Body : null;
        return card is not null;
    }
}
