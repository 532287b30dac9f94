namespace MyNumber.Jpki.Services;

/// <summary>What the server knows of a request: which challenge it names, from where, in which session, for what, and which text it is about to carry out, if any.</summary>
internal readonly struct ChallengePlace
{
    public ChallengePlace(string challengeId, string origin, string session, StatementPurpose purpose, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(challengeId);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(session);
        ChallengeId = challengeId;
        Origin = origin;
        Session = session;
        Purpose = purpose;
        Text = text;
    }

    public string ChallengeId { get; }

    public string Origin { get; }

    public string Session { get; }

    public StatementPurpose Purpose { get; }

    public string? Text { get; }
}
