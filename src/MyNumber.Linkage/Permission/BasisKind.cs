namespace MyNumber.Linkage.Permission;

/// <summary>What sort of norm allows a provision.</summary>
public enum BasisKind
{
    /// <summary>Not said; the value of <see langword="default"/>, with which no rule is taken.</summary>
    Unspecified = 0,

    /// <summary>A law and the order under it (番号法 19条8号 and others).</summary>
    Statute = 1,

    /// <summary>An ordinance of a local body (条例; 番号法 19条9号, 9条2項, and 19条11号 between its organs).</summary>
    Ordinance = 2,
}
