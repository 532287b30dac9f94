using MyNumber.Jpki;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Validation;
using MyNumber.Testing.People;

namespace MyNumber.Testing;

/// <summary>A whole world in one line, offline: a person with a card in a reader, both authorities, the running OCSP responder, the serial link service and a clock to move.</summary>
/// <remarks>
/// <para>The responder listens on 127.0.0.1 at a free port. Disposing the world stops it and disposes every card and key.</para>
/// <para>The same seed gives the same persons and keys; with a fixed start and OCSP address also the same certificates byte for byte. Members are for one thread at a time.</para>
/// </remarks>
public sealed class LabWorld : IAsyncDisposable
{
    private readonly LabPopulation _population;
    private readonly OcspResponderHost _responder;
    private readonly HttpClient _http = new();

    private LabWorld(ManualTimeProvider clock, LabPopulation population, OcspResponderHost responder)
    {
        _population = population;
        _responder = responder;
        Clock = clock;
        Ocsp = new OcspClient(_http, new OcspOptions { ResponderAddress = responder.OcspAddress }, clock);
    }

    /// <summary>The clock of everything in this world.</summary>
    public ManualTimeProvider Clock { get; }

    /// <summary>The issuing side: hold and revoke here, spoil the responder's answers here.</summary>
    public LabAuthority Authority => _population.Authority;

    /// <summary>The first person with a card.</summary>
    public LabHolder Holder { get; private set; } = null!;

    /// <summary>Where the responder answers.</summary>
    public Uri OcspAddress => _responder.OcspAddress;

    /// <summary>Where the lists of revoked certificates lie.</summary>
    public Uri CrlAddress => _responder.CrlAddress;

    /// <summary>A verifier's OCSP client that asks the running responder.</summary>
    public OcspClient Ocsp { get; }

    /// <summary>The serial link service (発行番号の紐付け).</summary>
    public ISerialLinkService Links => Authority.Links;

    /// <summary>Starts a world.</summary>
    /// <param name="options">How it begins; defaults otherwise.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running world; the caller disposes it.</returns>
    /// <exception cref="IOException">The loopback address could not be bound.</exception>
    public static async Task<LabWorld> StartAsync(LabWorldOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new LabWorldOptions();
        ManualTimeProvider clock = new(options.Start ?? TimeProvider.System.GetUtcNow());
        LabPopulation population = new(options.Seed, options.FreshKeys, options.Authority, options.Card, clock);
        OcspResponderHost? responder = null;
        LabWorld? world = null;
        try
        {
            responder = await population.Authority.StartResponderAsync(cancellationToken).ConfigureAwait(false);
            population.Authority.OcspAddress = options.OcspAddress ?? responder.OcspAddress;
            world = new LabWorld(clock, population, responder);
            world.Holder = world.AddHolder();
            return world;
        }
        catch
        {
            IAsyncDisposable? started = world ?? (IAsyncDisposable?)responder;
            if (started is not null)
            {
                await started.DisposeAsync().ConfigureAwait(false);
            }

            population.Dispose();
            throw;
        }
    }

    /// <summary>What a verifier in this world pins for one purpose: all generations and the profile that they issue.</summary>
    /// <param name="purpose">Signature or user authentication.</param>
    /// <returns>The anchors.</returns>
    public TrustAnchorSet Anchors(CertificatePurpose purpose) => _population.Anchors(purpose);

    /// <summary>A verifier in this world.</summary>
    /// <param name="purpose">Signature or user authentication.</param>
    /// <param name="status">Where it asks for status; <see cref="Ocsp"/> otherwise.</param>
    /// <returns>The validator, on this world's clock.</returns>
    public CertificateValidator CreateValidator(CertificatePurpose purpose, IRevocationSource? status = null) =>
        new(Anchors(purpose), status ?? Ocsp, Clock);

    /// <summary>A verifier's store with the full list of every generation, as published now.</summary>
    /// <param name="purpose">Whose lists.</param>
    /// <returns>A store of its own; later revocations are not in it.</returns>
    public CrlStore CreateCrlStore(CertificatePurpose purpose)
    {
        CrlStore store = new(Clock);
        TrustAnchorSet anchors = Anchors(purpose);
        foreach (AuthorityGeneration generation in Authority.Of(purpose).Generations)
        {
            if (!store.TryAdd(Authority.Crls.Publish(generation, snapshot: CrlSnapshot.Now), anchors, out VerificationReason reason))
            {
                throw new InvalidOperationException($"The lab made a list that its verifier refuses: {reason}.");
            }
        }

        return store;
    }

    /// <summary>Invents the seed's next person and issues a card to it.</summary>
    /// <returns>The person with the card in a reader.</returns>
    public LabHolder AddHolder() => _population.AddHolder();

    /// <summary>Issues a card to a person: keys are made in the card, the authority certifies their public halves, the card takes the certificates.</summary>
    /// <param name="person">A synthetic person.</param>
    /// <returns>The person with the card in a reader.</returns>
    public LabHolder AddHolder(SyntheticPerson person) => _population.AddHolder(person);

    /// <summary>Stops the responder and disposes cards and keys.</summary>
    /// <returns>When all is gone.</returns>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _responder.DisposeAsync().ConfigureAwait(false);
        _population.Dispose();
    }
}
