using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>The notice that a record was corrected (訂正の通知; 番号法31条), to the Prime Minister (the core) and to the other party named in the record.</summary>
/// <remarks>The receiver appends <see cref="Correction"/> to its own log, so that all three hold the same records again.</remarks>
/// <param name="From">Who corrected.</param>
/// <param name="To">Who is notified.</param>
/// <param name="Corrected">The commitment of the record that was corrected.</param>
/// <param name="Correction">The record that stands instead.</param>
public sealed record CorrectionNotice(LogOwner From, LogOwner To, Digest Corrected, SaltedRecord Correction);
