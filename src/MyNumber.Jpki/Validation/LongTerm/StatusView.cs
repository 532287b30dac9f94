using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>What archived answers together say of one instant.</summary>
/// <param name="State">Good, held or revoked; Unreachable when they say nothing of it, Unknown when they contradict each other.</param>
/// <param name="Deciding">The answer that decided.</param>
internal readonly record struct StatusView(RevocationState State, RevocationEvidence? Deciding)
{
    /// <summary>
    /// Judges answers whose signatures hold. A revocation is for ever, so each that began by the instant counts, whenever it was learnt. An answer reaches the instant when the
    /// instant is in its window; a later one, of the certificate's lifetime, reaches back only where a hold is never lifted, as with cards.
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

        RevocationEvidence? good = answers.FirstOrDefault(answer => IsFree(answer, at) && HasInWindow(answer, at))
            ?? answers.FirstOrDefault(answer => holdIsNeverLifted && IsFree(answer, at) && answer.ThisUpdate >= at && SpeaksOf(answer, notAfter));
        bool contradicted = answers.Any(answer => answer.State == RevocationState.Unknown);
        return good is null ? default : contradicted ? new(RevocationState.Unknown, null) : new(RevocationState.Good, good);
    }

    private static bool IsFree(RevocationEvidence answer, DateTimeOffset at) =>
        answer.State == RevocationState.Good || (answer.State is RevocationState.Held or RevocationState.Revoked && answer.Since > at);

    private static bool HasInWindow(RevocationEvidence answer, DateTimeOffset at) =>
        answer.ThisUpdate <= at && answer.NextUpdate is { } next && at <= next;

    // RFC 5280 §3.3, pitfall P16: lists and responders forget expired certificates, so their silence after the end proves nothing. An entry still does.
    private static bool SpeaksOf(RevocationEvidence answer, DateTimeOffset notAfter) =>
        answer.State != RevocationState.Good || answer.ThisUpdate <= notAfter;
}
