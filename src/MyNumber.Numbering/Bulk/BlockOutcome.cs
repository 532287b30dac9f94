namespace MyNumber.Numbering.Bulk;

/// <summary>Where a run of clean blocks of eight rows ended, and which rows of the next block ended it.</summary>
/// <param name="Start">First byte of the block that is not clean, or of the rest that is no whole block; this one may lie behind the buffer and past 2^31 − 1.</param>
/// <param name="Wrong">One bit per row of digits whose check digit is wrong.</param>
/// <param name="Misshapen">One bit per row with a byte that is not what its place asks for.</param>
internal readonly record struct BlockOutcome(long Start, uint Wrong, uint Misshapen)
{
    public bool IsRest => (Wrong | Misshapen) == 0;
}
