namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>Default values of the login scheme.</summary>
public static class JpkiLoginDefaults
{
    /// <summary>Name of the scheme.</summary>
    public const string AuthenticationScheme = "Jpki";

    /// <summary>What a list of schemes shows.</summary>
    public const string DisplayName = "マイナンバーカード";

    /// <summary>Where the card agent's page posts the answer.</summary>
    public const string CallbackPath = "/signin-jpki";

    /// <summary>Value of the claim <see cref="System.Security.Claims.ClaimTypes.AuthenticationMethod"/>.</summary>
    public const string AuthenticationMethod = "jpki";
}
