namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>How the individual number is provided.</summary>
public enum IdentitySituation
{
    /// <summary>By the person, in person (対面).</summary>
    InPerson = 0,

    /// <summary>By the person, by post (郵送): documents or copies of them.</summary>
    ByPost = 1,

    /// <summary>By the person, online with JPKI (公的個人認証による電子署名).</summary>
    OnlineWithJpki = 2,

    /// <summary>By a representative (代理人).</summary>
    ByProxy = 3,
}
