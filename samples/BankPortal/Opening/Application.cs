using MyNumber.Jpki.Reports;
using MyNumber.Numbering.People;

namespace BankPortal.Opening;

/// <summary>申込み: an application that came in, whatever became of it.</summary>
internal sealed class Application(string receipt, OpenForm form, DateTimeOffset receivedAt)
{
    public string Receipt { get; } = receipt;

    /// <summary>What the customer wrote. Personal.</summary>
    public OpenForm Form { get; } = form;

    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    public ApplicationState State { get; set; } = ApplicationState.Received;

    /// <summary>Whether a clerk may open it.</summary>
    public bool IsOpenToClerks => State is ApplicationState.WithClerk or ApplicationState.BrokenOff;

    /// <summary>The report of the verification, without the holder; <see langword="null"/> when nothing came to be verified.</summary>
    public VerificationReport? Report { get; set; }

    /// <summary>突合; <see langword="null"/> when it did not come to that.</summary>
    public FourAttributesComparison? Comparison { get; set; }

    /// <summary>Name of the evidence in the archive; <see langword="null"/> when there is none.</summary>
    public string? EvidenceId { get; set; }

    /// <summary>Name of the evidence of the check on which a clerk opened it, or did not; <see langword="null"/> when no clerk tried.</summary>
    public string? ApprovalEvidenceId { get; set; }

    /// <summary>The signer's certificate when it was valid, for a clerk's decision. Personal.</summary>
    public ReadOnlyMemory<byte> Certificate { get; set; }

    /// <summary>The account; <see langword="null"/> unless opened.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>The clerk who decided; <see langword="null"/> as long as nothing is.</summary>
    public string? DecidedBy { get; set; }

    public override string ToString() => "Application(***)";
}
