namespace MyNumber.Card.Applications.InputSupport;

/// <summary>Which of the two personal files are read. The PIN opens both, 照合番号A the number alone, 照合番号B the attributes alone (one source, measured).</summary>
[Flags]
public enum InputSupportParts
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>The individual number (個人番号), EF 0001.</summary>
    Number = 1,

    /// <summary>The four attributes (基本4情報), EF 0002.</summary>
    Attributes = 2,

    /// <summary>Both.</summary>
    Both = Number | Attributes,
}
