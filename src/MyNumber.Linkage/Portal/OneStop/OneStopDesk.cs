using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.SelfInformation;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>The portal's fourth function (ワンストップサービス): a form that is filled beforehand from self-information, edited and confirmed by the person, and sent once to several bodies.</summary>
/// <remarks>Every step may be repeated after a crash: numbers of inquiries and deliveries are kept before they are used. A delegate for a procedure sees what fills its
/// form and nothing else. Thread safe as its store is.</remarks>
public sealed class OneStopDesk
{
    private readonly PortalAccess _access;
    private readonly ProcedureCatalogue _catalogue;
    private readonly Prefilling _prefilling;
    private readonly Submitting _submitting;
    private readonly NumberedRows _rows;
    private readonly TimeProvider _clock;

    /// <summary>Opens the desk.</summary>
    /// <param name="access">The gate.</param>
    /// <param name="own">Self-information.</param>
    /// <param name="sender">The portal's sending side.</param>
    /// <param name="parts">The portal's intermediate server.</param>
    /// <param name="catalogue">The procedures.</param>
    /// <param name="system">The portal's own handle, under which it sends for people.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public OneStopDesk(PortalAccess access, SelfInformationDesk own, DeliverySender sender, ServerParts parts, ProcedureCatalogue catalogue, OperatorId system)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(catalogue);
        (_access, _catalogue, _clock) = (access, catalogue, parts.Clock);
        _prefilling = new Prefilling(own);
        _submitting = new Submitting(sender, parts.Cipher.Body, system);
        _rows = new NumberedRows(parts.Store, parts.Cipher, BodyTable.Application);
    }

    /// <summary>Starts an application and asks for what fills it.</summary>
    /// <param name="caller">Who applies; a delegation must cover the procedure.</param>
    /// <param name="procedure">The procedure, as a notice may name it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The draft, with what was answered at once.</returns>
    public async ValueTask<OneStopResult> StartAsync(PortalCaller caller, ProcedureId procedure, CancellationToken cancellationToken = default)
    {
        if (!_catalogue.TryFind(procedure, out ProcedureDescription? form))
        {
            return new OneStopResult(OneStopOutcome.UnknownProcedure);
        }

        AddresseeNumber account = await _access.EnterAsync(caller, PortalFunction.OneStop, procedure, cancellationToken).ConfigureAwait(false);
        if (account.IsEmpty)
        {
            return new OneStopResult(OneStopOutcome.NotAllowed);
        }

        DateTimeOffset now = _clock.GetUtcNow();
        PortalApplication draft = new()
        {
            Id = new PortalApplicationId(Guid.CreateVersion7(now)), Procedure = procedure, State = ApplicationState.Draft,
            Fields = [.. form.Fields.Select(field => new FilledField { Field = field.Id })], Prefills = Prefilling.Plan(form, now),
        };
        await _rows.TryAppendAsync(account.ToBytes(), draft.Id.ToBytes(), ApplicationEncoding.Write(draft), cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(account, draft.Id, (form, application) => _prefilling.FillAsync(account, form, application, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Shows an application, and takes in what was answered since.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="id">The application.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The application.</returns>
    public ValueTask<OneStopResult> RefreshAsync(PortalCaller caller, PortalApplicationId id, CancellationToken cancellationToken = default) =>
        StepAsync(caller, id, account => (form, application) => _prefilling.FillAsync(account, form, application, cancellationToken), cancellationToken);

    /// <summary>Fills or changes a field.</summary>
    /// <param name="caller">Who fills it.</param>
    /// <param name="id">The application, a draft.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value; empty to clear it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The application.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public ValueTask<OneStopResult> EditAsync(PortalCaller caller, PortalApplicationId id, ItemId field, string value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        return StepAsync(caller, id, _ => (_, application) => ValueTask.FromResult(Edit(application, field, value)), cancellationToken);
    }

    /// <summary>Confirms an application; from then on it does not change.</summary>
    /// <param name="caller">Who confirms.</param>
    /// <param name="id">The application, a draft whose required fields are filled. Again does no harm.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The application.</returns>
    public ValueTask<OneStopResult> ConfirmAsync(PortalCaller caller, PortalApplicationId id, CancellationToken cancellationToken = default) =>
        StepAsync(caller, id, _ => (form, application) => ValueTask.FromResult(Confirm(form, application, !caller.Delegation.IsEmpty)), cancellationToken);

    /// <summary>Sends a confirmed application to each body that has not answered finally.</summary>
    /// <param name="caller">Who sends.</param>
    /// <param name="id">The application. Again, after a crash or for bodies that did not answer, goes on.</param>
    /// <param name="cancellationToken">Gives up; send again.</param>
    /// <returns>The application with what each body said.</returns>
    public ValueTask<OneStopResult> SubmitAsync(PortalCaller caller, PortalApplicationId id, CancellationToken cancellationToken = default) =>
        StepAsync(caller, id, account => (form, application) => _submitting.SendAsync(account, form, application, cancellationToken), cancellationToken);

    /// <summary>A person's applications, for the person alone; a delegate works on the ones it knows.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="from">The number of the first that is wanted, from zero.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In the order in which they were started; none when the caller is a delegate or has no account in use.</returns>
    public async ValueTask<IReadOnlyList<PortalApplication>> ListAsync(PortalCaller caller, int from, int most, CancellationToken cancellationToken = default)
    {
        AddresseeNumber account = await _access.EnterOwnAsync(caller, PortalFunction.OneStop, cancellationToken).ConfigureAwait(false);
        List<PortalApplication> found = [];
        while (!account.IsEmpty && found.Count < most && await _rows.FindAsync(account.ToBytes(), from + found.Count, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            found.Add(ApplicationEncoding.Read(entry.Content));
        }

        return found;
    }

    /// <summary>Lets the caller in for the application's own procedure. Who is refused does not learn whether there is such an application.</summary>
    private async ValueTask<OneStopResult> StepAsync(
        PortalCaller caller, PortalApplicationId id, Func<AddresseeNumber, Func<ProcedureDescription, PortalApplication, ValueTask<OneStopResult>>> step, CancellationToken cancellationToken)
    {
        AddresseeNumber principal = await _access.PrincipalOfAsync(caller, cancellationToken).ConfigureAwait(false);
        NumberedRow? entry = principal.IsEmpty ? null : await _rows.FindAsync(principal.ToBytes(), id.ToBytes(), cancellationToken).ConfigureAwait(false);
        if (entry is null)
        {
            return new OneStopResult(principal.IsEmpty || !caller.Delegation.IsEmpty ? OneStopOutcome.NotAllowed : OneStopOutcome.Unknown);
        }

        AddresseeNumber account = await _access.EnterAsync(caller, PortalFunction.OneStop, ApplicationEncoding.Read(entry.Content).Procedure, cancellationToken).ConfigureAwait(false);
        return account.IsEmpty ? new OneStopResult(OneStopOutcome.NotAllowed) : await ChangeAsync(account, id, step(account), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<OneStopResult> ChangeAsync(
        AddresseeNumber account, PortalApplicationId id, Func<ProcedureDescription, PortalApplication, ValueTask<OneStopResult>> step, CancellationToken cancellationToken)
    {
        while (true)
        {
            NumberedRow entry = (await _rows.FindAsync(account.ToBytes(), id.ToBytes(), cancellationToken).ConfigureAwait(false))!;
            PortalApplication before = ApplicationEncoding.Read(entry.Content);
            if (!_catalogue.TryFind(before.Procedure, out ProcedureDescription? form))
            {
                return new OneStopResult(OneStopOutcome.UnknownProcedure, before);
            }

            OneStopResult result = await step(form, before).ConfigureAwait(false);
            byte[] after = result.Application is null ? entry.Content : ApplicationEncoding.Write(result.Application);
            if (result.Outcome != OneStopOutcome.Done || after.AsSpan().SequenceEqual(entry.Content)
                || await _rows.TryChangeAsync(account.ToBytes(), entry, after, cancellationToken).ConfigureAwait(false))
            {
                return result;
            }
        }
    }

    private static OneStopResult Edit(PortalApplication application, ItemId field, string value)
    {
        int place = application.Fields.Select(filled => filled.Field).ToImmutableArray().IndexOf(field);
        if (application.State != ApplicationState.Draft || place < 0 || value.Length > FilledField.LongestValue)
        {
            return new OneStopResult(application.State != ApplicationState.Draft ? OneStopOutcome.WrongState : OneStopOutcome.WrongField, application);
        }

        FilledField old = application.Fields[place];
        FieldOrigin origin = old.Origin is FieldOrigin.Prefilled or FieldOrigin.Changed
            ? (value == old.Value ? old.Origin : FieldOrigin.Changed)
            : value.Length == 0 ? FieldOrigin.Empty : FieldOrigin.Entered;
        return new OneStopResult(OneStopOutcome.Done, application with { Fields = application.Fields.SetItem(place, old with { Value = value, Origin = origin }) });
    }

    private OneStopResult Confirm(ProcedureDescription form, PortalApplication application, bool isByDelegate)
    {
        if (application.State != ApplicationState.Draft)
        {
            return new OneStopResult(OneStopOutcome.Done, application);
        }

        if (form.Fields.Any(field => field.IsRequired && !application.Fields.Any(filled => filled.Field == field.Id && filled.Value.Length > 0)))
        {
            return new OneStopResult(OneStopOutcome.Incomplete, application);
        }

        DateTimeOffset now = ValidPeriod.ToMilliseconds(_clock.GetUtcNow());
        return new OneStopResult(OneStopOutcome.Done, application with
        {
            State = ApplicationState.Confirmed, ConfirmedAt = now, IsByDelegate = isByDelegate,
            Submissions = [.. form.Receivers.Select(receiver => new Submission(receiver.Body, new DeliveryAnswer(DeliveryId.Create(now), DeliveryOutcome.Waiting)))],
        });
    }
}
