using MyNumber.Linkage.Agencies;

namespace MyNumber.Testing.Linkage;

/// <summary>A whole network between agencies in one process and in one line: a core, a server of each body, codes and replicas of every person of the description.</summary>
/// <remarks>Offline; everything in it is synthetic. Thread safe as its parts are.</remarks>
public sealed class LinkageLab : IDisposable
{
    private readonly Dictionary<AgencyId, LabBody> _bodies = [];

    private LinkageLab(LabNetwork network, LabKeys keys, LabCore core) => (Network, Keys, Core) = (network, keys, core);

    /// <summary>The description.</summary>
    public LabNetwork Network { get; }

    /// <summary>The keys of every role.</summary>
    public LabKeys Keys { get; }

    /// <summary>The core.</summary>
    public LabCore Core { get; }

    /// <summary>The bodies that use codes.</summary>
    public IReadOnlyDictionary<AgencyId, LabBody> Bodies => _bodies;

    /// <summary>One body.</summary>
    /// <param name="agency">Which.</param>
    /// <exception cref="KeyNotFoundException">There is no such body.</exception>
    public LabBody this[AgencyId agency] => _bodies[agency];

    /// <summary>Starts a network.</summary>
    /// <param name="network">The description, such as <see cref="ChildAllowance.CreateNetwork"/>.</param>
    /// <param name="options">How it is put together; defaults otherwise.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The network, seeded; the caller disposes it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    public static async Task<LinkageLab> StartAsync(LabNetwork network, LinkageLabOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new LinkageLabOptions();
        LabKeys keys = options.Keys ?? LabKeys.Create(network, options.Clock);
        LabCore core = await LabCore.OpenAsync(network, keys.Core, keys.Cards, options.CoreStores, options.Clock, options.PermitLifetime, cancellationToken).ConfigureAwait(false);
        LinkageLab lab = new(network, keys, core);
        try
        {
            await core.SeedAsync(cancellationToken).ConfigureAwait(false);
            foreach (AgencyId agency in network.Bodies)
            {
                await lab.JoinAsync(agency, options, cancellationToken).ConfigureAwait(false);
            }

            return lab;
        }
        catch
        {
            lab.Dispose();
            throw;
        }
    }

    /// <summary>Ends the keys of all roles.</summary>
    public void Dispose()
    {
        foreach (LabBody body in _bodies.Values)
        {
            body.Dispose();
        }

        Core.Dispose();
    }

    private async ValueTask JoinAsync(AgencyId agency, LinkageLabOptions options, CancellationToken cancellationToken)
    {
        LabBody body = await LabBody.OpenAsync(
            Network, Keys.Bodies[agency], Keys.Cards, options.CoreLine(agency, Core.Exchange.LineOf(agency)), options.BodyStores(agency), options.Clock, cancellationToken).ConfigureAwait(false);
        _bodies.Add(agency, body);
        await body.SeedAsync(cancellationToken).ConfigureAwait(false);
        Core.Exchange.Connect(agency, options.ProviderLine(agency, body.Giving));
    }
}
