using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.Push.Targets;

/// <summary>Sends a notice to a group, one person after the other: the selection is made once and kept with a delivery's number for each person, so that after a crash nobody gets it twice or not at all.</summary>
/// <remarks>Thread safe as its store is.</remarks>
public sealed class GroupPushDesk
{
    private const int RowKind = 41;
    private const int OrderKind = 42;

    private readonly DeliverySender _sender;
    private readonly TargetSelector _selector;
    private readonly NumberedRows _people;
    private readonly AgencyId _body;
    private readonly TimeProvider _clock;

    /// <summary>Opens the desk of one body.</summary>
    /// <param name="parts">The body's intermediate server.</param>
    /// <param name="sender">The body's sending side.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public GroupPushDesk(ServerParts parts, DeliverySender sender)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(sender);
        _sender = sender;
        _selector = new TargetSelector(parts);
        _people = new NumberedRows(parts.Store, parts.Cipher, BodyTable.GroupPush);
        (_body, _clock) = (parts.Cipher.Body, parts.Clock);
    }

    /// <summary>Selects, and keeps whom. Again after a crash it goes on; whom it has it keeps.</summary>
    /// <param name="worker">Who sends; must work in the affair.</param>
    /// <param name="order">The push.</param>
    /// <param name="cancellationToken">Gives up; prepare again.</param>
    /// <returns>How many were selected; −1 when the operator may not, or another push was prepared under the number.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The query is not sound.</exception>
    public async ValueTask<int> PrepareAsync(Operator worker, GroupPushOrder order, CancellationToken cancellationToken = default)
    {
        if (!MayAct(worker, order) || !await IsNotedAsync(order, mayNote: true, cancellationToken).ConfigureAwait(false))
        {
            return -1;
        }

        await foreach (AddresseeNumber person in _selector.SelectAsync(order.Query, cancellationToken).ConfigureAwait(false))
        {
            byte[] row = Write(person, DeliveryId.Create(_clock.GetUtcNow()), DeliveryOutcome.Waiting, 0);
            await _people.TryAppendAsync(order.Id.ToBytes(), person.ToBytes(), row, cancellationToken).ConfigureAwait(false);
        }

        return await _people.CountAsync(order.Id.ToBytes(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends to those who have no final outcome yet, first to whom it tried least often. Again after a crash, or later for those who wait, it goes on.</summary>
    /// <param name="worker">Who sends; must work in the affair.</param>
    /// <param name="order">The same push as was prepared; who was selected counts, not the query. Another affair, receiver, procedure, content or end is another push.</param>
    /// <param name="most">To how many people at most in this call.</param>
    /// <param name="cancellationToken">Gives up; what is sent is sent.</param>
    /// <returns>The progress; <see langword="null"/> when the operator may not, or this push was not prepared.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public async ValueTask<GroupPushProgress?> SendAsync(Operator worker, GroupPushOrder order, int most, CancellationToken cancellationToken = default)
    {
        if (!MayAct(worker, order) || !await IsNotedAsync(order, mayNote: false, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        foreach (int number in await NextAsync(order.Id, most, cancellationToken).ConfigureAwait(false))
        {
            NumberedRow entry = (await _people.FindAsync(order.Id.ToBytes(), number, cancellationToken).ConfigureAwait(false))!;
            (AddresseeNumber person, DeliveryId id, _, int tries) = Read(entry.Content);
            DeliveryAnswer answer = await _sender.SendAsync(worker, OrderFor(order, person, id), cancellationToken).ConfigureAwait(false);
            bool isOver = answer.IsFinal && answer.Outcome != DeliveryOutcome.OperatorNotAllowed;
            byte[] row = Write(person, id, isOver ? answer.Outcome : DeliveryOutcome.Waiting, tries + 1);
            await _people.TryChangeAsync(order.Id.ToBytes(), entry, row, cancellationToken).ConfigureAwait(false);
        }

        return await ReadProgressAsync(order.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells how far a push is.</summary>
    /// <param name="id">The push.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Counts; nobody for an unknown push.</returns>
    public async ValueTask<GroupPushProgress> ReadProgressAsync(DeliveryId id, CancellationToken cancellationToken = default)
    {
        Dictionary<DeliveryOutcome, int> outcomes = [];
        int number = 0;
        for (; await _people.FindAsync(id.ToBytes(), number, cancellationToken).ConfigureAwait(false) is { } entry; number++)
        {
            if (Read(entry.Content).Outcome is var outcome and not DeliveryOutcome.Waiting)
            {
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            }
        }

        return new GroupPushProgress(number, outcomes.ToImmutableDictionary());
    }

    /// <summary>Whose turn it is: of those without a final outcome, who was tried least often, so that those who wait hold up nobody.</summary>
    private async ValueTask<IReadOnlyList<int>> NextAsync(DeliveryId id, int most, CancellationToken cancellationToken)
    {
        List<(int Tries, int Number)> left = [];
        for (int number = 0; await _people.FindAsync(id.ToBytes(), number, cancellationToken).ConfigureAwait(false) is { } entry; number++)
        {
            if (Read(entry.Content) is { Outcome: DeliveryOutcome.Waiting } row)
            {
                left.Add((row.Tries, number));
            }
        }

        return [.. left.Order().Take(most).Select(row => row.Number)];
    }

    /// <summary>Whether the push was prepared as what the order says. People who were selected in one affair are not sent something of another.</summary>
    private async ValueTask<bool> IsNotedAsync(GroupPushOrder order, bool mayNote, CancellationToken cancellationToken)
    {
        byte[] mark = MessageWriter.Write(OrderKind, to => to
            .Number(order.Receiver.Value).Id(order.Affair.ToString()).Id(order.Procedure.ToString()).Time(order.ExpiresAt).Bytes(order.Content.ToBytes()));
        byte[] owner = [.. order.Id.ToBytes(), OrderKind];
        if (mayNote)
        {
            await _people.TryAppendAsync(owner, ReadOnlyMemory<byte>.Empty, mark, cancellationToken).ConfigureAwait(false);
        }

        return await _people.FindAsync(owner, 0, cancellationToken).ConfigureAwait(false) is { } noted && noted.Content.AsSpan().SequenceEqual(mark);
    }

    private static DeliveryOrder OrderFor(GroupPushOrder order, AddresseeNumber person, DeliveryId id) => new()
    {
        Id = id, Kind = DeliveryKind.GroupNotice, Addressee = person, Receiver = order.Receiver, Affair = order.Affair, Procedure = order.Procedure,
        Content = order.Content.ToBytes(), ExpiresAt = order.ExpiresAt,
    };

    private bool MayAct(Operator worker, GroupPushOrder order)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(order);
        return worker.MayAct(_body, order.Affair, _clock.GetUtcNow());
    }

    private static byte[] Write(AddresseeNumber person, DeliveryId id, DeliveryOutcome outcome, int tries) =>
        MessageWriter.Write(RowKind, to => to.Bytes(person.ToBytes()).Uuid(id.Value).Number((int)outcome).Number(tries));

    private static (AddresseeNumber Person, DeliveryId Id, DeliveryOutcome Outcome, int Tries) Read(byte[] content)
    {
        (AddresseeNumber, DeliveryId, DeliveryOutcome, int) read = default;
        _ = MessageReader.TryRead(content, RowKind, from =>
        {
            read = (AddresseeNumber.FromBytes(from.Bytes().Span), new DeliveryId(from.Uuid()), from.Enum<DeliveryOutcome>(), from.Number());
            return string.Empty;
        });
        return read;
    }
}
