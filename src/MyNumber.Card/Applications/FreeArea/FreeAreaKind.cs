namespace MyNumber.Card.Applications.FreeArea;

/// <summary>On what a use of the free area rests. The numbers are the lab's own design.</summary>
public enum FreeAreaKind
{
    /// <summary>Not told; the value of <see langword="default"/>.</summary>
    Unknown = 0,

    /// <summary>A municipality's ordinance (条例).</summary>
    Ordinance = 1,

    /// <summary>An approval of the minister (主務大臣の承認).</summary>
    MinisterApproval = 2,
}
