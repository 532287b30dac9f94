using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Core.Corrections;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Linkage.Core.Routes;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Permission.Permits;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Testing.Linkage;

/// <summary>A whole core out of a description, the core's keys and its stores: exchange, registers, desks and log.</summary>
/// <remarks>Thread safe as its parts are. Disposing it ends its keys; stores stay the caller's.</remarks>
public sealed class LabCore : IDisposable
{
    private readonly Owned _owned = new();
    private readonly LabNetwork _network;
    private readonly TimeProvider _clock;
    private volatile PermissionPolicy _policy;
    private volatile DeliveryPolicy _deliveryPolicy;

    private LabCore(LabNetwork network, LabCoreKeys keys, LabCoreStores stores, TimeProvider clock)
    {
        (_network, _clock, Stores, _policy) = (network, clock, stores, network.CreatePolicy());
        _deliveryPolicy = new DeliveryPolicy(network.Directory, []);
        Links = new LinkBook(stores.Links, new LinkCodeDeriver(_owned.Add(new LinkKey(keys.Link))), _owned.Add(new ResidentCodeTagger(keys.Tag)), clock);
        Book = new CodeBook(stores.Codes, new AgencyCodes(_owned.Add(new CodeKeyRing(new AgencyCodeCipher(0, keys.Code)))), clock);
        Acquisitions = new AcquisitionDesk(stores.Acquisitions, Links, Book, stores.Notices, () => _policy.Directory, _owned.Add(RandomNumberGenerator.Create()), clock);
        Finder = new RecordFinder(stores.Index, _owned.Add(new AuditTagger(keys.Audit)), Book, () => _policy.Directory);
        Corrections = new CorrectionDesk(Links, Book, stores.Codes, stores.Notices, () => _policy.Directory, clock, Finder);
        Residents = new SyntheticResidents();
        Jlis = new JlisDesk(Residents, Acquisitions);
        foreach (LabPerson person in network.People)
        {
            Residents.Put(person.Number, person.ResidentCode, person.Attributes);
        }
    }

    /// <summary>What the core was made over.</summary>
    public LabCoreStores Stores { get; }

    /// <summary>Directory, matrix and notices in force; another policy takes effect at once.</summary>
    public PermissionPolicy Policy
    {
        get => _policy;
        set => _policy = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>What may be delivered without being asked for: nothing until it is set; takes effect at once.</summary>
    public DeliveryPolicy DeliveryPolicy
    {
        get => _deliveryPolicy;
        set => _deliveryPolicy = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The core's part of the exchange.</summary>
    public CoreExchange Exchange { get; private set; } = null!;

    /// <summary>The core's part of push and applications.</summary>
    public DeliveryExchange Deliveries { get; private set; } = null!;

    /// <summary>The core's desk for people's records.</summary>
    public RecordDesk Records { get; private set; } = null!;

    /// <summary>The core's index of people's records.</summary>
    public RecordFinder Finder { get; }

    /// <summary>The core's log.</summary>
    public PartyLog Log { get; private set; } = null!;

    /// <summary>The book of people.</summary>
    public LinkBook Links { get; }

    /// <summary>The book of codes.</summary>
    public CodeBook Book { get; }

    /// <summary>The desk at which codes are acquired.</summary>
    public AcquisitionDesk Acquisitions { get; }

    /// <summary>The desk that corrects wrong links.</summary>
    public CorrectionDesk Corrections { get; }

    /// <summary>A synthetic residents' network in which everybody of the description lives.</summary>
    public SyntheticResidents Residents { get; }

    /// <summary>The route over the residents' network.</summary>
    public JlisDesk Jlis { get; }

    /// <summary>Opens a core over what its stores hold.</summary>
    /// <param name="network">The description.</param>
    /// <param name="keys">The core's keys.</param>
    /// <param name="cards">Public keys of the bodies.</param>
    /// <param name="stores">Its stores; in memory unless given.</param>
    /// <param name="clock">The clock; the real one unless given.</param>
    /// <param name="permitLifetime">How long a provider may take; ten minutes unless given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The core; nobody is seeded yet. The caller disposes it.</returns>
    public static async ValueTask<LabCore> OpenAsync(
        LabNetwork network, LabCoreKeys keys, INetworkDirectory cards, LabCoreStores? stores = null, TimeProvider? clock = null, TimeSpan? permitLifetime = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(cards);
        LabCore core = new(network, keys, stores ?? new LabCoreStores(), clock ?? TimeProvider.System);
        try
        {
            await core.OpenExchangeAsync(keys, cards, permitLifetime ?? TimeSpan.FromMinutes(10), cancellationToken).ConfigureAwait(false);
            return core;
        }
        catch
        {
            core.Dispose();
            throw;
        }
    }

    /// <summary>What one agency gets of the core beside its line: its acquisitions and notices.</summary>
    /// <param name="agency">The agency.</param>
    /// <returns>Its door.</returns>
    public AgencyDoor DoorOf(AgencyId agency) => new(agency, Acquisitions, Stores.Notices, () => _policy.Directory, _clock);

    /// <summary>Gives everybody of the description a link, and each holder that knows them a code. Again does no harm.</summary>
    /// <param name="cancellationToken">Gives up; what is done is done.</param>
    /// <returns>When it is done.</returns>
    public async ValueTask SeedAsync(CancellationToken cancellationToken = default)
    {
        foreach (LabPerson person in _network.People)
        {
            LinkCode link = await Links.GetOrAddAsync(person.ResidentCode, cancellationToken).ConfigureAwait(false);
            foreach (LabHolding holding in person.Holdings)
            {
                if (_network.Directory.TryFindHolderOf(holding.Agency, _clock.GetUtcNow(), out CodeHolder? holder))
                {
                    await Book.IssueAsync(holder, link, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Ends the keys.</summary>
    public void Dispose() => _owned.Dispose();

    private async ValueTask OpenExchangeAsync(LabCoreKeys keys, INetworkDirectory cards, TimeSpan permitLifetime, CancellationToken cancellationToken)
    {
        ECDsa logKey = _owned.Add(keys.CreateLogKey());
        Log = _owned.Add(await PartyLog.OpenAsync(LogOwner.Core, Stores.Records, Stores.Heads, logKey, _clock, cancellationToken).ConfigureAwait(false));
        CoreParts parts = new()
        {
            Policy = () => _policy,
            Codes = new CodeBookConversion(Book, () => _policy.Directory),
            Permits = new PermitDesk(_owned.Add(new PermitKeyRing(1, keys.Permit)), _clock, permitLifetime),
            Directory = cards,
            Signatures = _owned.Add(new BodySignatures()),
            Log = Log,
            Store = Stores.Journal,
            Cipher = _owned.Add(new BodyCipher(new AgencyId(AgencyId.MaxValue), keys.Journal)),
            Random = _owned.Add(RandomNumberGenerator.Create()),
            Clock = _clock,
            Finder = Finder,
        };
        Exchange = new CoreExchange(parts);
        Deliveries = new DeliveryExchange(parts, () => _deliveryPolicy);
        Records = new RecordDesk(() => _policy.Directory, Finder, Log, Stores.Records, Stores.Heads, _clock, TimeSpan.Zero);
    }
}
