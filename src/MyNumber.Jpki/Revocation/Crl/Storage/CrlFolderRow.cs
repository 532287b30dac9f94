namespace MyNumber.Jpki.Revocation.Crl.Storage;

/// <summary>What became of one file of a folder.</summary>
/// <param name="FileName">Its name without the folder.</param>
/// <param name="Reason">None when the store holds its list; StatusUnreachable when the file cannot be read; otherwise why the list was refused.</param>
public readonly record struct CrlFolderRow(string FileName, VerificationReason Reason);
