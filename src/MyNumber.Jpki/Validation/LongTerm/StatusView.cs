using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>What archived answers together say of one instant.</summary>
/// <param name="State">Good, held or revoked; Unreachable when they say nothing of it, Unknown when they contradict each other.</param>
/// <param name="Deciding">The answer that decided.</param>
internal readonly record struct StatusView(RevocationState State, RevocationEvidence? Deciding)
{
    /// <summary>
    /// Judges answers whose signatures hold. A revocation is for ever, so each that began by the instant counts, whenever it was learnt. An answer reaches the instant when the
    /// instant is in its window and nothing newer of that time speaks against it; a later one, of the certificate's lifetime, reaches back only where a hold is never lifted, as with
    /// cards. A later revocation never does: a hold may stand before it, of which lists keep no trace.
    /// </summary>
    public static StatusView Of(IReadOnlyList<RevocationEvidence> answers, DateTimeOffset at, DateTimeOffset notAfter, bool holdIsNeverLifted)
    {
        RevocationEvidence? revoked = answers.FirstOrDefault(answer => answer.State == RevocationState.Revoked && answer.Since <= at);
        RevocationEvidence? held = answers.FirstOrDefault(answer => answer.State == RevocationState.Held && answer.Since <= at
            && (holdIsNeverLifted || answer.ThisUpdate >= at || HasInWindow(answer, at)));
        if ((revoked ?? held) is { } against)
        {
            return new(against.State, against);
        }

        RevocationEvidence? good = answers.FirstOrDefault(answer => IsGoodInWindow(answer, at) && !answers.Any(other => SpeaksAgainst(other, answer, at)))
            ?? answers.FirstOrDefault(answer => holdIsNeverLifted && answer.ThisUpdate >= at && ReachesBack(answer, at, notAfter));
        bool contradicted = answers.Any(answer => answer.State == RevocationState.Unknown);
        return good is null ? default : contradicted ? new(RevocationState.Unknown, null) : new(RevocationState.Good, good);
    }

    private static bool IsGoodInWindow(RevocationEvidence answer, DateTimeOffset at) => answer.State == RevocationState.Good && HasInWindow(answer, at);

    private static bool SpeaksAgainst(RevocationEvidence other, RevocationEvidence good, DateTimeOffset at) =>
        other.State is RevocationState.Held or RevocationState.Revoked && other.ThisUpdate >= good.ThisUpdate && other.ThisUpdate <= at;

    private static bool HasInWindow(RevocationEvidence answer, DateTimeOffset at) =>
        answer.ThisUpdate <= at && answer.NextUpdate is { } next && at <= next;

    // RFC 5280 §3.3, pitfall P16: lists and responders forget expired certificates, so their silence after the end proves nothing. An entry still does.
    private static bool ReachesBack(RevocationEvidence answer, DateTimeOffset at, DateTimeOffset notAfter) =>
        answer.State == RevocationState.Good ? answer.ThisUpdate <= notAfter : answer.State == RevocationState.Held && answer.Since > at;
}
