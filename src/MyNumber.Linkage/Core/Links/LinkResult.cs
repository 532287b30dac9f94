namespace MyNumber.Linkage.Core.Links;

/// <summary>The answer to writing lines of the link register: all, or none and the first that ran into a key.</summary>
/// <param name="Conflict">The key; none when all are written.</param>
/// <param name="Index">The place of the line that ran into it, from 0.</param>
public readonly record struct LinkResult(LinkConflict Conflict, int Index = 0);
