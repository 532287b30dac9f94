using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Telemetry;

namespace MyNumber.Jpki.Validation;

/// <summary>Validates certificates of one purpose: reads, verifies the path, then asks the status source (有効性確認).</summary>
/// <remarks>Thread safe; make one for each purpose and keep it.</remarks>
public sealed class CertificateValidator
{
    private readonly PathVerifier _paths;
    private readonly IRevocationSource _status;
    private readonly TimeProvider _clock;

    /// <summary>Brings anchors, status and clock together.</summary>
    /// <param name="anchors">Pinned anchors with purpose and profiles.</param>
    /// <param name="status">Where to ask for status.</param>
    /// <param name="clock">The clock that decides what now is.</param>
    /// <param name="limits">How much work one verification may cost; <see langword="null"/> for <see cref="VerificationLimits.Strict"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of its range.</exception>
    public CertificateValidator(TrustAnchorSet anchors, IRevocationSource status, TimeProvider clock, VerificationLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        ArgumentNullException.ThrowIfNull(status);
        ArgumentNullException.ThrowIfNull(clock);
        Anchors = anchors;
        _paths = new PathVerifier(anchors);
        _status = status;
        _clock = clock;
        Limits = limits ?? VerificationLimits.Strict;
        Limits.Validate();
    }

    /// <summary>The anchors this validator believes.</summary>
    public TrustAnchorSet Anchors { get; }

    /// <summary>How much work one verification may cost, documents included.</summary>
    public VerificationLimits Limits { get; }

    internal TimeProvider Clock => _clock;

    /// <summary>Validates the bytes of a certificate now.</summary>
    /// <param name="der">One DER certificate from anywhere.</param>
    /// <param name="cancellationToken">Ends the wait for the status source.</param>
    /// <returns>The answer; nothing that the bytes or the network do throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<ValidationResult> ValidateAsync(ReadOnlyMemory<byte> der, CancellationToken cancellationToken = default)
    {
        VerificationReason reason = Read(der.Span, out JpkiCertificate? certificate);
        return certificate is null
            ? ValueTask.FromResult(Told(ValidationResult.Refused(reason, Refuse(null, _clock.GetUtcNow()))))
            : ValidateAsync(certificate, cancellationToken);
    }

    /// <summary>Validates a certificate now. Keep the object for later logins: its key is imported once.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="cancellationToken">Ends the wait for the status source.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<ValidationResult> ValidateAsync(JpkiCertificate certificate, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        VerificationReason reason = VerifyPath(certificate, now, out VerifiedPath? path);
        return path is null
            ? ValueTask.FromResult(Told(ValidationResult.Refused(reason, Refuse(certificate, now))))
            : CheckStatusAsync(path, cancellationToken);
    }

    internal VerificationReason VerifyPath(JpkiCertificate certificate, out VerifiedPath? path) => VerifyPath(certificate, _clock.GetUtcNow(), out path);

    internal VerificationReason VerifyPath(JpkiCertificate certificate, DateTimeOffset at, out VerifiedPath? path) => _paths.Verify(certificate, at, out path);

    /// <summary>What a refusal stands on.</summary>
    internal CertificateRefusal Refuse(JpkiCertificate? certificate, DateTimeOffset at) => new(certificate, _paths, at);

    private VerificationReason Read(ReadOnlySpan<byte> der, out JpkiCertificate? certificate)
    {
        certificate = null;
        return der.Length > Limits.MaximumCertificateLength ? VerificationReason.WorkLimitExceeded
            : JpkiCertificate.TryParse(der, out certificate, out CertificatePart flaw) ? VerificationReason.None
            : flaw.ToReason();
    }

    internal ValueTask<ValidationResult> CheckStatusAsync(VerifiedPath path, CancellationToken cancellationToken)
    {
        ValueTask<RevocationEvidence> answer = _status.CheckAsync(path, cancellationToken);
        return answer.IsCompletedSuccessfully
            ? ValueTask.FromResult(Told(ValidationResult.FromStatus(path, answer.Result)))
            : AwaitStatusAsync(path, answer);
    }

    private async ValueTask<ValidationResult> AwaitStatusAsync(VerifiedPath path, ValueTask<RevocationEvidence> answer) =>
        Told(ValidationResult.FromStatus(path, await answer.ConfigureAwait(false)));

    private ValidationResult Told(ValidationResult result)
    {
        JpkiTelemetry.CountVerification(result.Outcome, result.Reason);
        if (JpkiTelemetry.MeasuresStatusAge && result.Status is { } status && status.AgeAt(_clock.GetUtcNow()) is { } age)
        {
            JpkiTelemetry.RecordStatusAge(age, status.Method.ToString(), status.Origin.ToString());
        }

        return result;
    }
}
