using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Services;

/// <summary>Re-checks stored certificates (現況確認): still good, held, revoked and why, or expired.</summary>
/// <remarks>
/// <para>Period and path are checked first, so an expired certificate costs no question to the status source, which would not know. A hold is refused and
/// never taken for a revocation; an answer that is undetermined changes nothing.</para>
/// <para>Immutable and thread safe; one monitor for each purpose of certificate.</para>
/// </remarks>
public sealed class StatusMonitor
{
    private readonly CertificateValidator _certificates;

    /// <summary>Re-checks with a validator.</summary>
    /// <param name="certificates">Anchors, status source and clock of the kind of certificate that is stored.</param>
    public StatusMonitor(CertificateValidator certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        _certificates = certificates;
    }

    /// <summary>Re-checks one certificate now.</summary>
    /// <param name="certificate">The stored certificate, DER.</param>
    /// <param name="purpose">Why it is asked; recorded in the answer.</param>
    /// <param name="cancellationToken">Ends the wait for the status source.</param>
    /// <returns>The answer; nothing that the bytes or the network do throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<StatusCheck> CheckAsync(ReadOnlyMemory<byte> certificate, StatusCheckPurpose purpose, CancellationToken cancellationToken = default)
    {
        DateTimeOffset at = _certificates.Clock.GetUtcNow();
        return new StatusCheck(purpose, at, await _certificates.ValidateAsync(certificate, cancellationToken).ConfigureAwait(false));
    }
}
