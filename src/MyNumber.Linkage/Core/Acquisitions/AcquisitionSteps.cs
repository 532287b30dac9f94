namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>Which state follows which. What is not here does not happen.</summary>
public static class AcquisitionSteps
{
    private static readonly HashSet<(AcquisitionState From, AcquisitionState To)> _steps =
    [
        (AcquisitionState.Draft, AcquisitionState.Sent),
        (AcquisitionState.Draft, AcquisitionState.Erased),
        (AcquisitionState.Sent, AcquisitionState.ResidentCodeForwarded),
        (AcquisitionState.Sent, AcquisitionState.NonResident),
        (AcquisitionState.Sent, AcquisitionState.NotFound),
        (AcquisitionState.Sent, AcquisitionState.Mismatch),
        (AcquisitionState.Sent, AcquisitionState.Rejected),
        (AcquisitionState.NonResident, AcquisitionState.ResidentCodeForwarded),
        (AcquisitionState.NonResident, AcquisitionState.Rejected),
        (AcquisitionState.NonResident, AcquisitionState.Erased),
        (AcquisitionState.ResidentCodeForwarded, AcquisitionState.Generated),
        (AcquisitionState.ResidentCodeForwarded, AcquisitionState.Rejected),
        (AcquisitionState.Generated, AcquisitionState.Delivered),
        (AcquisitionState.Delivered, AcquisitionState.Erased),
        (AcquisitionState.NotFound, AcquisitionState.Erased),
        (AcquisitionState.Mismatch, AcquisitionState.Erased),
        (AcquisitionState.Rejected, AcquisitionState.Erased),
    ];

    /// <summary>Whether a step is one.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <returns>The answer.</returns>
    public static bool Allows(AcquisitionState from, AcquisitionState to) => _steps.Contains((from, to));
}
