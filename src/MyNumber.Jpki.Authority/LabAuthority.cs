using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Services;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority;

/// <summary>A whole issuing side of JPKI for a lab: both authorities in several generations, register, lists, OCSP responder and serial links.</summary>
/// <remarks>
/// <para>Thread safe. The same keys, clock, options and order of calls give the same bytes. It protects nothing and nobody must trust it.</para>
/// <para>With the constructor it lives in memory. <see cref="OpenAsync"/> opens it over a register, and goes on where the register ends; then use the calls that end in <c>Async</c>:
/// those without a wait throw.</para>
/// </remarks>
public sealed partial class LabAuthority
{
    private readonly LabAuthorityOptions _options;
    private readonly AuthorityLedger _ledger;
    private readonly CertificationAuthority _signature;
    private readonly CertificationAuthority _userAuthentication;
    private volatile Uri _ocspAddress = new("http://ocsp.mynumber-lab.invalid/ocsp");

    /// <summary>Makes the self-signed certificates and the responder; everything is kept in memory.</summary>
    /// <param name="keys">The keys; owned by the caller and used as long as the lab lives.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="options">Names, policies and rules.</param>
    /// <exception cref="ArgumentException">An authority has no key.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public LabAuthority(LabAuthorityKeys keys, TimeProvider clock, LabAuthorityOptions? options = null)
        : this(keys, clock, options ?? new LabAuthorityOptions(), new SerialLinkDirectory(), links => new AuthorityLedger(new InMemoryCertificateRegister(), new AuthorityState(links)))
    {
        RecordFoundationAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private LabAuthority(LabAuthorityKeys keys, TimeProvider clock, LabAuthorityOptions options, SerialLinkDirectory links, Func<SerialLinkDirectory, AuthorityLedger> open)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(clock);
        _options = options;
        _ledger = open(links);
        Clock = clock;
        Links = links;
        _signature = Open(CertificatePurpose.Signature, keys.Signature, options.SignatureSerials);
        _userAuthentication = Open(CertificatePurpose.UserAuthentication, keys.UserAuthentication, options.UserAuthenticationSerials);
        Statuses = new StatusStore(_ledger, clock, options.RevocationDate);
        Crls = new CrlPublisher(Statuses, clock, options.Lists);
        Schedule = new CrlSchedule(() => Generations, Crls, _ledger, clock, options.Lists);
        Catalogue = new CrlCatalogue(_signature, _userAuthentication, Schedule, _ledger.IsInMemory);
        Responder = new OcspResponder(Generations, keys.Responder, Statuses, clock, options.Responder);
    }

    /// <summary>The clock that the lab runs on.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Status of every issued certificate; hold and revoke here.</summary>
    public StatusStore Statuses { get; }

    /// <summary>Serial links, S→R and old→new.</summary>
    public SerialLinkDirectory Links { get; }

    /// <summary>Makes CRLs without a record, as of now or of the last hour of publication.</summary>
    public CrlPublisher Crls { get; }

    /// <summary>Publishes CRLs by the clock and keeps what was published.</summary>
    public CrlSchedule Schedule { get; }

    /// <summary>Published CRLs by path, for a host.</summary>
    public CrlCatalogue Catalogue { get; }

    /// <summary>The OCSP responder for all generations.</summary>
    public OcspResponder Responder { get; }

    /// <summary>The address that new certificates name as their OCSP responder; <see cref="StartResponderAsync"/> sets it. Until then nothing answers there.</summary>
    public Uri OcspAddress
    {
        get => _ocspAddress;
        set => _ocspAddress = value ?? throw new ArgumentNullException(nameof(value));
    }

    internal LabAuthorityOptions Options => _options;

    internal AuthorityLedger Ledger => _ledger;

    private IEnumerable<AuthorityGeneration> Generations => [.. _signature.Generations, .. _userAuthentication.Generations];

    /// <summary>Opens an authority over a register: a new one when the register is empty, otherwise the one that wrote it, with its serials, statuses and list numbers.</summary>
    /// <param name="keys">The keys, one for each generation that there is; owned by the caller and used as long as the lab lives.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="register">The register; stays the caller's.</param>
    /// <param name="options">Names, policies and rules.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The authority.</returns>
    /// <exception cref="ArgumentException">Keys or names are not those of the register.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    /// <exception cref="InvalidOperationException">Another process founded the authority in this moment; open it again.</exception>
    public static async ValueTask<LabAuthority> OpenAsync(
        LabAuthorityKeys keys, TimeProvider clock, ICertificateRegister register, LabAuthorityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(register);
        SerialLinkDirectory links = new();
        AuthorityLedger ledger = new(register, new AuthorityState(links));
        await ledger.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        LabAuthority authority = new(keys, clock, options ?? new LabAuthorityOptions(), links, _ => ledger);
        await authority.RecordFoundationAsync(cancellationToken).ConfigureAwait(false);
        return authority;
    }

    /// <summary>One of the two authorities.</summary>
    /// <param name="purpose">Which.</param>
    /// <returns>The authority.</returns>
    public CertificationAuthority Of(CertificatePurpose purpose) => purpose == CertificatePurpose.Signature ? _signature : _userAuthentication;

