using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Testing.Linkage;

/// <summary>The keys of every role of one lab network. A process of one role should have its own only; see <see cref="LabFolder"/>.</summary>
/// <remarks>Immutable. Keys are drawn afresh; codes follow from keys and description.</remarks>
public sealed class LabKeys
{
    private LabKeys(LabCoreKeys core, IReadOnlyDictionary<AgencyId, LabBodyKeys> bodies, LabCards cards) => (Core, Bodies, Cards) = (core, bodies, cards);

    /// <summary>The core's.</summary>
    public LabCoreKeys Core { get; }

    /// <summary>Each body's.</summary>
    public IReadOnlyDictionary<AgencyId, LabBodyKeys> Bodies { get; }

    /// <summary>The public halves.</summary>
    public LabCards Cards { get; }

    /// <summary>Makes keys for a network.</summary>
    /// <param name="network">The description.</param>
    /// <param name="clock">Certificates are good from a day before its time for a year; the real one unless given.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    public static LabKeys Create(LabNetwork network, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        DateTimeOffset now = (clock ?? TimeProvider.System).GetUtcNow();
        LabCoreKeys core = LabCoreKeys.Create(now);
        Dictionary<AgencyId, LabBodyKeys> bodies = [];
        Func<LabPerson, CodeHolder, AgencyCode> derive = core.OpenDerivation(out IDisposable keys);
        using (keys)
        {
            foreach (AgencyId body in network.Bodies)
            {
                (AddresseeNumber Addressee, AgencyCode Code)[] codes = network.Directory.TryFindHolderOf(body, now, out CodeHolder? holder)
                    ? [.. network.HeldBy(body).Select(held => (held.Holding.Addressee, derive(held.Person, holder)))]
                    : [];
                bodies.Add(body, LabBodyKeys.Create(body, codes, now));
            }
        }

        LabCards cards = new(CardOf(core.Log, core.Server, null), bodies.ToDictionary(pair => pair.Key, pair => CardOf(pair.Value)));
        return new LabKeys(core, bodies, cards);
    }

    private static LabCard CardOf(LabBodyKeys keys)
    {
        using BodyIdentity identity = keys.CreateIdentity();
        return CardOf(keys.Log, keys.Server, identity.Card);
    }

    private static LabCard CardOf(byte[] log, LabServerKey server, BodyCard? body) => new(LabSecret.PublicOf(log), server.ExportPublicKey(), body);
}
