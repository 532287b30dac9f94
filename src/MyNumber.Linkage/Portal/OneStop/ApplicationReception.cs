using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>The receiving side of a body (申請の受付): takes applications from the core, finds the person by the body's own code, and answers with a signed receipt.</summary>
/// <remarks>An application is kept once by its delivery. Thread safe as its store is.</remarks>
public sealed class ApplicationReception : IDeliveryReceiver
{
    private const int RowKind = 37;

    private readonly DeliveryOpening _opening;
    private readonly BodySpace _space;
    private readonly NumberedRows _rows;
    private readonly TimeProvider _clock;

    /// <summary>Opens the side.</summary>
    /// <param name="parts">The body's intermediate server.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    public ApplicationReception(ServerParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _opening = new DeliveryOpening(parts);
        _space = new BodySpace(parts.Store, parts.Cipher);
        _rows = new NumberedRows(parts.Store, parts.Cipher, BodyTable.ReceivedApplication);
        _clock = parts.Clock;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="delivery"/> is null.</exception>
    /// <exception cref="ArgumentException">The delivery is no application, or is for another body.</exception>
    public async ValueTask<DeliveryReceipt> ReceiveAsync(Delivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (delivery.Receiver != _opening.Body || delivery.Kind != DeliveryKind.Application)
        {
            throw new ArgumentException("The delivery is no application for this body.", nameof(delivery));
        }

        if (await _rows.FindAsync(ReadOnlyMemory<byte>.Empty, DeliveryOpening.NameOf(delivery), cancellationToken).ConfigureAwait(false) is { } known)
        {
            return IsOf(ReadRow(known), delivery) ? _opening.Receipt(delivery, DeliveryOutcome.Delivered, Read(known).ReceivedAt) : _opening.Receipt(delivery, DeliveryOutcome.IdIsTaken);
        }

        DateTimeOffset now = ValidPeriod.ToMilliseconds(_clock.GetUtcNow());
        AddresseeNumber addressee = await _space.FindAddresseeAsync(delivery.Code, cancellationToken).ConfigureAwait(false);
        if (addressee.IsEmpty || now >= delivery.ExpiresAt)
        {
            return _opening.Receipt(delivery, addressee.IsEmpty ? DeliveryOutcome.NoAccount : DeliveryOutcome.Expired);
        }

        if (_opening.TryOpen(delivery) is not { } clear || ApplicationContent.TryRead(clear) is not { } content || content.Procedure != delivery.Procedure)
        {
            return _opening.Receipt(delivery, DeliveryOutcome.Untrusted);
        }

        byte[] row = MessageWriter.Write(RowKind, to => to.Uuid(delivery.Id.Value).Bytes(addressee.ToBytes()).Id(delivery.Affair.ToString()).Time(now).Bytes(clear).Digest(delivery.ContentHash));
        return await _rows.TryAppendAsync(ReadOnlyMemory<byte>.Empty, DeliveryOpening.NameOf(delivery), row, cancellationToken).ConfigureAwait(false) < 0
            ? await ReceiveAsync(delivery, cancellationToken).ConfigureAwait(false)
            : _opening.Receipt(delivery, DeliveryOutcome.Delivered, now);
    }

    /// <summary>Shows applications in the affairs of an operator.</summary>
    /// <param name="worker">Who looks.</param>
    /// <param name="from">The number of the first that is looked at, from zero.</param>
    /// <param name="most">How many are shown at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By ascending number, without those of other affairs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="worker"/> is null.</exception>
    public async ValueTask<IReadOnlyList<ReceivedApplication>> ListAsync(Operator worker, int from, int most, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        List<ReceivedApplication> shown = [];
        for (int number = from; shown.Count < most && await _rows.FindAsync(ReadOnlyMemory<byte>.Empty, number, cancellationToken).ConfigureAwait(false) is { } entry; number++)
        {
            if (Read(entry) is var application && worker.MayAct(_opening.Body, application.Affair, _clock.GetUtcNow()))
            {
                shown.Add(application);
            }
        }

        return shown;
    }

    private static ReceivedApplication Read(NumberedRow entry) => ReadRow(entry).Application;

    private static bool IsOf(Row known, Delivery delivery) =>
        known.Hash == delivery.ContentHash && known.Application.Affair == delivery.Affair && known.Application.Content.Procedure == delivery.Procedure;

    private static Row ReadRow(NumberedRow entry) => MessageReader.TryRead(entry.Content, RowKind, from => new Row(
        new ReceivedApplication(entry.Number, new DeliveryId(from.Uuid()), AddresseeNumber.FromBytes(from.Bytes().Span), from.Affair(), from.Time(), ApplicationContent.TryRead(from.Bytes())!),
        from.Digest()))!;

    private sealed record Row(ReceivedApplication Application, Digest Hash);
}
