namespace MyNumber.Jpki.Revocation;

/// <summary>How a sequence of status sources goes from one source to the next, and which answer counts: one property for each question.</summary>
/// <remarks>Immutable. The default goes on only while nobody gave a reliable answer, and takes the first.</remarks>
public sealed record RevocationSequencePolicy
{
    /// <summary>The default: the next source is asked only when none before gave a reliable answer. A genuine unknown is an answer and ends the search.</summary>
    public static RevocationSequencePolicy NextWhenUnreachable { get; } = new();

    /// <summary>The next source is asked also when one says properly that it does not know the certificate.</summary>
    public static RevocationSequencePolicy NextWhenUnreachableOrUnknown { get; } = new() { WhenSourceDoesNotKnow = WhenSourceDoesNotKnow.AskNext };

    /// <summary>What if a source cannot be reached, refuses, or its answer fails a check? Default: ask the next.</summary>
    public WhenSourceIsUnreachable WhenSourceIsUnreachable { get; init; }

    /// <summary>What if a source says properly that it does not know the certificate? Default: that is the answer.</summary>
    public WhenSourceDoesNotKnow WhenSourceDoesNotKnow { get; init; }

    /// <summary>What if a source has only an answer that is too old (<see cref="VerificationReason.StatusStale"/>)? Default: ask the next.</summary>
    public WhenAnswerIsStale WhenAnswerIsStale { get; init; }

    /// <summary>Which answer counts? Default: the first.</summary>
    public WhichAnswerCounts WhichAnswerCounts { get; init; }

    /// <summary>What if two sources disagree? Used with <see cref="WhichAnswerCounts.TwoThatAgree"/> only. Default: the worse answer counts.</summary>
    public WhenSourcesDisagree WhenSourcesDisagree { get; init; }

    /// <summary>With <see cref="WhichAnswerCounts.Freshest"/>: an answer at most this old ends the search; at least zero, default 30 minutes, two ticks of the 15-minute renewal.</summary>
    public TimeSpan FreshEnough { get; init; } = TimeSpan.FromMinutes(30);

    internal bool EndsSearch(RevocationEvidence answer) => answer.State switch
    {
        RevocationState.Unreachable when answer.Failure == VerificationReason.StatusStale => WhenAnswerIsStale == WhenAnswerIsStale.GiveUp,
        RevocationState.Unreachable => WhenSourceIsUnreachable == WhenSourceIsUnreachable.GiveUp,
        RevocationState.Unknown => WhenSourceDoesNotKnow == WhenSourceDoesNotKnow.TakeItsWord,
        _ => true,
    };

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(FreshEnough, TimeSpan.Zero);
        bool defined = Enum.IsDefined(WhenSourceIsUnreachable) && Enum.IsDefined(WhenSourceDoesNotKnow) && Enum.IsDefined(WhenAnswerIsStale)
            && Enum.IsDefined(WhichAnswerCounts) && Enum.IsDefined(WhenSourcesDisagree);
        ArgumentOutOfRangeException.ThrowIfEqual(defined, false);
    }
}
