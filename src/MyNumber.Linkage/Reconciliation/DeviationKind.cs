namespace MyNumber.Linkage.Reconciliation;

/// <summary>How a party's records differ from those of the two others.</summary>
public enum DeviationKind
{
    /// <summary>It lacks a record that the others have (欠落).</summary>
    Omitted,

    /// <summary>It has another commitment under the key (改変).</summary>
    Altered,

    /// <summary>It has a record that the others lack, or one twice (挿入).</summary>
    Inserted,

    /// <summary>It has each of two records under the other's key (入替).</summary>
    Swapped,

    /// <summary>It lists the record at another place (順序変更). Lists are ascending by key.</summary>
    Reordered,

    /// <summary>Its answers contradict each other: what it lists does not hash to what it answered before. No record is named.</summary>
    Contradictory,
}
