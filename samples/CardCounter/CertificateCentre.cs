using System.Security.Cryptography;
using MyNumber.Jpki;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Validation;

namespace CardCounter;

/// <summary>証明書交付センター: stands between all kiosks and the municipalities. It verifies the login and keeps the hours; the municipality looks at no card and no certificate.</summary>
internal sealed class CertificateCentre
{
    private const string Origin = "https://kiosk.example";
    private static readonly TimeSpan _opens = new(6, 30, 0);
    private static readonly TimeSpan _closes = new(23, 0, 0);

    private readonly TimeProvider _clock;
    private readonly HolderChallenges _challenges;
    private readonly LoginVerifier _logins;
    private readonly CertificateServer _municipality;

    public CertificateCentre(CertificateValidator validator, TimeProvider clock, RandomNumberGenerator random, CertificateServer municipality)
    {
        _clock = clock;
        _challenges = new HolderChallenges(new InMemoryChallengeStore(clock), clock, random);
        _logins = new LoginVerifier(validator, _challenges);
        _municipality = municipality;
    }

    public static KioskAnswer Closed { get; } = new(false, "交付の受付は 6:30 から 23:00 までです。", "時間外");

    /// <summary>From 6:30 to 23:00 in Japan.</summary>
    public bool IsOpen => _clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).TimeOfDay is { } time && time >= _opens && time < _closes;

    public async Task<HolderChallenge> BeginAsync(string terminal) =>
        await _challenges.IssueAsync(Origin, terminal) ?? throw new InvalidOperationException("The centre is busy.");

    /// <summary>Verifies the answer of the card and asks the municipality.</summary>
    public async Task<KioskAnswer> RequestAsync(HolderChallenge challenge, string terminal, byte[] certificate, byte[] signature)
    {
        LoginResult login = await _logins.VerifyAsync(challenge.Id, Origin, terminal, certificate, signature);
        return login.Outcome == VerificationOutcome.Valid
            ? _municipality.Print(login.Identity)
            : new KioskAnswer(false, Explain.Of(login.Reason), $"{login.Reason}");
    }
}
