using System.Security.Cryptography;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Numbering.People;

namespace BankOnboarding;

/// <summary>The bank as a recognised verifier (署名検証者). It knows pinned anchors, a status source and the serial link service; it knows nothing of cards.</summary>
internal sealed class Bank : IDisposable
{
    public const string Origin = "https://bank.example";

    private readonly DocumentVerifier _documents;
    private readonly StatusMonitor _monitor;
    private readonly LoginVerifier _logins;
    private readonly HolderChallenges _challenges;
    private readonly ISerialLinkService _links;
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly List<Account> _accounts = [];

    public Bank(TrustAnchorSet signatureAnchors, TrustAnchorSet loginAnchors, IRevocationSource status, ISerialLinkService links, TimeProvider clock)
    {
        CertificateValidator signatures = new(signatureAnchors, status, clock);
        _documents = new DocumentVerifier(signatures);
        _monitor = new StatusMonitor(signatures);
        _challenges = new HolderChallenges(new InMemoryChallengeStore(clock), clock, _random);
        _logins = new LoginVerifier(new CertificateValidator(loginAnchors, status, clock), _challenges);
        _links = links;
    }

    /// <summary>④ to ⑧: verifies the signed application, compares it, asks for R and opens the account.</summary>
    public async Task<OnboardingDecision> OpenAccountAsync(byte[] signedApplication)
    {
        DocumentVerificationResult verification = await _documents.VerifyAsync(signedApplication);
        if (verification.Outcome != VerificationOutcome.Valid
            || ApplicationForm.Read(verification.Content!.Value.Span) is not { } form
            || form.ToAttributes() is not { } typed)
        {
            return new OnboardingDecision(verification, null, null);
        }

        HolderAttributes holder = verification.Holder!;
        FourAttributesComparison comparison = FourAttributesComparison.Compare(typed, holder.Attributes, holder.NameSubstitutes, holder.AddressSubstitutes);
        JpkiCertificate certificate = verification.Signer!.Certificate;
        CertificateIdentity? login = comparison.Verdict == ComparisonVerdict.Match ? await _links.FindUserAuthenticationAsync(certificate.Identity) : null;
        if (login is null)
        {
            return new OnboardingDecision(verification, comparison, null);
        }

        Account account = new($"100-{_accounts.Count + 1:D7}", form, certificate.RawData, login.Value, VerificationEvidence.From(verification));
        _accounts.Add(account);
        return new OnboardingDecision(verification, comparison, account);
    }

    public async Task<HolderChallenge> BeginLoginAsync(string session) =>
        await _challenges.IssueAsync(Origin, session) ?? throw new InvalidOperationException("The bank is busy.");

    /// <summary>④' to ⑥': verifies the answer; R tells whose account it is.</summary>
    public async Task<(LoginResult Result, Account? Account)> LoginAsync(HolderChallenge challenge, string session, byte[] certificate, byte[] signature)
    {
        LoginResult result = await _logins.VerifyAsync(challenge.Id, Origin, session, certificate, signature);
        return (result, result.Outcome == VerificationOutcome.Valid ? _accounts.Find(account => account.Login == result.Identity) : null);
    }

    /// <summary>現況確認: the nightly round over all stored signature certificates.</summary>
    public async Task<IReadOnlyList<(Account Account, StatusCheck Check)>> CheckAllAsync()
    {
        List<(Account, StatusCheck)> checks = [];
        foreach (Account account in _accounts)
        {
            checks.Add((account, await _monitor.CheckAsync(account.SignatureCertificate, StatusCheckPurpose.LivenessCheck)));
        }

        return checks;
    }

    public void Dispose() => _random.Dispose();
}
