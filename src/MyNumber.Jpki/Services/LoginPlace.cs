namespace MyNumber.Jpki.Services;

/// <summary>What the server knows of a request: which challenge it names, from where, in which session, and which text it is about to carry out, if any.</summary>
internal readonly struct LoginPlace
{
    public LoginPlace(string challengeId, string origin, string session, string? text)
    {
        ArgumentNullException.ThrowIfNull(challengeId);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(session);
        ChallengeId = challengeId;
        Origin = origin;
        Session = session;
        Text = text;
    }

    public string ChallengeId { get; }

    public string Origin { get; }

    public string Session { get; }

    public string? Text { get; }
}
