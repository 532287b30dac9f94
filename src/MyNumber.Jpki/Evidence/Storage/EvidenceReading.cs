namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>An entry as it was read, or why there is none.</summary>
/// <param name="State">What came of it.</param>
/// <param name="Entry">The entry; not <see langword="null"/> exactly when intact.</param>
public readonly record struct EvidenceReading(EvidenceReadState State, EvidenceEntry? Entry = null);
