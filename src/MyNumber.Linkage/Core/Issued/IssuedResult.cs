namespace MyNumber.Linkage.Core.Issued;

/// <summary>The answer to recording or changing codes: all, or none and the first that ran into a key.</summary>
/// <param name="Conflict">The key; none when all are written.</param>
/// <param name="Index">The place of the one that ran into it, from 0.</param>
public readonly record struct IssuedResult(IssuedConflict Conflict, int Index = 0);
