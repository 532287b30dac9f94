namespace MyNumber.Linkage.Portal.Accounts;

/// <summary>How a portal account stands.</summary>
public enum AccountState
{
    /// <summary>There is no such account.</summary>
    None,

    /// <summary>In use.</summary>
    Open,

    /// <summary>The person, or a decision to protect the person, restricts it: no notices come in and no delegate gets in; the person does.</summary>
    Restricted,

    /// <summary>Closed; nobody gets in.</summary>
    Closed,
}
