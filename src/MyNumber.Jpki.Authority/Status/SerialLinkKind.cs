namespace MyNumber.Jpki.Authority.Status;

/// <summary>What a serial link (発行番号の紐付け) says.</summary>
public enum SerialLinkKind
{
    /// <summary>From a signature certificate to the user-authentication certificate of the same person.</summary>
    SamePerson = 1,

    /// <summary>From an old certificate to the one that took its place (新旧紐付け).</summary>
    Successor = 2,
}
