using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Testing.Linkage;

/// <summary>One body's intermediate server out of a description, the body's keys, its stores and a line to the core: both sides, space and log.</summary>
/// <remarks>Thread safe as its parts are. Disposing it ends its keys; stores and line stay the caller's.</remarks>
public sealed class LabBody : IDisposable
{
    private readonly Owned _owned = new();
    private readonly LabNetwork _network;
    private readonly LabBodyKeys _keys;

    private LabBody(LabNetwork network, LabBodyKeys keys, LabBodyStores stores)
    {
        (_network, _keys, Stores) = (network, keys, stores);
        Space = new BodySpace(stores.Space, _owned.Add(keys.CreateCipher()));
    }

    /// <summary>Which body.</summary>
    public AgencyId Agency => _keys.Agency;

    /// <summary>What the body was made over.</summary>
    public LabBodyStores Stores { get; }

    /// <summary>What the body's servers are made of.</summary>
    public ServerParts Parts { get; private set; } = null!;

    /// <summary>The body's codes and replicas.</summary>
    public BodySpace Space { get; }

    /// <summary>The inquiring side.</summary>
    public InquiringServer Asking { get; private set; } = null!;

    /// <summary>The providing side.</summary>
    public ProvidingServer Giving { get; private set; } = null!;

    /// <summary>The body's log.</summary>
    public PartyLog Log => Parts.Log;

    /// <summary>Opens a body over what its stores hold.</summary>
    /// <param name="network">The description.</param>
    /// <param name="keys">The body's keys.</param>
    /// <param name="cards">Public keys of all bodies.</param>
    /// <param name="core">The body's line to the core.</param>
    /// <param name="stores">Its stores; in memory unless given.</param>
    /// <param name="clock">The clock; the real one unless given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The body; nobody is seeded yet. The caller disposes it.</returns>
    public static async ValueTask<LabBody> OpenAsync(
        LabNetwork network, LabBodyKeys keys, INetworkDirectory cards, ICoreLine core, LabBodyStores? stores = null, TimeProvider? clock = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(cards);
        ArgumentNullException.ThrowIfNull(core);
        LabBody body = new(network, keys, stores ?? new LabBodyStores());
        try
        {
            await body.OpenServersAsync(cards, core, clock ?? TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>A worker of this body at a terminal, at all times.</summary>
    /// <param name="affairs">The affairs in which the worker works.</param>
    /// <returns>The operator.</returns>
    public Operator CreateWorker(params IEnumerable<AffairId> affairs) => new(new OperatorId("lab-worker"), Agency, affairs, new ValidPeriod(DateTimeOffset.UnixEpoch));

    /// <summary>Lays in the codes that the body has acquired and its replicas. Again does no harm.</summary>
    /// <remarks>A portal's codes are not laid in: there they belong to accounts, and people open those themselves (<see cref="LabPortal.Registrations"/>).</remarks>
    /// <param name="cancellationToken">Gives up; what is done is done.</param>
    /// <returns>When it is done.</returns>
    public async ValueTask SeedAsync(CancellationToken cancellationToken = default)
    {
        bool isPortal = _network.Agencies.Any(agency => agency.Id == Agency && agency.Kind == AgencyKind.Portal);
        foreach ((AddresseeNumber addressee, AgencyCode code) in isPortal ? [] : _keys.Codes)
        {
            await Space.TieAsync(addressee, code, cancellationToken).ConfigureAwait(false);
        }

        foreach (Replica[] page in _network.HeldBy(Agency).SelectMany(held => held.Holding.Replicas).Chunk(1_000))
        {
            await Space.PutAsync(page, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the keys.</summary>
    public void Dispose() => _owned.Dispose();

    private async ValueTask OpenServersAsync(INetworkDirectory cards, ICoreLine core, TimeProvider clock, CancellationToken cancellationToken)
    {
        BodyIdentity identity = _owned.Add(_keys.CreateIdentity());
        ECDsa logKey = _owned.Add(_keys.CreateLogKey());
        Parts = new ServerParts
        {
            Store = Stores.Space,
            Cipher = _owned.Add(_keys.CreateCipher()),
            Identity = identity,
            Directory = cards,
            Sealer = _owned.Add(new PayloadSealer(identity)),
            Signatures = _owned.Add(new BodySignatures()),
            Log = _owned.Add(await PartyLog.OpenAsync(new LogOwner(Agency), Stores.Records, Stores.Heads, logKey, clock, cancellationToken).ConfigureAwait(false)),
            Core = core,
            Clock = clock,
        };
        Asking = new InquiringServer(Parts);
        Giving = new ProvidingServer(Parts);
    }
}
