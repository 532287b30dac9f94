namespace MyNumber.Jpki.Revocation;

/// <summary>What a sequence does when a source says properly that it does not know the certificate.</summary>
public enum WhenSourceDoesNotKnow
{
    /// <summary>Unknown is the answer and ends the search.</summary>
    TakeItsWord = 0,

    /// <summary>The next source is asked; unknown stays the answer when none of them is better.</summary>
    AskNext,
}
