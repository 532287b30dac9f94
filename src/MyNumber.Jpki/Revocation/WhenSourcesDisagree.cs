namespace MyNumber.Jpki.Revocation;

/// <summary>What a sequence that asks two sources says when they differ, for example because one is a day behind.</summary>
public enum WhenSourcesDisagree
{
    /// <summary>Revoked before held before unknown before good. A hold or revocation then counts even when no second source answers.</summary>
    TakeTheWorse = 0,

    /// <summary>Undetermined, with <see cref="VerificationReason.StatusSourcesDisagree"/>.</summary>
    Undetermined,
}
