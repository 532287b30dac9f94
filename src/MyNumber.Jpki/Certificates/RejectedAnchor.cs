namespace MyNumber.Jpki.Certificates;

/// <summary>A certificate that was not taken.</summary>
/// <param name="Label">The file's label.</param>
/// <param name="Index">Which certificate of the file, from 0.</param>
/// <param name="Fault">Why.</param>
public sealed record RejectedAnchor(string Label, int Index, TrustAnchorFault Fault);
