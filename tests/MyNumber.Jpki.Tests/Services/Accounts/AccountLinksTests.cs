using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Tests.Services.Accounts;

public sealed class AccountLinksTests : IDisposable
{
    private readonly SigningDesk _desk = new();
    private readonly FixedLinks _authority = new();
    private readonly InMemoryAccountLinkStore _store = new();
    private readonly AccountLinks _links;

    public AccountLinksTests() => _links = new AccountLinks(_store, _authority, _authority, _desk.Clock);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Opening_links_both_certificates()
    {
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        CertificateIdentity login = IdentityMaker.Login(7);
        _authority.Serials[signer.Certificate.Identity] = login;
        AccountOpening opening = await _links.OpenAsync("a", signer);
        opening.IsComplete.ShouldBeTrue();
        opening.ToString().ShouldBe("AccountOpening(Linked, Linked)");
        (await _store.FindAccountAsync(login)).ShouldBe("a");
        (await _links.OpenAsync("a", signer)).ToString().ShouldBe("AccountOpening(AlreadyLinked, AlreadyLinked)");
    }

    [Fact]
    public async Task A_link_not_known_yet_is_no_refusal_and_comes_later()
    {
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        AccountOpening first = await _links.OpenAsync("a", signer);
        first.IsComplete.ShouldBeFalse();
        first.UserAuthentication.ShouldBe(AccountLinkOutcome.NotKnownYet);
        _authority.Serials[signer.Certificate.Identity] = IdentityMaker.Login(7);
        (await _links.OpenAsync("a", signer)).IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task A_signature_certificate_of_another_account_is_refused_and_no_service_is_asked()
    {
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        await _links.OpenAsync("a", signer);
        int asked = _authority.Asked;
        (await _links.OpenAsync("b", signer)).Signature.ShouldBe(AccountLinkOutcome.OtherAccountHasIt);
        _authority.Asked.ShouldBe(asked);
    }

    [Fact]
    public async Task A_login_certificate_of_another_account_is_refused()
    {
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        await _store.ChangeAsync(new AccountLinkChange("b", CertificatePurpose.UserAuthentication, default, IdentityMaker.Login(7), AccountLinkCause.SerialLink, SigningDesk.Now));
        _authority.Serials[signer.Certificate.Identity] = IdentityMaker.Login(7);
        (await _links.OpenAsync("a", signer)).UserAuthentication.ShouldBe(AccountLinkOutcome.OtherAccountHasIt);
    }

    [Fact]
    public async Task A_login_certificate_opens_no_account()
    {
        ValidatedCertificate login = (await _desk.UserAuthenticationValidator.ValidateAsync(_desk.UserAuthenticationDer)).Validated.ShouldNotBeNull();
        await Should.ThrowAsync<ArgumentException>(async () => await _links.OpenAsync("a", login));
    }

    [Fact]
    public async Task Renewals_are_followed_to_the_newest()
    {
        await HaveAsync(IdentityMaker.Login(1));
        _authority.Successors[IdentityMaker.Login(1)] = IdentityMaker.Login(2);
        _authority.Successors[IdentityMaker.Login(2)] = IdentityMaker.Login(3);
        (await FollowAsync()).ShouldBe(AccountLinkOutcome.Linked);
        (await _store.FindAccountAsync(IdentityMaker.Login(3))).ShouldBe("a");
        (await _store.FindAccountAsync(IdentityMaker.Login(1))).ShouldBeNull();
        (await _store.ReadHistoryAsync("a"))[^1].Cause.ShouldBe(AccountLinkCause.Renewal);
    }

    [Fact]
    public async Task Without_a_successor_nothing_changes()
    {
        (await FollowAsync()).ShouldBe(AccountLinkOutcome.NoLink);
        await HaveAsync(IdentityMaker.Login(1));
        (await FollowAsync()).ShouldBe(AccountLinkOutcome.NotKnownYet);
        (await _store.FindAccountAsync(IdentityMaker.Login(1))).ShouldBe("a");
    }

    [Fact]
    public async Task Successors_in_a_circle_change_nothing()
    {
        await HaveAsync(IdentityMaker.Login(1));
        _authority.Successors[IdentityMaker.Login(1)] = IdentityMaker.Login(2);
        _authority.Successors[IdentityMaker.Login(2)] = IdentityMaker.Login(1);
        (await FollowAsync()).ShouldBe(AccountLinkOutcome.SuccessorsDoNotEnd);
        (await _store.FindAccountAsync(IdentityMaker.Login(1))).ShouldBe("a");
    }

    [Fact]
    public async Task Successors_without_end_change_nothing()
    {
        await HaveAsync(IdentityMaker.Login(1));
        for (byte i = 1; i < 40; i++)
        {
            _authority.Successors[IdentityMaker.Login(i)] = IdentityMaker.Login((byte)(i + 1));
        }

        (await FollowAsync()).ShouldBe(AccountLinkOutcome.SuccessorsDoNotEnd);
    }

    [Fact]
    public async Task A_successor_that_another_account_has_is_refused()
    {
        await HaveAsync(IdentityMaker.Login(1));
        await HaveAsync(IdentityMaker.Login(2), "b");
        _authority.Successors[IdentityMaker.Login(1)] = IdentityMaker.Login(2);
        (await FollowAsync()).ShouldBe(AccountLinkOutcome.OtherAccountHasIt);
        (await _store.FindAccountAsync(IdentityMaker.Login(1))).ShouldBe("a");
    }

    [Fact]
    public async Task A_shown_certificate_takes_the_place_of_the_old_one()
    {
        await _store.ChangeAsync(new AccountLinkChange("a", CertificatePurpose.Signature, default, IdentityMaker.Signature(1), AccountLinkCause.Opening, SigningDesk.Now));
        ValidatedCertificate shown = await _desk.ValidateSignerAsync();
        (await _links.ReplaceAsync("a", shown)).ShouldBe(AccountLinkOutcome.Linked);
        (await _links.ReplaceAsync("a", shown)).ShouldBe(AccountLinkOutcome.AlreadyLinked);
        (await _links.ReplaceAsync("b", shown)).ShouldBe(AccountLinkOutcome.OtherAccountHasIt);
    }

    [Fact]
    public async Task An_ended_link_finds_no_account()
    {
        await HaveAsync(IdentityMaker.Login(1));
        (await _links.EndAsync("a", CertificatePurpose.UserAuthentication, AccountLinkCause.HolderAsked)).ShouldBe(AccountLinkOutcome.Ended);
        (await _links.EndAsync("a", CertificatePurpose.UserAuthentication, AccountLinkCause.HolderAsked)).ShouldBe(AccountLinkOutcome.NoLink);
        (await _store.FindAccountAsync(IdentityMaker.Login(1))).ShouldBeNull();
    }

    [Theory]
    [InlineData("the bank, for a suspect key", AccountLinkCause.BankDecided, AccountLinkOutcome.EndedOnPurpose)]
    [InlineData("the holder", AccountLinkCause.HolderAsked, AccountLinkOutcome.EndedOnPurpose)]
    [InlineData("a renewal", AccountLinkCause.Renewal, AccountLinkOutcome.Linked)]
    public async Task Opening_again_does_not_undo_an_end_that_was_meant(string description, AccountLinkCause cause, AccountLinkOutcome outcome)
    {
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        _authority.Serials[signer.Certificate.Identity] = IdentityMaker.Login(7);
        await _links.OpenAsync("a", signer);
        await _links.EndAsync("a", CertificatePurpose.UserAuthentication, cause);
        (await _links.OpenAsync("a", signer)).UserAuthentication.ShouldBe(outcome, description);
        await _links.EndAsync("a", CertificatePurpose.Signature, cause);
        (await _links.OpenAsync("a", signer)).Signature.ShouldBe(outcome, description);
    }

    [Fact]
    public async Task What_was_ended_on_purpose_is_linked_again_by_showing_it()
    {
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        await _links.OpenAsync("a", signer);
        await _links.EndAsync("a", CertificatePurpose.Signature, AccountLinkCause.BankDecided);
        (await _links.ReplaceAsync("a", signer)).ShouldBe(AccountLinkOutcome.Linked);
        (await _links.OpenAsync("a", signer)).Signature.ShouldBe(AccountLinkOutcome.AlreadyLinked);
    }

    [Fact]
    public async Task A_login_finds_its_account_only_when_valid()
    {
        HolderChallenges challenges = new(new InMemoryChallengeStore(_desk.Clock), _desk.Clock, new SeededRandom());
        LoginVerifier logins = new(_desk.UserAuthenticationValidator, challenges);
        LoginResult valid = await LogInAsync(challenges, logins);
        (await _links.FindAccountAsync(valid)).ShouldBeNull();
        await HaveAsync(valid.Identity);
        (await _links.FindAccountAsync(valid)).ShouldBe("a");
        _desk.Status.Answer = FixedStatus.Ended(MyNumber.Jpki.Revocation.RevocationReason.CertificateHold);
        (await _links.FindAccountAsync(await LogInAsync(challenges, logins))).ShouldBeNull();
    }

    private async Task<LoginResult> LogInAsync(HolderChallenges challenges, LoginVerifier logins)
    {
        HolderChallenge challenge = (await challenges.IssueAsync("o", "s")).ShouldNotBeNull();
        byte[] signature = _desk.UserAuthenticationKey.SignData(challenge.Message.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return await logins.VerifyAsync(challenge.Id, "o", "s", _desk.UserAuthenticationDer, signature);
    }

    private async Task HaveAsync(CertificateIdentity login, string account = "a") =>
        (await _store.ChangeAsync(new AccountLinkChange(account, CertificatePurpose.UserAuthentication, default, login, AccountLinkCause.SerialLink, SigningDesk.Now))).ShouldBe(AccountLinkOutcome.Linked);

    private async Task<AccountLinkOutcome> FollowAsync() => await _links.FollowRenewalAsync("a", CertificatePurpose.UserAuthentication);
}
