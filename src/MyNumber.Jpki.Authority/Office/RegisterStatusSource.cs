using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Office;

/// <summary>The authority's own statuses as a verifier's source: the office asks no responder about certificates of its own house.</summary>
/// <remarks>Thread safe. Evidence says that it came from a list, the form that fits: what the register's memory
/// has, with no end. The latest status counts, also one that a process with a clock ahead stamped with a second to come.</remarks>
public sealed class RegisterStatusSource : IRevocationSource
{
    private readonly ICertificateStatuses _statuses;
    private readonly TimeProvider _clock;

    /// <summary>Asks a register.</summary>
    /// <param name="statuses">The statuses.</param>
    /// <param name="clock">The clock.</param>
    public RegisterStatusSource(ICertificateStatuses statuses, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(statuses);
        ArgumentNullException.ThrowIfNull(clock);
        _statuses = statuses;
        _clock = clock;
    }

    /// <inheritdoc/>
    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        cancellationToken.ThrowIfCancellationRequested();
        DateTimeOffset now = _clock.GetUtcNow();
        return ValueTask.FromResult(_statuses.FindAt(path.Certificate.Identity, DateTimeOffset.MaxValue) switch
        {
            null => RevocationEvidence.Unknown(RevocationMethod.Crl),
            { State: IssuedState.Good } => RevocationEvidence.Good(RevocationMethod.Crl, now, null),
            { } status => RevocationEvidence.HeldOrRevoked(RevocationMethod.Crl, status.Reason, status.Since, now, null),
        });
    }
}
