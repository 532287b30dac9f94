namespace MyNumber.Linkage.Intermediate;

/// <summary>What the rows of a body's space are.</summary>
public enum BodyTable
{
    /// <summary>From agency code to addressee number.</summary>
    AddresseeByCode = 1,

    /// <summary>From addressee number to agency code.</summary>
    CodeByAddressee = 2,

    /// <summary>Replicas (副本) by addressee number and item set.</summary>
    Replica = 3,

    /// <summary>Rows that the other site has not got yet.</summary>
    Owed = 4,
}
