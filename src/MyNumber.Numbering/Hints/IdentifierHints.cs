using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering.Hints;

/// <summary>Hints about identifiers whose rules are not published: to warn of a slip at a keyboard, never to refuse.</summary>
/// <remarks>Source: the project research notes, section on other identifiers (confidence medium). Pure and thread safe; nothing is thrown for any text.</remarks>
public static class IdentifierHints
{
    /// <summary>A driver's licence number (運転免許証番号): twelve digits, the eleventh an observed check digit (see <see cref="DriverLicenceCheckDigit"/>).</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How much is accepted.</param>
    /// <returns>The hint.</returns>
    public static HintOutcome DriverLicence(ReadOnlySpan<char> text, NumberStyle style = NumberStyle.Strict)
    {
        if (!ShapeText.TryReadDigits(text, style, 12, out long number))
        {
            return HintOutcome.NotThisShape;
        }

        return DriverLicenceCheckDigit.Compute(number / 100) == number / 10 % 10 ? HintOutcome.Plausible : HintOutcome.Implausible;
    }

    /// <summary>A number of a residence card or special permanent resident certificate (在留カード番号・特別永住者証明書番号): two letters, eight digits, two letters.</summary>
    /// <param name="text">The text; the lenient style takes small letters and full-width forms.</param>
    /// <param name="style">How much is accepted.</param>
    /// <returns>The hint: the shape is all that is known.</returns>
    public static HintOutcome ResidenceCard(ReadOnlySpan<char> text, NumberStyle style = NumberStyle.Strict) =>
        ShapeText.IsLettersDigitsLetters(text, style) ? HintOutcome.Plausible : HintOutcome.NotThisShape;

    /// <summary>An insured person's number of the employment insurance (雇用保険被保険者番号): eleven digits 4-6-1 with a check digit whose formula is not published.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How much is accepted.</param>
    /// <returns>The hint: implausible for digits that are all the same, plausible otherwise.</returns>
    public static HintOutcome EmploymentInsurance(ReadOnlySpan<char> text, NumberStyle style = NumberStyle.Strict)
    {
        if (!ShapeText.TryReadDigits(text, style, 11, out long number))
        {
            return HintOutcome.NotThisShape;
        }

        return number % 11_111_111_111 == 0 ? HintOutcome.Implausible : HintOutcome.Plausible;
    }
}
