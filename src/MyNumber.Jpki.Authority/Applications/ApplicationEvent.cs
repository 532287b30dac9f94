using MyNumber.Jpki.Revocation;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Applications;

/// <summary>One line of an application's history (監査履歴): a step that was taken or refused.</summary>
/// <param name="Id">Application ID.</param>
/// <param name="At">When, whole seconds.</param>
/// <param name="Step">The step.</param>
/// <param name="Refusal"><see cref="OfficeRefusal.None"/> when it was done.</param>
/// <param name="Reason">The reason with which certificates were revoked or held; <see langword="null"/> when none was.</param>
public sealed record ApplicationEvent(ApplicationId Id, DateTimeOffset At, OfficeStep Step, OfficeRefusal Refusal, RevocationReason? Reason)
{
    /// <summary>Step and outcome; the ID is not in it.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"ApplicationEvent({Step}, {Refusal})";
}
