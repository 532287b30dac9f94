namespace MyNumber.Jpki.Services.Accounts;

/// <summary>What came of a change of links.</summary>
public enum AccountLinkOutcome
{
    /// <summary>Nothing was changed, for example because no link is known yet: ask again later. The value of <see langword="default"/>.</summary>
    NotKnownYet = 0,

    /// <summary>The link stands now.</summary>
    Linked = 1,

    /// <summary>This very link stood already; nothing was changed.</summary>
    AlreadyLinked = 2,

    /// <summary>Refused: another account has the certificate.</summary>
    OtherAccountHasIt = 3,

    /// <summary>Refused: the account has another certificate of this purpose, or not the old one that was named. Replace or end that one on purpose.</summary>
    AccountHasAnother = 4,

    /// <summary>The link was ended.</summary>
    Ended = 5,

    /// <summary>The account has no such link.</summary>
    NoLink = 6,

    /// <summary>Refused: the answers about successors go round in a circle or on for too long.</summary>
    SuccessorsDoNotEnd = 7,

    /// <summary>Refused: holder or bank ended the link of this very certificate on purpose. Link it again by showing it (<see cref="AccountLinks.ReplaceAsync"/>).</summary>
    EndedOnPurpose = 8,
}
