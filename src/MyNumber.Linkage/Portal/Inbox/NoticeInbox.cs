using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.Portal.Inbox;

/// <summary>The portal's third function (プッシュ型サービス): takes notices from the core into the inboxes of accounts, and shows them.</summary>
/// <remarks>A notice is kept once by sender and id. What has expired is not shown, and its content is dropped at the next look. Thread safe as its store is.</remarks>
public sealed class NoticeInbox : IDeliveryReceiver
{
    private readonly PortalAccess _access;
    private readonly PortalAccounts _accounts;
    private readonly DeliveryOpening _opening;
    private readonly NumberedRows _rows;
    private readonly TimeProvider _clock;

    /// <summary>Opens the inboxes.</summary>
    /// <param name="access">The gate.</param>
    /// <param name="accounts">The portal's accounts.</param>
    /// <param name="parts">The portal's intermediate server.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public NoticeInbox(PortalAccess access, PortalAccounts accounts, ServerParts parts)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(parts);
        (_access, _accounts, _clock) = (access, accounts, parts.Clock);
        _opening = new DeliveryOpening(parts);
        _rows = new NumberedRows(parts.Store, parts.Cipher, BodyTable.Notice);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="delivery"/> is null.</exception>
    /// <exception cref="ArgumentException">The delivery is no notice, or is for another body.</exception>
    public async ValueTask<DeliveryReceipt> ReceiveAsync(Delivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (delivery.Receiver != _opening.Body || delivery.Kind == DeliveryKind.Application)
        {
            throw new ArgumentException("The delivery is no notice for this portal.", nameof(delivery));
        }

        DateTimeOffset now = ValidPeriod.ToMilliseconds(_clock.GetUtcNow());
        AddresseeNumber account = await _accounts.FindAsync(delivery.Code, cancellationToken).ConfigureAwait(false);
        AccountState state = await _accounts.StateOfAsync(account, cancellationToken).ConfigureAwait(false);
        byte[] name = account.IsEmpty ? [] : DeliveryOpening.NameOf(delivery);
        if (!account.IsEmpty && await _rows.FindAsync(account.ToBytes(), name, cancellationToken).ConfigureAwait(false) is { } known)
        {
            NoticeRow kept = NoticeRow.Read(known.Content);
            return kept.Hash == delivery.ContentHash ? _opening.Receipt(delivery, DeliveryOutcome.Delivered, kept.ReceivedAt) : _opening.Receipt(delivery, DeliveryOutcome.IdIsTaken);
        }

        if (state != AccountState.Open || now >= delivery.ExpiresAt)
        {
            return _opening.Receipt(delivery, state == AccountState.Restricted ? DeliveryOutcome.Restricted : state == AccountState.Open ? DeliveryOutcome.Expired : DeliveryOutcome.NoAccount);
        }

        if (_opening.TryOpen(delivery) is not { } content || NoticeContent.TryRead(content) is null)
        {
            return _opening.Receipt(delivery, DeliveryOutcome.Untrusted);
        }

        NoticeRow row = new(delivery.Id, delivery.Sender, delivery.Kind, delivery.Affair, delivery.Procedure, delivery.ContentHash, now, delivery.ExpiresAt, null, content);
        return await _rows.TryAppendAsync(account.ToBytes(), name, row.ToBytes(), cancellationToken).ConfigureAwait(false) < 0
            ? await ReceiveAsync(delivery, cancellationToken).ConfigureAwait(false)
            : _opening.Receipt(delivery, DeliveryOutcome.Delivered, now);
    }

    /// <summary>Shows notices that have not expired.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="from">The number of the first that is wanted, from zero.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By ascending number; none when the caller may not.</returns>
    public async ValueTask<IReadOnlyList<InboxNotice>> ListAsync(PortalCaller caller, int from, int most, CancellationToken cancellationToken = default)
    {
        AddresseeNumber account = await _access.EnterAsync(caller, PortalFunction.Notices, default, cancellationToken).ConfigureAwait(false);
        List<InboxNotice> shown = [];
        for (int number = from; !account.IsEmpty && shown.Count < most && await _rows.FindAsync(account.ToBytes(), number, cancellationToken).ConfigureAwait(false) is { } entry; number++)
        {
            NoticeRow row = NoticeRow.Read(entry.Content);
            if (_clock.GetUtcNow() >= row.ExpiresAt)
            {
                await DropAsync(account, entry, row, cancellationToken).ConfigureAwait(false);
            }
            else if (row.ToNotice(number) is { } notice)
            {
                shown.Add(notice);
            }
        }

        return shown;
    }

    /// <summary>Marks a notice as read (既読).</summary>
    /// <param name="caller">Who read it.</param>
    /// <param name="number">The notice's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is marked now or before; false when there is no such notice or the caller may not.</returns>
    public async ValueTask<bool> MarkReadAsync(PortalCaller caller, int number, CancellationToken cancellationToken = default)
    {
        AddresseeNumber account = await _access.EnterAsync(caller, PortalFunction.Notices, default, cancellationToken).ConfigureAwait(false);
        while (!account.IsEmpty && number >= 0 && await _rows.FindAsync(account.ToBytes(), number, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            NoticeRow row = NoticeRow.Read(entry.Content);
            if (row.ReadAt is not null || await _rows.TryChangeAsync(account.ToBytes(), entry, (row with { ReadAt = _clock.GetUtcNow() }).ToBytes(), cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask DropAsync(AddresseeNumber account, NumberedRow entry, NoticeRow row, CancellationToken cancellationToken)
    {
        if (!row.Content.IsEmpty)
        {
            await _rows.TryChangeAsync(account.ToBytes(), entry, (row with { Content = default }).ToBytes(), cancellationToken).ConfigureAwait(false);
        }
    }
}
