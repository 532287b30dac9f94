namespace MyNumber.Jpki.Services.Accounts;

/// <summary>Why a link was made or ended, for the history.</summary>
public enum AccountLinkCause
{
    /// <summary>The account was opened with this signature certificate.</summary>
    Opening = 0,

    /// <summary>The serial link (発行番号の紐付け) named the user-authentication certificate.</summary>
    SerialLink = 1,

    /// <summary>The certificate took the place of an older one (更新).</summary>
    Renewal = 2,

    /// <summary>The customer showed the certificate again, for example after a change of address.</summary>
    ShownAgain = 3,

    /// <summary>The customer asked for the end of the link.</summary>
    HolderAsked = 4,

    /// <summary>The bank ended it, for example because the key is suspect or the account is closed.</summary>
    BankDecided = 5,
}
