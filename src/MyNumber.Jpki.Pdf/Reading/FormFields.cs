namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>What a form has: its signature fields, the whole names of all fields and of their parents, and those that more than one of them gave itself.</summary>
internal sealed record FormFields(IReadOnlyList<SignatureField> Signatures, IReadOnlySet<string> Names, IReadOnlySet<string> Repeated);
