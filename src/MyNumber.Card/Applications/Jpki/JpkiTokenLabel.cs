namespace MyNumber.Card.Applications.Jpki;

/// <summary>The labels (トークン情報) that tell what kind of thing carries the JPKI application.</summary>
/// <remarks>Source: project research notes, two sources.</remarks>
public static class JpkiTokenLabel
{
    /// <summary>個人番号カード.</summary>
    public const string IndividualNumberCard = "JPKIAPICCTOKEN2";

    /// <summary>住民基本台帳カード, no longer issued.</summary>
    public const string ResidentCard = "JPKIAPICCTOKEN";

    /// <summary>An Android phone's secure element.</summary>
    public const string Android = "JPKIAPGPSETOKEN";

    /// <summary>An iPhone.</summary>
    public const string IPhone = "JPKIAPIOSTOKEN";
}
