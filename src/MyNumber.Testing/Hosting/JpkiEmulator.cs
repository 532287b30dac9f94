using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Testing.Hosting;

/// <summary>The emulated environment of an application: people with cards, the authority that certified them, and its responder, which answers in this process. A test or a page of a lab spoils things here.</summary>
/// <remarks>
/// <para>A singleton of the services after <c>UseEmulator</c>; the container disposes it with all cards and keys. It protects nothing: everybody has its keys.</para>
/// <para>Thread safe, so that requests may call it. The clock is the application's <see cref="TimeProvider"/>; people and certificates were made at <see cref="Start"/>.</para>
/// </remarks>
public sealed class JpkiEmulator : IDisposable
{
    private static readonly Uri Lists = new("http://crl.mynumber-lab.invalid/crl/");

    private readonly EmulatedCards _cards;
    private readonly Lock _faults = new();

    internal JpkiEmulator(EmulatorOptions options, TimeProvider clock) => _cards = new EmulatedCards(options, clock);

    /// <summary>When authority and cards were made.</summary>
    public DateTimeOffset Start => _cards.Start;

    /// <summary>The people with their cards; the first is at 0.</summary>
    public IReadOnlyList<LabHolder> Holders => _cards.Holders;

    /// <summary>The issuing side. Report a card lost (<see cref="LabAuthority.ReportLost"/>), let its holder move house (<see cref="LabAuthority.MoveHouse"/>), hold and revoke
    /// (<see cref="LabAuthority.Statuses"/>), and link serials (<see cref="LabAuthority.Links"/>) here.</summary>
    public LabAuthority Authority => _cards.Authority;

    /// <summary>What the responder does wrong on purpose; <see cref="OcspFaults.None"/> ends it.</summary>
    public OcspFaults Faults
    {
        get => Authority.Responder.Faults;
        set
        {
            lock (_faults)
            {
                Authority.Responder.Faults = value;
            }
        }
    }

    /// <summary>Whether the responder drops every question, lists too; its other faults stay as they are.</summary>
    public bool IsResponderOffline
    {
        get => Faults.Offline;
        set
        {
            lock (_faults)
            {
                OcspFaults faults = Authority.Responder.Faults with { Offline = value };
                Authority.Responder.Faults = faults == OcspFaults.None ? OcspFaults.None : faults;
            }
        }
    }

    /// <summary>What the application pins for one purpose.</summary>
    /// <param name="purpose">Signature or user authentication.</param>
    /// <returns>The anchors of the lab, a new set at each call.</returns>
    public TrustAnchorSet Anchors(CertificatePurpose purpose) => _cards.Anchors(purpose);

    /// <summary>Where the full list of the generation that issues would lie; <see cref="CreateMessageHandler"/> answers there.</summary>
    /// <param name="purpose">Whose list.</param>
    /// <returns>An address that leads nowhere outside of this process.</returns>
    public Uri CrlAddress(CertificatePurpose purpose) =>
        new(Lists, $"{(purpose == CertificatePurpose.Signature ? "sign" : "auth")}/{Authority.Of(purpose).Current.Number}/full.crl");

    /// <summary>Makes a handler that answers what is asked of responder and lists, without a socket.</summary>
    /// <returns>A handler of its own; the caller disposes it.</returns>
    public HttpMessageHandler CreateMessageHandler() => Authority.CreateMessageHandler();

    /// <summary>Disposes cards and keys.</summary>
    public void Dispose() => _cards.Dispose();
}
