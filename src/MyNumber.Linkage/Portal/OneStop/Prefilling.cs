using System.Collections.Immutable;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Portal.SelfInformation;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>Fills a draft from self-information: one question for each body and set, under a number that the draft keeps.</summary>
internal sealed class Prefilling(SelfInformationDesk own)
{
    public static ImmutableArray<Prefill> Plan(ProcedureDescription form, DateTimeOffset now) =>
        [.. Sources(form).Select(source => (source.Provider, source.Set)).Distinct().Select(asked => new Prefill(asked.Provider, asked.Set, InquiryId.Create(now), false, default))];

    /// <summary>Sends what was not sent, collects what was, and fills what nobody filled yet.</summary>
    public async ValueTask<OneStopResult> FillAsync(AddresseeNumber account, ProcedureDescription form, PortalApplication application, CancellationToken cancellationToken)
    {
        if (application.State != ApplicationState.Draft)
        {
            return new OneStopResult(OneStopOutcome.Done, application);
        }

        foreach (Prefill prefill in application.Prefills.Where(prefill => !prefill.IsOver))
        {
            InquiryResult result = await AskAsync(account, form, prefill, cancellationToken).ConfigureAwait(false);
            if (result.Outcome is { } outcome)
            {
                application = application with
                {
                    Prefills = application.Prefills.Replace(prefill, prefill with { IsOver = true, Outcome = outcome }),
                    Fields = result.Payload is { } payload ? [.. application.Fields.Select(field => Fill(field, form, prefill, payload, result.AsOf))] : application.Fields,
                };
            }
        }

        return new OneStopResult(OneStopOutcome.Done, application);
    }

    private static IEnumerable<PrefillSource> Sources(ProcedureDescription form) => form.Fields.Select(field => field.Source).OfType<PrefillSource>();

    private async ValueTask<InquiryResult> AskAsync(AddresseeNumber account, ProcedureDescription form, Prefill prefill, CancellationToken cancellationToken)
    {
        SelfInformationOrder order = new()
        {
            Provider = prefill.Provider, Procedure = form.Prefill, ItemSet = prefill.Set,
            Items = [.. Sources(form).Where(source => (source.Provider, source.Set) == (prefill.Provider, prefill.Set)).Select(source => source.Item).Distinct().Order()],
        };
        InquiryResult known = await own.CollectForAsync(account, prefill.Inquiry, order, cancellationToken).ConfigureAwait(false);
        return known.State == InquiryState.Unknown ? await own.AskForAsync(account, prefill.Inquiry, order, cancellationToken).ConfigureAwait(false) : known;
    }

    private static FilledField Fill(FilledField field, ProcedureDescription form, Prefill prefill, ItemSetPayload payload, DateTimeOffset? asOf)
    {
        PrefillSource? source = form.Fields.First(formField => formField.Id == field.Field).Source;
        string? value = source is not null && (source.Provider, source.Set) == (prefill.Provider, prefill.Set) ? payload.Items.FirstOrDefault(item => item.Id == source.Item).Value : null;
        return value is not { Length: > 0 and <= FilledField.LongestValue } || field.Origin != FieldOrigin.Empty
            ? field
            : field with { Value = value, Origin = FieldOrigin.Prefilled, Provider = prefill.Provider, AsOf = asOf };
    }
}
