namespace MyNumber.Jpki.Revocation.Crl.Download;

/// <summary>What became of one address in one round.</summary>
/// <param name="Address">The address.</param>
/// <param name="State">What became of it.</param>
/// <param name="At">When, by the downloader's clock.</param>
public sealed record CrlDownloadOutcome(Uri Address, CrlDownloadState State, DateTimeOffset At)
{
    /// <summary>Why a list was refused; None in every other state.</summary>
    public VerificationReason Reason { get; init; }

    /// <summary>The HTTP status, when one came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Whether the list that was taken is in the folder too; <see langword="false"/> also without a folder.</summary>
    public bool IsSaved { get; init; }

    /// <summary>How many times in a row this address has failed, this time counted in.</summary>
    public int Failures { get; init; }

    /// <summary>When it will be asked again by <see cref="CrlDownloader.RunAsync"/>.</summary>
    public DateTimeOffset Due { get; init; }
}
