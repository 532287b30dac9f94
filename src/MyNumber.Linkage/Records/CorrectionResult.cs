using System.Collections.Immutable;

namespace MyNumber.Linkage.Records;

/// <summary>What became of a correction.</summary>
/// <param name="Place">What became of it in the own log.</param>
/// <param name="Notices">To whom it is owed; none when it is not in the log. The same again when the call is repeated, so a sender that fell may repeat it.</param>
public sealed record CorrectionResult(RecordPlace Place, ImmutableArray<CorrectionNotice> Notices);
