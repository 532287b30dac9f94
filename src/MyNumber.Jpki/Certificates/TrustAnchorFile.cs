namespace MyNumber.Jpki.Certificates;

/// <summary>A file of authority certificates as somebody hands it over.</summary>
/// <param name="Label">What to call it in a report, for example its name. It stands in texts.</param>
/// <param name="Contents">One DER certificate, or PEM with one or several.</param>
public sealed record TrustAnchorFile(string Label, ReadOnlyMemory<byte> Contents);
