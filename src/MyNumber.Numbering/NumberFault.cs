namespace MyNumber.Numbering;

/// <summary>Why a text is not a number of the kind that was asked for. One reason is given, in the order of the members; a text over the length limit is
/// <see cref="TooLong"/> before anything else is looked at.</summary>
public enum NumberFault
{
    /// <summary>No fault.</summary>
    None = 0,

    /// <summary>Nothing is there, or only spaces in the lenient style.</summary>
    Empty,

    /// <summary>A character that the style does not accept, or a byte sequence that is not UTF-8.</summary>
    ForbiddenCharacter,

    /// <summary>A hyphen before the first or after the last digit, or two separators together (lenient style; the strict style forbids every separator).</summary>
    MisplacedSeparator,

    /// <summary>The prefix that the kind demands is not there (<c>T</c>, strict style).</summary>
    MissingPrefix,

    /// <summary>Too few digits.</summary>
    TooShort,

    /// <summary>Too many digits, or a text of more than <c>64</c> UTF-16 units with spaces and prefix, in either encoding; no way of writing a number needs so many.</summary>
    TooLong,

    /// <summary>The count of digits lies between the lengths of the kind and is none of them.</summary>
    WrongLength,

    /// <summary>The digits break a rule of the kind other than its check digit.</summary>
    WrongStructure,

    /// <summary>The check digit (検査用数字) does not follow from the other digits.</summary>
    WrongCheckDigit,
}
