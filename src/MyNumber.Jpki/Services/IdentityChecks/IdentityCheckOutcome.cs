namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>What an identity check comes to.</summary>
public enum IdentityCheckOutcome
{
    /// <summary>The table does not decide it, or a circumstance is not known. Never take it for sufficient. The value of <see langword="default"/>.</summary>
    Undetermined = 0,

    /// <summary>Sufficient.</summary>
    Sufficient = 1,

    /// <summary>Not sufficient; what is missing is told.</summary>
    Insufficient = 2,
}
