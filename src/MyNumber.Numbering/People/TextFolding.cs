namespace MyNumber.Numbering.People;

/// <summary>One place at which two spellings differ and were folded. It says where and what, and no character of either.</summary>
/// <param name="Kinds">What was done there.</param>
/// <param name="FormPosition">The place in the form's text, counted in characters (Unicode scalar values) from 0.</param>
/// <param name="CertificatePosition">The place in the certificate's text.</param>
public readonly record struct TextFolding(FoldingKinds Kinds, int FormPosition, int CertificatePosition);
