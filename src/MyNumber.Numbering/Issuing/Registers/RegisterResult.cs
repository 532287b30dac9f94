namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>What became of a batch: all of it was written, or nothing.</summary>
/// <remarks>Immutable. <see langword="default"/> is written.</remarks>
public readonly struct RegisterResult
{
    internal RegisterResult(RegisterConflict conflict, int index)
    {
        Conflict = conflict;
        Index = index;
    }

    /// <summary>Whether the batch is in the register.</summary>
    public bool IsWritten => Conflict == RegisterConflict.None;

    /// <summary>The first key that the batch ran into.</summary>
    public RegisterConflict Conflict { get; }

    /// <summary>Which issue of the batch ran into it; -1 for a checkpoint, 0 when written.</summary>
    public int Index { get; }

    /// <summary>The conflict and its place.</summary>
    /// <returns>Such as <c>Number at 3</c>.</returns>
    public override string ToString() => IsWritten ? "Written" : FormattableString.Invariant($"{Conflict} at {Index}");
}
