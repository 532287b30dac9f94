using MyNumber.Card.Emulation.Profiles;
using MyNumber.Numbering.People;

namespace MyNumber.Testing.Tests;

/// <summary>Looks for anything personal or secret of a holder in a text that may be shown.</summary>
internal static class Secrets
{
    public static void ShouldBeAbsent(LabHolder holder, params object?[] shown) => ShouldBeAbsent(holder, [], shown);

    /// <summary>As above, with what somebody typed among the secrets.</summary>
    public static void ShouldBeAbsent(LabHolder holder, string[] typed, object?[] shown)
    {
        CardPerson person = holder.Person.Card;
        FourAttributes attributes = person.Attributes;
        string[] secrets =
        [
            .. typed,
            attributes.Name, attributes.Name.Split('　')[1], attributes.Address, attributes.BirthDate.ToCardForm(), attributes.BirthDate.ToCertificateForm(),
            person.Number.Reveal(), person.Face.SerialNumber,
            .. Enum.GetValues<CardPinKind>().Select(kind => person.Pins.Reveal(kind)!),
            Convert.ToHexString(holder.Certificates.Signature!.Identity.SerialNumber.Span),
            Convert.ToHexString(holder.Certificates.UserAuthentication.Identity.SerialNumber.Span),
        ];
        foreach (string text in shown.Select(item => item?.ToString() ?? string.Empty))
        {
            secrets.ShouldAllBe(secret => !text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
