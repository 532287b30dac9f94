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

    /// <summary>The portal's accounts by login handle.</summary>
    PortalLogin = 7,

    /// <summary>The portal's accounts.</summary>
    PortalAccount = 8,

    /// <summary>Delegations of the portal's accounts.</summary>
    Delegation = 9,

    /// <summary>What delegates did, by principal.</summary>
    DelegationUse = 10,

    /// <summary>Inquiries that a person sent through the portal, by account.</summary>
    SelfInquiry = 11,

    /// <summary>Notices of an inbox.</summary>
    Notice = 12,

    /// <summary>Deliveries that a body sent; at the core, every delivery.</summary>
    Delivery = 13,

    /// <summary>Group pushes of a body and their progress.</summary>
    GroupPush = 14,

    /// <summary>Applications of the portal's accounts.</summary>
    Application = 15,

    /// <summary>Applications that a body received.</summary>
    ReceivedApplication = 16,

    /// <summary>From individual number to addressee number; in a store of the body's own, never an intermediate server's.</summary>
    AddresseeByNumber = 17,

    /// <summary>From addressee number to individual number, or to the addressee that took its place; in a store of the body's own.</summary>
    NumberByAddressee = 18,

    /// <summary>Which change of an addressee is next, so that of two at once one counts; in a store of the body's own.</summary>
    AddresseeTurn = 19,
}
