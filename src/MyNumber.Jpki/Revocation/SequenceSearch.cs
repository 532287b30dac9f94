namespace MyNumber.Jpki.Revocation;

/// <summary>One run through a sequence: takes answers until one ends the search, and tells which of them counts.</summary>
internal sealed class SequenceSearch(RevocationSequencePolicy policy, DateTimeOffset now)
{
    private readonly List<RevocationEvidence> _answers = [];

    /// <summary>Takes the next answer.</summary>
    /// <returns>Whether the search ends.</returns>
    public bool Take(RevocationEvidence answer)
    {
        _answers.Add(answer);
        return policy.EndsSearch(answer) && policy.WhichAnswerCounts switch
        {
            WhichAnswerCounts.Freshest => !IsDecisive(answer) || IsForEver(answer) || answer.AgeAt(now) <= policy.FreshEnough,
            WhichAnswerCounts.TwoThatAgree => !IsProper(answer) || _answers.Count(IsWitness) >= 2,
            _ => true,
        };
    }

    public RevocationEvidence Outcome() => policy.WhichAnswerCounts switch
    {
        WhichAnswerCounts.Freshest => Freshest(),
        WhichAnswerCounts.TwoThatAgree => Agreed(),
        _ => First(),
    };

    private static bool IsDecisive(RevocationEvidence answer) => answer.State > RevocationState.Unknown;

    // A hold may be lifted, a revocation never: a source that says good later has not heard of it yet.
    private static bool IsForEver(RevocationEvidence answer) => answer.State == RevocationState.Revoked;

    private static bool IsProper(RevocationEvidence answer) => answer.State != RevocationState.Unreachable;

    private bool IsWitness(RevocationEvidence answer) => IsProper(answer) && policy.EndsSearch(answer);

    // An unknown before a failure, and the earlier source's before the later one's.
    private RevocationEvidence First() => policy.EndsSearch(_answers[^1]) ? _answers[^1] : _answers.Find(IsProper) ?? _answers[0];

    private RevocationEvidence Freshest() =>
        IsForEver(_answers[^1]) || (policy.EndsSearch(_answers[^1]) && !IsDecisive(_answers[^1]))
            ? _answers[^1]
            : _answers.Where(IsDecisive).MaxBy(answer => (answer.ThisUpdate ?? DateTimeOffset.MinValue, Badness(answer))) ?? First();

    private RevocationEvidence Agreed()
    {
        List<RevocationEvidence> witnesses = _answers.FindAll(IsWitness);
        bool isGivenUp = policy.EndsSearch(_answers[^1]) && !IsProper(_answers[^1]);
        if (isGivenUp || witnesses.Count == 0)
        {
            return First();
        }

        RevocationEvidence worst = witnesses.MaxBy(Badness)!;
        bool takesWorse = policy.WhenSourcesDisagree == WhenSourcesDisagree.TakeTheWorse;
        return witnesses.Count == 1
            ? (takesWorse && Badness(worst) > Badness(RevocationState.Unknown) ? worst : Undecided(VerificationReason.StatusNotConfirmed, worst))
            : takesWorse || witnesses.TrueForAll(witness => witness.State == worst.State) ? worst
            : Undecided(VerificationReason.StatusSourcesDisagree, worst);
    }

    private static RevocationEvidence Undecided(VerificationReason reason, RevocationEvidence from) => RevocationEvidence.Unreachable(reason, from.Method);

    private static int Badness(RevocationEvidence answer) => Badness(answer.State);

    private static int Badness(RevocationState state) => state switch
    {
        RevocationState.Revoked => 3,
        RevocationState.Held => 2,
        RevocationState.Unknown => 1,
        _ => 0,
    };
}
