namespace BankPortal.Clerks;

/// <summary>What a re-check finds of the user-authentication certificate (R) that an account's logins stand on.</summary>
internal enum LoginLink
{
    /// <summary>Not asked, since the signature certificate (S), which leads to it, is not valid now.</summary>
    NotAsked,

    /// <summary>Linked to this account.</summary>
    Stands,

    /// <summary>Both certificates were renewed (更新), and the link follows to the new R (新旧紐付け).</summary>
    Followed,

    /// <summary>The authority names none yet.</summary>
    NotKnownYet,

    /// <summary>The authority names none any more.</summary>
    NotNamedAnyMore,

    /// <summary>The authority names another one than is linked.</summary>
    Changed,

    /// <summary>The certificate is linked to another account.</summary>
    OtherAccount,

    /// <summary>Holder or bank ended the link on purpose.</summary>
    Ended,

    /// <summary>The link service did not answer.</summary>
    Unreachable,
}
