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

    /// <summary>Inquiries that the body sent, by inquiry.</summary>
    Inquiry = 5,

    /// <summary>Provisions that the body was asked for, by inquiry; at the core, every inquiry.</summary>
    Provision = 6,
}
