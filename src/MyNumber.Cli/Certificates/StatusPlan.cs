using MyNumber.Jpki.Revocation;

namespace MyNumber.Cli.Certificates;

/// <summary>The sources of status as the command line names them.</summary>
internal sealed record StatusPlan(bool IsNotAsking, IReadOnlyList<string> Lists, Uri? Ocsp, string? Stapled, DateTimeOffset? At, RevocationSequencePolicy Policy)
{
    /// <summary>The clock of the judgement.</summary>
    public TimeProvider ClockOver(TimeProvider clock) => At is { } instant ? new FixedClock(instant) : clock;
}
