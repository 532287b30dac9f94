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

    /// <summary>Under which hashes of the CertID <see cref="OcspResponder.PresignAsync"/> signs ahead.</summary>
    public OcspPresignedHashes PresignedHashes { get; init; } = OcspPresignedHashes.Both;

    /// <summary>Most answers kept for one tick, of two ticks at a time; 0 to 4,194,304. Each takes about 2 KB; what is beyond is signed whenever it is asked for. Off with 0.</summary>
    public int MaximumPresigned { get; init; } = 32768;

    /// <summary>The tick in which an instant lies.</summary>
    internal DateTimeOffset TickOf(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % Tick.Ticks), TimeSpan.Zero);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumRequestBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumRequestBytes, 1 << 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumCertificates, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Tick, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Tick, TimeSpan.FromDays(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumPresigned, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumPresigned, 1 << 22);
    }
}
