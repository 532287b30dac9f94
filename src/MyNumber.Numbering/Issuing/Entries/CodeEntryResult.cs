namespace MyNumber.Numbering.Issuing.Entries;

/// <summary>The answer to writing a resident record code.</summary>
/// <remarks>Immutable. No digit is in <see cref="ToString"/>.</remarks>
public readonly struct CodeEntryResult
{
    internal CodeEntryResult(CodeEntryOutcome outcome, ResidentRecordCode code = default)
    {
        Outcome = outcome;
        Code = code;
    }

    /// <summary>What became of it.</summary>
    public CodeEntryOutcome Outcome { get; }

    /// <summary>The code that stands for the person now, or empty when none does or another's was named.</summary>
    public ResidentRecordCode Code { get; }

    /// <summary>The outcome; no digit.</summary>
    /// <returns>One word.</returns>
    public override string ToString() => Outcome.ToString();
}
