namespace BankPortal.Web;

/// <summary>Names of schemes, policies and claims.</summary>
internal static class Policies
{
    /// <summary>The scheme and the policy of clerks.</summary>
    public const string Clerk = "Clerk";

    /// <summary>The claim with the account's number.</summary>
    public const string AccountClaim = "account";

    /// <summary>The claim with the session's id on the server.</summary>
    public const string SessionClaim = "session";
}
