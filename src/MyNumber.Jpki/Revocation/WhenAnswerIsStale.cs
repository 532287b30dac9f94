namespace MyNumber.Jpki.Revocation;

/// <summary>What a sequence does when a source has only an answer that is too old.</summary>
public enum WhenAnswerIsStale
{
    /// <summary>The next source is asked.</summary>
    AskNext = 0,

    /// <summary>The search ends undetermined, so that somebody looks why the source stands still.</summary>
    GiveUp,
}
