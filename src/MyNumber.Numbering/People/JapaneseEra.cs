namespace MyNumber.Numbering.People;

/// <summary>Era (元号) with the digit that JPKI's birth date writes in front of the Gregorian year.</summary>
public enum JapaneseEra
{
    /// <summary>Era not known, digit 0; the value of <see langword="default"/>.</summary>
    Unknown = 0,

    /// <summary>明治, digit 1, to 1912-07-29.</summary>
    Meiji = 1,

    /// <summary>大正, digit 2, from 1912-07-30.</summary>
    Taisho = 2,

    /// <summary>昭和, digit 3, from 1926-12-25.</summary>
    Showa = 3,

    /// <summary>平成, digit 4, from 1989-01-08.</summary>
    Heisei = 4,

    /// <summary>令和, digit 5, from 2019-05-01.</summary>
    Reiwa = 5,
}
