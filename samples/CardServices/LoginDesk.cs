using System.Security.Cryptography;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Testing;

namespace CardServices;

/// <summary>One party's terminal: a challenge, its verification, and the party's own links of certificates to accounts. No name or address passes here.</summary>
internal sealed class LoginDesk : IDisposable
{
    private const string Terminal = "terminal-1";

    private readonly string _origin;
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly HolderChallenges _challenges;
    private readonly LoginVerifier _logins;
    private readonly InMemoryAccountLinkStore _store = new();
    private readonly AccountLinks _links;
    private readonly TimeProvider _clock;

    public LoginDesk(string origin, LabWorld world)
    {
        (_origin, _clock) = (origin, world.Clock);
        _challenges = new HolderChallenges(new InMemoryChallengeStore(world.Clock), world.Clock, _random);
        _logins = new LoginVerifier(world.CreateValidator(CertificatePurpose.UserAuthentication), _challenges);
        _links = new AccountLinks(_store, world.Authority.Links, world.Authority.Links, world.Clock);
    }

    /// <summary>Whose card it is, as this party knows the holder.</summary>
    public async Task<DeskAnswer> AskAsync(CardInHand card)
    {
        LoginResult login = await LoginAsync(card);
        return new DeskAnswer(login.Reason, await _links.FindAccountAsync(login));
    }

    /// <summary>Links a card that nobody has to an account that has none.</summary>
    public async Task<bool> EnrolAsync(CardInHand card, string account)
    {
        LoginResult login = await LoginAsync(card);
        return login.Outcome == VerificationOutcome.Valid && await _store.ChangeAsync(
            new AccountLinkChange(account, CertificatePurpose.UserAuthentication, default, login.Identity, AccountLinkCause.Opening, _clock.GetUtcNow())) == AccountLinkOutcome.Linked;
    }

    /// <summary>Follows the authority's old → new (発行番号の更新), after a card was made again.</summary>
    public async Task<bool> FollowAsync(string account) =>
        await _links.FollowRenewalAsync(account, CertificatePurpose.UserAuthentication) == AccountLinkOutcome.Linked;

    public void Dispose() => _random.Dispose();

    private async Task<LoginResult> LoginAsync(CardInHand card)
    {
        HolderChallenge challenge = await _challenges.IssueAsync(_origin, Terminal) ?? throw new InvalidOperationException("The terminal is busy.");
        (byte[] certificate, byte[] signature) = await card.SignChallengeAsync(challenge.Message);
        return await _logins.VerifyAsync(challenge.Id, _origin, Terminal, certificate, signature);
    }
}
