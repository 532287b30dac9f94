using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
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

    // Everybody's way of writing bytes: a piece of the certificate is found wherever its base64 begins at one of three alignments.
    private static IEnumerable<string> Of(IssuedCertificate certificate)
    {
        byte[] serial = certificate.Identity.SerialNumber.ToArray(), encoded = certificate.Encoded.ToArray();
        yield return Convert.ToHexString(serial);
        yield return new BigInteger(serial, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture);
        yield return Convert.ToBase64String(serial);
        yield return Base64Url.EncodeToString(serial);
        yield return Convert.ToHexString(encoded.AsSpan(0, 32));
        foreach (int at in new[] { 0, 1, 2 })
        {
            yield return Convert.ToBase64String(encoded.AsSpan(at, 48));
            yield return Base64Url.EncodeToString(encoded.AsSpan(at, 48));
        }
    }
}
