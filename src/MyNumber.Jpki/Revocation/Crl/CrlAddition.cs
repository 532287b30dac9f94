namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>What became of one list: why it was refused, or the list with its scope.</summary>
/// <param name="Reason">None when it was verified.</param>
/// <param name="Scope">What it is about; the default when it was refused.</param>
/// <param name="List">The verified list; <see langword="null"/> when it was refused.</param>
internal readonly record struct CrlAddition(VerificationReason Reason, CrlScope Scope = default, CrlList? List = null);
