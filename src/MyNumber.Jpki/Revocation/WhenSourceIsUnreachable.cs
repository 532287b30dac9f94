namespace MyNumber.Jpki.Revocation;

/// <summary>What a sequence does when a source gave no reliable answer.</summary>
public enum WhenSourceIsUnreachable
{
    /// <summary>The next source is asked.</summary>
    AskNext = 0,

    /// <summary>The search ends undetermined: nobody but this source may decide.</summary>
    GiveUp,
}
