using System.Buffers.Text;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Numbering.People;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests;

/// <summary>Looks for anything personal or secret of a holder in texts that may be shown.</summary>
internal static class Personal
{
    public static void ShouldBeAbsent(LabHolder holder, IEnumerable<string> shown, params string[] secrets)
    {
        FourAttributes attributes = holder.Person.Card.Attributes;
        string[] all =
        [
            .. secrets,
            attributes.Name, attributes.Name.Split('　')[1], attributes.Address, attributes.BirthDate.ToCertificateForm(),
            .. Of(holder.Certificates.Signature!), .. Of(holder.Certificates.UserAuthentication),
            holder.Person.Card.Pins.Reveal(CardPinKind.Signature)!,
        ];
        foreach (string text in shown)
        {
            all.ShouldAllBe(secret => !text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static string[] Of(IssuedCertificate certificate) =>
    [
        Convert.ToHexString(certificate.Identity.SerialNumber.Span),
        Base64Url.EncodeToString(certificate.Encoded.Span)[..64],
        Convert.ToBase64String(certificate.Encoded.Span)[..64],
    ];
}
