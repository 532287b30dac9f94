using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Addressees;

/// <summary>The answer of an addressee book. No individual number is in it.</summary>
/// <param name="Outcome">What was done, or why nothing was.</param>
/// <param name="Addressee">The addressee that the person has here; empty when there is none to name.</param>
public readonly record struct AddresseeResult(AddresseeOutcome Outcome, AddresseeNumber Addressee = default);
