namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Names under which a card profile asks for the secret of a PIN file.</summary>
internal static class SecretNames
{
    public const string Signature = "signature";
    public const string UserAuthentication = "userAuthentication";
    public const string Residence = "residence";
    public const string InputSupport = "inputSupport";
    public const string MatchingNumberA = "matchingNumberA";
    public const string MatchingNumberB = "matchingNumberB";

    /// <summary>生年月日: the first six digits of matching number B.</summary>
    public const string BirthDate = "birthDate";

    /// <summary>The PIN of a slot of the free area.</summary>
    public const string FreeArea = "freeArea";

    /// <summary>No value was ever set: the reference is blocked.</summary>
    public const string None = "none";
}
