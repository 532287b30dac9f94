namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>What a form has: its signature fields, and the whole names of all fields and of their parents.</summary>
internal sealed record FormFields(IReadOnlyList<SignatureField> Signatures, IReadOnlySet<string> Names);
