using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Designation;

/// <summary>What a request must be, and what it may not ask for.</summary>
internal static class RequestRules
{
    public static bool IsComplete(GenerationRequest request) =>
        request.Id != Guid.Empty && !request.Code.IsEmpty && !request.Municipality.IsEmpty && Enum.IsDefined(request.Reason)
        && request.Reason != IssueReason.None && IsChange(request.Reason) != request.Replaces.IsEmpty
        && request.FormerCodes is { Count: <= IssueRules.MostFormerCodes } && !request.FormerCodes.Any(code => code.IsEmpty);

    /// <summary>The former codes that a first issue takes for itself; a change takes none, because the number that it replaces is unique.</summary>
    public static IReadOnlyList<ResidentRecordCode> FormerCodesTaken(GenerationRequest request) =>
        IsChange(request.Reason) ? [] : [.. request.FormerCodes.Distinct().Where(code => code != request.Code)];

    public static bool IsOf(GenerationRequest request, in NumberIssue issue) =>
        issue.Code == request.Code && issue.Reason == request.Reason && issue.Replaces == request.Replaces && issue.Municipality == request.Municipality;

    public static async ValueTask<GenerationRefusal> RefusalAsync(INumberRegister register, GenerationRequest request, CancellationToken cancellationToken)
    {
        ResidentRecordCode[] codes = [request.Code, .. request.FormerCodes];
        if (!IsChange(request.Reason))
        {
            foreach (ResidentRecordCode code in codes)
            {
                if ((await register.HistoryAsync(code, cancellationToken).ConfigureAwait(false)).Count > 0)
                {
                    return GenerationRefusal.AlreadyNumbered;
                }
            }

            return GenerationRefusal.None;
        }

        if (await register.FindByNumberAsync(request.Replaces, cancellationToken).ConfigureAwait(false) is not { } replaced)
        {
            return GenerationRefusal.NeverIssued;
        }

        return !codes.Contains(replaced.Code) ? GenerationRefusal.OtherPersons
            : await register.FindReplacementAsync(request.Replaces, cancellationToken).ConfigureAwait(false) is not null ? GenerationRefusal.AlreadyReplaced
            : GenerationRefusal.None;
    }

    private static bool IsChange(IssueReason reason) => reason is IssueReason.LeakByRequest or IssueReason.LeakExOfficio;
}
