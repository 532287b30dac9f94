using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>What a correction (訂正; 番号法31条) says about the record that it corrects.</summary>
/// <param name="Number">1 for the first correction of a record, and so on.</param>
/// <param name="Corrected">The commitment of the record that this one corrects: the first record, or the correction before.</param>
public sealed record RecordCorrection(int Number, Digest Corrected);
