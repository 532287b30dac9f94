using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Inbox;
using MyNumber.Linkage.Portal.OneStop;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Portal.SelfInformation;
using MyNumber.Linkage.Push;

namespace MyNumber.Testing.Linkage;

/// <summary>The portal's functions over a lab body and a lab core in one process.</summary>
/// <remarks>Thread safe as its parts are. Disposing it leaves body and core alone.</remarks>
public sealed class LabPortal : IDisposable
{
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    /// <summary>Opens the portal and joins its inbox to the core.</summary>
    /// <param name="network">The description.</param>
    /// <param name="core">The core.</param>
    /// <param name="body">The portal's body.</param>
    /// <param name="affair">The affair that the rules for self-information name.</param>
    /// <param name="procedures">The procedures of one-stop applications.</param>
    /// <param name="clock">The clock; the real one unless given.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A procedure is not sound.</exception>
    public LabPortal(LabNetwork network, LabCore core, LabBody body, AffairId affair, IEnumerable<ProcedureDescription> procedures, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(core);
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
        OperatorId system = new("lab-portal");
        Accounts = new PortalAccounts(body.Parts.Store, body.Parts.Cipher, _random);
        Delegations = new DelegationDesk(Accounts, body.Parts.Store, body.Parts.Cipher, _random, clock ?? TimeProvider.System, affair);
        PortalAccess access = new(Accounts, Delegations, body.Parts.Store, body.Parts.Cipher, clock ?? TimeProvider.System);
        Records = new ProvisionRecordView(access, Accounts, core.Records.LineOf(body.Agency));
        Own = new SelfInformationDesk(access, body.Parts, system, affair);
        Inbox = new NoticeInbox(access, Accounts, body.Parts);
        OneStop = new OneStopDesk(access, Own, new DeliverySender(body.Parts, core.Deliveries.LineOf(body.Agency)), body.Parts, new ProcedureCatalogue(procedures), system);
        Registrations = new RegistrationDesk(Accounts, core.DoorOf(body.Agency), new LabLoginRoute(core.Jlis, network));
        core.Deliveries.Connect(body.Agency, Inbox);
    }

    /// <summary>The portal's body.</summary>
    public LabBody Body { get; }

    /// <summary>The accounts.</summary>
    public PortalAccounts Accounts { get; }

    /// <summary>Where people open accounts.</summary>
    public RegistrationDesk Registrations { get; }

    /// <summary>Who acts for whom.</summary>
    public DelegationDesk Delegations { get; }

    /// <summary>The first function (情報提供記録表示).</summary>
    public ProvisionRecordView Records { get; }

    /// <summary>The second function (自己情報表示).</summary>
    public SelfInformationDesk Own { get; }

    /// <summary>The third function (お知らせ).</summary>
    public NoticeInbox Inbox { get; }

    /// <summary>The fourth function (ワンストップサービス).</summary>
    public OneStopDesk OneStop { get; }

    /// <summary>Ends the source of numbers.</summary>
    public void Dispose() => _random.Dispose();
}
