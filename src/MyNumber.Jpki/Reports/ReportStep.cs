using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Reports;

/// <summary>One step of a verification as a report tells it.</summary>
/// <param name="Step">The step.</param>
/// <param name="State">What came of it.</param>
public sealed record ReportStep(VerificationStep Step, ReportStepState State);
