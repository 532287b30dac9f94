using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Testing.Tests;

/// <summary>Somebody who uses a lab card through the card library.</summary>
internal static class CardUser
{
    /// <summary>An attached CMS over the content, with the named key of the card.</summary>
    public static async Task<byte[]> SignAsync(LabHolder holder, JpkiKey key, byte[] content, TimeProvider clock)
    {
        using CardSession session = CardSession.Open(holder.Reader.Connect());
        JpkiApplication jpki = await OpenAsync(session, holder, key);
        byte[] der = await jpki.ReadCertificateAsync(key);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der);
        using RSA cardKey = jpki.CreateRsa(key, der);
        SignedCms cms = new(new ContentInfo(content));
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, cardKey)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
            SignedAttributes = { new Pkcs9SigningTime(clock.GetUtcNow().UtcDateTime) },
        });
        return cms.Encode();
    }

    /// <summary>Certificate and bare signature over a message.</summary>
    public static async Task<(byte[] Certificate, byte[] Signature)> SignMessageAsync(LabHolder holder, JpkiKey key, ReadOnlyMemory<byte> message)
    {
        using CardSession session = CardSession.Open(holder.Reader.Connect());
        JpkiApplication jpki = await OpenAsync(session, holder, key);
        byte[] certificate = await jpki.ReadCertificateAsync(key);
        return (certificate, await jpki.SignHashAsync(key, HashAlgorithmName.SHA256, SHA256.HashData(message.Span)));
    }

    private static async Task<JpkiApplication> OpenAsync(CardSession session, LabHolder holder, JpkiKey key)
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(key == JpkiKey.Signature ? CardPinKind.Signature : CardPinKind.UserAuthentication);
        (await jpki.VerifyPinAsync(key, pin)).IsVerified.ShouldBeTrue();
        return jpki;
    }
}
