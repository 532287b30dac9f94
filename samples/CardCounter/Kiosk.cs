using System.Security.Cryptography;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Jpki;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Validation;

namespace CardCounter;

/// <summary>A kiosk that prints certificates of residence after a login by card. Neither the individual number nor the four attributes are read from the card.</summary>
internal sealed class Kiosk
{
    private const string Origin = "https://kiosk.example";
    private readonly LoginChallenges _challenges;
    private readonly LoginVerifier _logins;
    private readonly ResidentRegister _register;

    public Kiosk(CertificateValidator validator, TimeProvider clock, RandomNumberGenerator random, ResidentRegister register)
    {
        _challenges = new LoginChallenges(new InMemoryChallengeStore(clock), clock, random);
        _logins = new LoginVerifier(validator, _challenges);
        _register = register;
    }

    /// <summary>The holder, or whoever has the card and knows the PIN.</summary>
    public async Task<KioskAnswer> PrintAsync(Citizen citizen)
    {
        using CardPin pin = citizen.Type(CardPinKind.UserAuthentication);
        return await PrintAsync(citizen.Card.Reader, pin);
    }

    public async Task<KioskAnswer> PrintAsync(ICardReader reader, CardPin pin)
    {
        LoginChallenge challenge = await _challenges.IssueAsync(Origin, "kiosk-1") ?? throw new InvalidOperationException("The kiosk is busy.");
        using CardSession session = CardSession.Open(reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        PinVerification attempt = await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin);
        if (!attempt.IsVerified)
        {
            return new KioskAnswer(false, Explain.Of(attempt), $"{attempt}");
        }

        byte[] certificate = await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication);
        byte[] signature = await jpki.SignHashAsync(JpkiKey.UserAuthentication, HashAlgorithmName.SHA256, SHA256.HashData(challenge.Message.Span));
        LoginResult login = await _logins.VerifyAsync(challenge.Id, Origin, "kiosk-1", certificate, signature);
        return login.Outcome == VerificationOutcome.Valid
            ? Answer(_register.Find(login.Identity))
            : new KioskAnswer(false, Explain.Of(login.Reason), $"{login.Reason}");
    }

    /// <summary>Whoever looks over a shoulder, or holds somebody else's card, must not learn of a protection: both refusals read alike.</summary>
    private KioskAnswer Answer(Citizen? citizen) => citizen switch
    {
        null => Closed("住民票がこの市にありません。"),
        _ when _register.IsProtected(citizen) => Closed("支援措置 (DV・ストーカー等) の対象者です。写しは窓口でのみ、本人確認のうえ交付します。"),
        _ => new KioskAnswer(true, "住民票の写しを印刷しました。", string.Empty),
    };

    private static KioskAnswer Closed(string reason) => new(false, "この端末では交付できません。市区町村の窓口へお越しください。", reason);
}
