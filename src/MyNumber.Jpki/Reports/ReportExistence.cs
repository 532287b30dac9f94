using MyNumber.Jpki.Validation.LongTerm;

namespace MyNumber.Jpki.Reports;

/// <summary>Proof of existence as it stands in the JSON.</summary>
internal sealed record ReportExistence(ExistenceProof Proof, DateTimeOffset? At);
