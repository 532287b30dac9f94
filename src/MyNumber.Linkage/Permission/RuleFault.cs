namespace MyNumber.Linkage.Permission;

/// <summary>Why a rule is not taken into a matrix.</summary>
public enum RuleFault
{
    /// <summary>Nothing is wrong; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>An id, a class, the basis or the period is missing.</summary>
    Incomplete = 1,

    /// <summary>There is no item, an empty one, or more than <see cref="PermissionMatrix.MostItems"/>.</summary>
    Items = 2,

    /// <summary>The basis has no text, is an ordinance without a body, or a law with one.</summary>
    Basis = 3,

    /// <summary>A rule between organs of one body does not rest on an ordinance of that body.</summary>
    WithinBodyNeedsOrdinance = 4,

    /// <summary>Another rule of the same name stands before it.</summary>
    DuplicateId = 5,

    /// <summary>In a file: not an object of the expected members, or a member of another type.</summary>
    Shape = 6,

    /// <summary>In a file: an id, number, name of a kind, route or purpose, or a time that is none.</summary>
    Value = 7,

    /// <summary>The file is no JSON of the expected outer shape, is too long, or has too many rules.</summary>
    File = 8,
}
