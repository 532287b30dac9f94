using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Reports;

/// <summary>The answer about one signature in a form of another package, with how far its checks came: form, certificate, path, signature, status.</summary>
internal sealed record SignatureAnswer
{
    public required VerificationOutcome Outcome { get; init; }

    public required VerificationReason Reason { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The reason against the signature itself, whatever its timestamp says; none where only the timestamp was judged.</summary>
    public required VerificationReason OwnReason { get; init; }

    /// <summary>The certificate; <see langword="null"/> when the checks ended before it.</summary>
    public JpkiCertificate? Certificate { get; init; }

    /// <summary>Whether the certificate's path held, so that the signature was looked at.</summary>
    public bool HasPath { get; init; }

    /// <summary>The answer with status; <see langword="null"/> when the checks ended before it.</summary>
    public ValidationResult? Validation { get; init; }

    /// <summary>What came of a timestamp over it; <see langword="null"/> when none is asked for.</summary>
    public VerificationOutcome? Timestamp { get; init; }

    /// <summary>How many timestamps over it were passed over; <see langword="null"/> where none are looked for or the checks ended before it.</summary>
    public int? TimestampsNotChecked { get; init; }
}
