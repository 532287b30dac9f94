using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>The portal's first function (情報提供記録表示): passes the core's answer on as it is, so that the person can check it.</summary>
/// <remarks>Thread safe as its parts are.</remarks>
public sealed class ProvisionRecordView
{
    private readonly PortalAccess _access;
    private readonly PortalAccounts _accounts;
    private readonly IRecordLine _core;

    /// <summary>Opens the view.</summary>
    /// <param name="access">The gate.</param>
    /// <param name="accounts">The portal's accounts.</param>
    /// <param name="core">The portal's line to the core.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ProvisionRecordView(PortalAccess access, PortalAccounts accounts, IRecordLine core)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(core);
        (_access, _accounts, _core) = (access, accounts, core);
    }

    /// <summary>Reads a page of records.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="window">From when until when; <see langword="default"/> for all that is kept.</param>
    /// <param name="after">Where the last page ended, or <see langword="null"/>.</param>
    /// <param name="most">How many inquiries at most.</param>
    /// <param name="lastSeen">The head that the person saw last, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The core's answer, or that the caller may not.</returns>
    public async ValueTask<RecordPage> ReadAsync(
        PortalCaller caller, Agencies.ValidPeriod window, RecordCursor? after, int most, LogHead? lastSeen, CancellationToken cancellationToken = default)
    {
        AddresseeNumber account = await _access.EnterAsync(caller, PortalFunction.ProvisionRecords, default, cancellationToken).ConfigureAwait(false);
        AgencyCode code = await _accounts.FindCodeAsync(account, cancellationToken).ConfigureAwait(false);
        return code.IsEmpty
            ? new RecordPage { Outcome = RecordQueryOutcome.NotAllowed }
            : await _core.AskAsync(
                new RecordQuery { Code = code, From = window.IsEmpty ? null : window.From, Until = window.Until, After = after, Most = most, LastSeen = lastSeen },
                cancellationToken).ConfigureAwait(false);
    }
}
