using System.Collections.Frozen;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Problems;

/// <summary>The rejections of this library by their codes.</summary>
internal static class KnownRejections
{
    public static FrozenDictionary<string, JpkiRejection> ByCode { get; } = ReasonTexts.All
        .Where(text => text.Reason != VerificationReason.None)
        .Select(text => JpkiRejection.For(text.Outcome, text.Reason))
        .Concat(Enum.GetValues<AgentOutcome>().Where(outcome => outcome != AgentOutcome.Given).Select(outcome => JpkiRejection.For(outcome)))
        .Concat([JpkiRejection.AnswerMalformed, JpkiRejection.LoginRequired, JpkiRejection.Busy, JpkiRejection.StoreFailed])
        .ToFrozenDictionary(rejection => rejection.Code, StringComparer.Ordinal);
}
