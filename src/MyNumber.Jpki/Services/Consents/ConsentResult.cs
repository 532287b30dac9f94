namespace MyNumber.Jpki.Services.Consents;

/// <summary>The answer about a signed consent: recorded, refused or undetermined, with the reason.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows outcome and reason.</remarks>
public sealed class ConsentResult
{
    internal ConsentResult(VerificationOutcome outcome, VerificationReason reason, Consent? consent)
    {
        Outcome = outcome;
        Reason = reason;
        Consent = consent;
    }

    /// <summary>Valid, invalid or undetermined.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason { get; }

    /// <summary>The consent as recorded; not <see langword="null"/> exactly when valid.</summary>
    public Consent? Consent { get; }

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"ConsentResult({Outcome}, {Reason})";
}
