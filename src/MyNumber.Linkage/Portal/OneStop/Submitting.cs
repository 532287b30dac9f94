using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>Sends a confirmed application: to each body its own fields, sealed for it, under a number that the application keeps.</summary>
internal sealed class Submitting(DeliverySender sender, AgencyId portal, OperatorId system)
{
    public async ValueTask<OneStopResult> SendAsync(AddresseeNumber account, ProcedureDescription form, PortalApplication application, CancellationToken cancellationToken)
    {
        if (application.State == ApplicationState.Draft)
        {
            return new OneStopResult(OneStopOutcome.WrongState, application);
        }

        Operator worker = new(system, portal, [form.Affair], new ValidPeriod(DateTimeOffset.UnixEpoch));
        foreach (Submission submission in application.Submissions.Where(submission => !submission.Answer.IsFinal))
        {
            DeliveryAnswer answer = await sender.SendAsync(worker, OrderOf(account, form, application, submission), cancellationToken).ConfigureAwait(false);
            Submission now = submission with { Answer = answer with { Id = submission.Answer.Id } };
            application = application with { Submissions = application.Submissions.Replace(submission, now) };
        }

        bool isOver = application.Submissions.All(submission => submission.Answer.IsFinal);
        return new OneStopResult(OneStopOutcome.Done, isOver ? application with { State = ApplicationState.Submitted } : application);
    }

    private static DeliveryOrder OrderOf(AddresseeNumber account, ProcedureDescription form, PortalApplication application, Submission submission)
    {
        FormReceiver receiver = form.Receivers.First(receiver => receiver.Body == submission.Body);
        ApplicationContent content = new()
        {
            Id = application.Id, Procedure = application.Procedure, ConfirmedAt = application.ConfirmedAt!.Value, IsByDelegate = application.IsByDelegate,
            Fields = [.. application.Fields.Where(field => receiver.Fields.Contains(field.Field))],
        };
        return new DeliveryOrder
        {
            Id = submission.Answer.Id, Kind = DeliveryKind.Application, Addressee = account, Receiver = receiver.Body, Affair = form.Affair, Procedure = form.Id,
            Content = content.ToBytes(), ExpiresAt = application.ConfirmedAt!.Value + form.Lifetime,
        };
    }
}
