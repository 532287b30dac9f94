namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>What every register checks of an issue before it writes.</summary>
internal static class IssueRules
{
    /// <summary>More codes than anybody bears in a lifetime; a ceiling on the keys of one issue.</summary>
    public const int MostFormerCodes = 100;

    public static void Check(ReadOnlySpan<NumberIssue> issues)
    {
        foreach (ref readonly NumberIssue issue in issues)
        {
            if (issue.Request == Guid.Empty || issue.Code.IsEmpty || issue.Number.IsEmpty || issue.Municipality.IsEmpty)
            {
                throw new ArgumentException("An issue lacks its request, code, number or municipality.", nameof(issues));
            }

            if (issue.Counter is < 0 or > 9 || issue.Reason == IssueReason.None || !Enum.IsDefined(issue.Reason))
            {
                throw new ArgumentException("An issue has a counter of more than one digit, or no reason that there is.", nameof(issues));
            }

            if (issue.Replaces == issue.Number)
            {
                throw new ArgumentException("An issue replaces its own number.", nameof(issues));
            }

            if (!AreFormerCodes(issue))
            {
                throw new ArgumentException("Former codes are of a first issue, differ from one another and from the present one, and are few.", nameof(issues));
            }

            if ((issue.RecordedAt is not null && issue.DesignatedAt is null) || (issue.DesignatedAt is not null && issue.NotifiedAt is null))
            {
                throw new ArgumentException("An issue skips a state.", nameof(issues));
            }
        }
    }

    private static bool AreFormerCodes(in NumberIssue issue)
    {
        IReadOnlyList<ResidentRecordCode> codes = issue.FormerCodes;
        return codes.Count == 0
            || (issue.Replaces.IsEmpty && codes.Count <= MostFormerCodes && !codes.Contains(issue.Code) && !codes.Any(code => code.IsEmpty) && codes.Distinct().Count() == codes.Count);
    }

    public static void Check(DesignationState to)
    {
        if (to is not (DesignationState.Notified or DesignationState.Designated or DesignationState.Recorded))
        {
            throw new ArgumentOutOfRangeException(nameof(to));
        }
    }
}
