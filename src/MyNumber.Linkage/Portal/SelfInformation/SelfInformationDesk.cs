using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.SelfInformation;

/// <summary>The portal's second function (自己情報表示): an inquiry of the portal about the person who asks, by a rule for self-information, recorded by three parties like any other.</summary>
/// <remarks>
/// <para>What a provider withholds from the person (開示しない) is answered like what it does not hold, and recorded so, because a record that is missing would tell.</para>
/// <para>Thread safe as its parts are.</para>
/// </remarks>
public sealed class SelfInformationDesk
{
    private readonly PortalAccess _access;
    private readonly InquiringServer _server;
    private readonly NumberedRows _inquiries;
    private readonly Operator _system;
    private readonly AffairId _affair;
    private readonly TimeProvider _clock;

    /// <summary>Opens the desk.</summary>
    /// <param name="access">The gate.</param>
    /// <param name="parts">The portal's intermediate server.</param>
    /// <param name="system">The portal's own handle, under which it asks for people.</param>
    /// <param name="affair">The affair that the rules for self-information name.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The affair is empty.</exception>
    public SelfInformationDesk(PortalAccess access, ServerParts parts, OperatorId system, AffairId affair)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(parts);
        _access = access;
        _server = new InquiringServer(parts);
        _inquiries = new NumberedRows(parts.Store, parts.Cipher, BodyTable.SelfInquiry);
        _affair = affair.IsEmpty ? throw new ArgumentException("The affair is empty.", nameof(affair)) : affair;
        _system = new Operator(system, parts.Cipher.Body, [affair], new ValidPeriod(DateTimeOffset.UnixEpoch));
        _clock = parts.Clock;
    }

    /// <summary>Asks.</summary>
    /// <param name="caller">Who asks; a delegation must cover the order's procedure.</param>
    /// <param name="order">What is wanted.</param>
    /// <param name="cancellationToken">Gives up; whether it was sent is then told by <see cref="CollectAsync"/>.</param>
    /// <returns>The result; <see cref="InquiryState.OperatorNotAllowed"/> when the caller may not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    public async ValueTask<InquiryResult> AskAsync(PortalCaller caller, SelfInformationOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        AddresseeNumber account = await _access.EnterAsync(caller, PortalFunction.SelfInformation, order.Procedure, cancellationToken).ConfigureAwait(false);
        return account.IsEmpty
            ? new InquiryResult { State = InquiryState.OperatorNotAllowed }
            : await AskForAsync(account, InquiryId.Create(_clock.GetUtcNow()), order, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Collects a result.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="order">What was asked; a delegation must cover its procedure.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The result; <see cref="InquiryState.Unknown"/> when it is not this person's, or was never sent.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    public async ValueTask<InquiryResult> CollectAsync(PortalCaller caller, InquiryId inquiry, SelfInformationOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        AddresseeNumber account = await _access.EnterAsync(caller, PortalFunction.SelfInformation, order.Procedure, cancellationToken).ConfigureAwait(false);
        return account.IsEmpty ? new InquiryResult { State = InquiryState.OperatorNotAllowed } : await CollectForAsync(account, inquiry, order, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for an account that another gate has let in. Whose inquiry it is, and for what, is noted before it is sent.</summary>
    internal async ValueTask<InquiryResult> AskForAsync(AddresseeNumber account, InquiryId inquiry, SelfInformationOrder order, CancellationToken cancellationToken)
    {
        await _inquiries.TryAppendAsync(account.ToBytes(), inquiry.ToBytes(), Mark(order), cancellationToken).ConfigureAwait(false);
        return await _server.InquireAsync(
            _system,
            new InquiryOrder { Inquiry = inquiry, Addressee = account, Provider = order.Provider, Affair = _affair, Procedure = order.Procedure, ItemSet = order.ItemSet, Items = order.Items },
            cancellationToken).ConfigureAwait(false);
    }

    internal async ValueTask<InquiryResult> CollectForAsync(AddresseeNumber account, InquiryId inquiry, SelfInformationOrder order, CancellationToken cancellationToken) =>
        await _inquiries.FindAsync(account.ToBytes(), inquiry.ToBytes(), cancellationToken).ConfigureAwait(false) is { } noted && Mark(order).AsSpan().SequenceEqual(noted.Content)
            ? await _server.CollectAsync(_system, inquiry, cancellationToken).ConfigureAwait(false)
            : new InquiryResult { Inquiry = inquiry, State = InquiryState.Unknown };

    private static byte[] Mark(SelfInformationOrder order) => MessageWriter.Write(MarkKind, to => to
        .Number(order.Provider.Value).Id(order.Procedure.ToString()).Id(order.ItemSet.ToString()).List(order.Items, (list, item) => list.Id(item.ToString())));

    private const int MarkKind = 33;
}