    /// <summary>The self-signed certificates that a verifier pins for one purpose, all generations.</summary>
    /// <param name="purpose">Which authority.</param>
    /// <returns>DER, the oldest generation first.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>> Anchors(CertificatePurpose purpose) => [.. Of(purpose).Generations.Select(generation => generation.Certificate)];

    /// <summary>Whether the generation that issues has done so for <see cref="LabAuthorityOptions.GenerationCadence"/>.</summary>
    /// <param name="purpose">Which authority.</param>
    /// <returns>Whether a roll-over is due.</returns>
    public bool IsRollOverDue(CertificatePurpose purpose) => Clock.GetUtcNow() - Of(purpose).Current.NotBefore >= _options.GenerationCadence;

    /// <summary>Begins the next generation (鍵更新): from now on it issues. What earlier ones issued stays in force, on their lists and in the responder's answers.</summary>
    /// <param name="purpose">Which authority.</param>
    /// <param name="key">The new generation's key; owned by the caller and used as long as the lab lives. Give it to <see cref="OpenAsync"/> from now on, as the last.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>The new generation: verifiers must pin its certificate.</returns>
    /// <exception cref="ArgumentException">The key is an earlier generation's.</exception>
    /// <exception cref="InvalidOperationException">Another process began a generation that this one has no key for.</exception>
    public async ValueTask<AuthorityGeneration> RollOverAsync(CertificatePurpose purpose, RSA key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        CertificationAuthority authority = Of(purpose);
        AuthorityGeneration next = AuthorityFounder.Next(purpose, _options, authority.Generations.Count + 1, key, Clock.GetUtcNow());
        if (Generations.Any(earlier => earlier.KeyIdentifier.Span.SequenceEqual(next.KeyIdentifier.Span)))
        {
            throw new ArgumentException("A generation has a key of its own.", nameof(key));
        }

        RegisterEntry entry = new() { At = next.NotBefore, Generations = [AuthorityFounder.Record(next)] };
        bool isNext = await _ledger.CommitAsync(
            state => state.Generations.Any(record => record.Purpose == purpose && record.Number >= next.Number) ? (null, false) : (entry, true), cancellationToken).ConfigureAwait(false);
        if (!isNext)
        {
            throw new InvalidOperationException("Another process began this generation.");
        }

        Responder.Add(next);
        authority.Add(next);
        return next;
    }

    /// <summary>Serves responder and CRLs on 127.0.0.1 and sets <see cref="OcspAddress"/>.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running host; the caller disposes it.</returns>
    /// <exception cref="IOException">The loopback address could not be bound.</exception>
    public async Task<OcspResponderHost> StartResponderAsync(CancellationToken cancellationToken = default)
    {
        OcspResponderHost host = await OcspResponderHost.StartAsync(Responder, Catalogue.Find, cancellationToken).ConfigureAwait(false);
        OcspAddress = host.OcspAddress;
        return host;
    }

    /// <summary>Makes a handler that answers an <see cref="HttpClient"/> of this process as the host of <see cref="StartResponderAsync"/> would: OCSP under <c>/ocsp</c>, lists under <c>/crl/</c>, on every
    /// host name and port, with the responder's faults. No socket is opened and <see cref="OcspAddress"/> stays as it is.</summary>
    /// <returns>A handler of its own; the caller disposes it. Thread safe.</returns>
    public HttpMessageHandler CreateMessageHandler() => new InProcessHandler(new PublishingSite(Responder, Catalogue.Find));

    private CertificationAuthority Open(CertificatePurpose purpose, IReadOnlyList<RSA> keys, ISerialSource? serials)
    {
        if (keys is null || keys.Count == 0)
        {
            throw new ArgumentException("An authority has a key for each generation.", nameof(keys));
        }

        GenerationRecord[] kept = _ledger.Read(state => state.Generations.ToArray());
        AuthorityGeneration[] generations = kept.Length == 0
            ? AuthorityFounder.Found(purpose, _options, keys, Clock.GetUtcNow())
            : AuthorityFounder.Restore(purpose, _options, keys, kept);
        uint? highest = _ledger.Read(state => state.HighestSerial(purpose));
        return new CertificationAuthority(purpose, generations, serials ?? MonotonicSerialSource.After(highest), Clock, _options.LeapDay);
    }

    private async ValueTask RecordFoundationAsync(CancellationToken cancellationToken)
    {
        GenerationRecord[] records = [.. Generations.Select(AuthorityFounder.Record)];
        RegisterEntry entry = new() { At = ValidityRule.WholeSecond(Clock.GetUtcNow()), Generations = records };
        bool isOurs = await _ledger.CommitAsync(
            state => state.Generations.Count == 0 ? (entry, true) : (null, state.Generations.Count == records.Length && IsSame(state.Generations, records)), cancellationToken)
            .ConfigureAwait(false);
        if (!isOurs)
        {
            throw new InvalidOperationException("Another process founded the authority; open it again.");
        }
    }

    private static bool IsSame(IEnumerable<GenerationRecord> kept, GenerationRecord[] made) =>
        kept.All(record => made.Any(other => other.Certificate.Span.SequenceEqual(record.Certificate.Span)));
}
