namespace MyNumber.Linkage.Records;

/// <summary>What became of one record of a batch.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Position">The leaf's index in the log; −1 when the record is not there.</param>
public readonly record struct RecordPlace(RecordAppend Outcome, long Position)
{
    /// <summary>Whether the record is in the log.</summary>
    public bool IsKept => Outcome is RecordAppend.Written or RecordAppend.AlreadyThere;
}
