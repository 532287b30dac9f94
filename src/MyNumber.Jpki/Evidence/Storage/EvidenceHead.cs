namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>Where the journal stood at a moment: how many lines, and the hash of the last, which is over all before it. To be kept elsewhere, best under a timestamp.</summary>
/// <param name="Lines">How many lines the journal had.</param>
/// <param name="Sha256">The hash of the last of them, 64 hexadecimal digits; zeros for no lines. No personal data.</param>
public readonly record struct EvidenceHead(long Lines, string Sha256);
