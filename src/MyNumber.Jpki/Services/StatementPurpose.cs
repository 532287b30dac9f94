namespace MyNumber.Jpki.Services;

/// <summary>What the holder of a card is asked for.</summary>
public enum StatementPurpose
{
    /// <summary>A login (ログイン), with the user-authentication key.</summary>
    Login,

    /// <summary>The approval of a text (取引の承認), with the user-authentication key.</summary>
    Approval,

    /// <summary>An application (申請、申込み) signed with the signature key: the statement is the content of a signed document.</summary>
    Application,

    /// <summary>The signature certificate itself, to fill in a form (申込書への入力). Nothing is signed, so nobody is proved.</summary>
    CertificateHandover,
}
