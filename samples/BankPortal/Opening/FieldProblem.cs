namespace BankPortal.Opening;

/// <summary>A field that has to be mended, and how.</summary>
internal sealed record FieldProblem(string Field, string Message);
