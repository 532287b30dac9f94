using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Card;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Numbering.People;
using MyNumber.Testing;

namespace MyNumber.Samples;

/// <summary>A holder with the card in a reader. Keys never leave the card; what leaves is a signature.</summary>
internal sealed class CardInHand(LabHolder holder, TimeProvider clock, IApduTraceSink? trace = null)
{
    /// <summary>券面事項入力補助: fills the form from the card instead of typing.</summary>
    public async Task<FourAttributes> ReadAttributesAsync()
    {
        using CardSession session = CardSession.Open(holder.Reader.Connect(), trace);
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(CardPinKind.InputSupport);
        Require(await text.VerifyPinAsync(pin));
        return await text.ReadFourAttributesAsync();
    }

    /// <summary>Signs a document with the signature key: attached CMS with the signature certificate inside.</summary>
    public async Task<byte[]> SignDocumentAsync(byte[] content)
    {
        using CardSession session = CardSession.Open(holder.Reader.Connect(), trace);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(CardPinKind.Signature);
        Require(await jpki.VerifyPinAsync(JpkiKey.Signature, pin));
        byte[] encoded = await jpki.ReadCertificateAsync(JpkiKey.Signature);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(encoded);
        using RSA cardKey = jpki.CreateRsa(JpkiKey.Signature, encoded);

        SignedCms cms = new(new ContentInfo(content));
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, cardKey)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
            SignedAttributes = { new Pkcs9SigningTime(clock.GetUtcNow().UtcDateTime) },
        });
        return cms.Encode();
    }

    /// <summary>Signs a service's challenge with the user-authentication key.</summary>
    public async Task<(byte[] Certificate, byte[] Signature)> SignChallengeAsync(ReadOnlyMemory<byte> challenge)
    {
        using CardSession session = CardSession.Open(holder.Reader.Connect(), trace);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(CardPinKind.UserAuthentication);
        Require(await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin));
        byte[] certificate = await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication);
        byte[] signature = await jpki.SignHashAsync(JpkiKey.UserAuthentication, HashAlgorithmName.SHA256, SHA256.HashData(challenge.Span));
        return (certificate, signature);
    }

    private static void Require(PinVerification verification)
    {
        if (!verification.IsVerified)
        {
            throw new CardException($"The card did not take the PIN: {verification.Outcome}.");
        }
    }
}
