namespace MyNumber.Jpki.Revocation.Crl.Storage;

/// <summary>What became of a list that was to be held and saved.</summary>
/// <param name="Reason">None when the store holds it now; otherwise why not.</param>
/// <param name="IsSaved">Whether its file is in the folder. No beside None: the list is held, the disk failed.</param>
public readonly record struct CrlSaving(VerificationReason Reason, bool IsSaved)
{
    internal CrlScope Scope { get; init; }
}
