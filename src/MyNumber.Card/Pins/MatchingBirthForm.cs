namespace MyNumber.Card.Pins;

/// <summary>How the year of the birth date is written in 照合番号B and in the birth-date key.</summary>
public enum MatchingBirthForm
{
    /// <summary>The year of the era (和暦), two digits; confirmed on a card.</summary>
    JapaneseEra = 0,

    /// <summary>The last two digits of the Gregorian year (西暦), as the card of a foreign resident prints it. Nobody has verified that such a card takes it.</summary>
    GregorianTwoDigits = 1,
}
