namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Limits and timing of the responder, the project's own: the real service's are confidential.</summary>
public sealed record OcspResponderOptions
{
    /// <summary>Longest request in bytes, 1 to 1 MiB; room for 16 CertIDs and a signed request's certificate.</summary>
    public int MaximumRequestBytes { get; init; } = 8192;

    /// <summary>Most certificates that one request may ask about, at least 1.</summary>
    public int MaximumCertificates { get; init; } = 16;

    /// <summary>Distance of two updates, a second to a day: thisUpdate is the last tick, nextUpdate one tick later.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether the answer is the state as of the last tick. Off, a change shows at once though thisUpdate is the tick.</summary>
    public bool AnswersAsOfTick { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumRequestBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumRequestBytes, 1 << 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumCertificates, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Tick, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Tick, TimeSpan.FromDays(1));
    }
}
