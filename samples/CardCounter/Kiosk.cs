using System.Security.Cryptography;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Jpki.Services;

namespace CardCounter;

/// <summary>A kiosk in a convenience store (コンビニ交付). It speaks with the card and shows what the centre answers. Neither the individual number nor the four attributes are read from the card.</summary>
internal sealed class Kiosk(CertificateCentre centre)
{
    private const string Terminal = "kiosk-1";

    /// <summary>The holder, or whoever has the card and knows the PIN.</summary>
    public async Task<KioskAnswer> PrintAsync(Citizen citizen)
    {
        using CardPin pin = citizen.Type(CardPinKind.UserAuthentication);
        return await PrintAsync(citizen.Card.Reader, pin);
    }

    public async Task<KioskAnswer> PrintAsync(ICardReader reader, CardPin pin)
    {
        if (!centre.IsOpen)
        {
            return CertificateCentre.Closed;
        }

        HolderChallenge challenge = await centre.BeginAsync(Terminal);
        using CardSession session = CardSession.Open(reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        PinVerification attempt = await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin);
        if (!attempt.IsVerified)
        {
            return new KioskAnswer(false, Explain.Of(attempt), $"{attempt}");
        }

        byte[] certificate = await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication);
        byte[] signature = await jpki.SignHashAsync(JpkiKey.UserAuthentication, HashAlgorithmName.SHA256, SHA256.HashData(challenge.Message.Span));
        return await centre.RequestAsync(challenge, Terminal, certificate, signature);
    }
}
