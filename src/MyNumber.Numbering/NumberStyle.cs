namespace MyNumber.Numbering;

/// <summary>How much of the way people write numbers a parse accepts.</summary>
public enum NumberStyle
{
    /// <summary>ASCII digits and nothing else, in the exact count (and <c>T</c> before an invoice registration number).</summary>
    Strict = 0,

    /// <summary>Also full-width digits (U+FF10–FF19); one hyphen (U+002D, U+2010–2015, U+2212, U+FF0D) or one space (U+0020, U+3000) between two digits; spaces at
    /// both ends; <c>T</c> and <c>t</c> of either width, or none, before an invoice registration number. No other script's digits.</summary>
    Lenient = 1,
}
