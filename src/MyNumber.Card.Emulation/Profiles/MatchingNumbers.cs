using System.Globalization;
using System.Text;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>The matching numbers (照合番号) that open files without a PIN the holder remembers (§6 of the project research notes on the card).</summary>
internal static class MatchingNumbers
{
    /// <summary>照合番号A: the twelve digits of the individual number.</summary>
    public static byte[] A(CardPerson person) => Encoding.ASCII.GetBytes(person.Number.Reveal());

    /// <summary>照合番号B: birth date in the Japanese calendar YYMMDD, expiry year, security code; 14 digits.</summary>
    /// <remarks>An unknown era or part is written 00, which is assumed; how a foreign resident's card forms it is not known.</remarks>
    public static byte[] B(CardPerson person)
    {
        MyNumber.Numbering.People.BirthDate birth = person.Attributes.BirthDate;
        return Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{birth.EraYear ?? 0:D2}{birth.Month ?? 0:D2}{birth.Day ?? 0:D2}{person.Face.Expiry.Year:D4}{person.Face.SecurityCode}"));
    }

    /// <summary>生年月日: the first six digits of matching number B.</summary>
    public static byte[] BirthDate(CardPerson person) => B(person)[..6];
}
