namespace MyNumber.Jpki.Services.Accounts;

/// <summary>What came of linking an account after its opening: the signature certificate first, then the user-authentication certificate by the serial link.</summary>
/// <remarks>Immutable.</remarks>
public sealed class AccountOpening
{
    internal AccountOpening(AccountLinkOutcome signature, AccountLinkOutcome userAuthentication)
    {
        Signature = signature;
        UserAuthentication = userAuthentication;
    }

    /// <summary>The link of the signature certificate (S).</summary>
    public AccountLinkOutcome Signature { get; }

    /// <summary>The link of the user-authentication certificate (R); <see cref="AccountLinkOutcome.NotKnownYet"/> when the service knows none yet, or when S was refused.</summary>
    public AccountLinkOutcome UserAuthentication { get; }

    /// <summary>Whether logins can begin: both links stand.</summary>
    public bool IsComplete => Stands(Signature) && Stands(UserAuthentication);

    /// <summary>Both outcomes.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"AccountOpening({Signature}, {UserAuthentication})";

    internal static bool Stands(AccountLinkOutcome outcome) => outcome is AccountLinkOutcome.Linked or AccountLinkOutcome.AlreadyLinked;
}
