using System.Diagnostics;

namespace MyNumber.Jpki.Services.Surveys;

/// <summary>One row of the report: an account, the answer about its certificate, and the checkpoint behind it.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows nothing of the account.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SurveyRow
{
    internal SurveyRow(string key, StatusCheck check, SurveyCheckpoint checkpoint)
    {
        Key = key;
        Check = check;
        Checkpoint = checkpoint;
    }

    /// <summary>The bank's own reference of the account.</summary>
    public string Key { get; }

    /// <summary>The answer: advice, reason, since when, and the purpose (利用目的) for which it was asked.</summary>
    public StatusCheck Check { get; }

    /// <summary>Store this once the row has been acted upon: a later run begins behind it.</summary>
    public SurveyCheckpoint Checkpoint { get; }

    /// <summary>Whether the row asks for an act. An undetermined answer and one without change do not.</summary>
    public bool NeedsAction => Check.Advice is not (StatusAdvice.AskAgainLater or StatusAdvice.Continue);

    /// <summary>Reason and advice.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"SurveyRow({Check.Reason}, {Check.Advice})";
}
