using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Tests.Signatures;

namespace MyNumber.Jpki.Tests.Services.Accounts;

public sealed class InMemoryAccountLinkStoreTests
{
    private static readonly CertificateIdentity One = IdentityMaker.Signature(1), Two = IdentityMaker.Signature(2);
    private readonly InMemoryAccountLinkStore _store = new();

    [Fact]
    public async Task A_link_is_found_from_both_sides()
    {
        (await ChangeAsync("a", default, One)).ShouldBe(AccountLinkOutcome.Linked);
        (await _store.FindAccountAsync(One)).ShouldBe("a");
        (await _store.FindCertificateAsync("a", CertificatePurpose.Signature)).ShouldBe(One);
        (await _store.FindCertificateAsync("a", CertificatePurpose.UserAuthentication)).ShouldBeNull();
        (await ChangeAsync("a", default, One)).ShouldBe(AccountLinkOutcome.AlreadyLinked);
    }

    [Fact]
    public async Task A_certificate_of_another_account_is_refused_and_nothing_changes()
    {
        await ChangeAsync("a", default, One);
        (await ChangeAsync("b", default, One)).ShouldBe(AccountLinkOutcome.OtherAccountHasIt);
        (await _store.FindAccountAsync(One)).ShouldBe("a");
        (await _store.ReadHistoryAsync("b")).ShouldBeEmpty();
        await ChangeAsync("b", default, Two);
        (await ChangeAsync("b", Two, One)).ShouldBe(AccountLinkOutcome.OtherAccountHasIt);
        (await _store.FindAccountAsync(Two)).ShouldBe("b");
    }

    [Fact]
    public async Task An_account_with_a_certificate_takes_no_other_unless_the_old_one_is_named()
    {
        await ChangeAsync("a", default, One);
        (await ChangeAsync("a", default, Two)).ShouldBe(AccountLinkOutcome.AccountHasAnother);
        (await ChangeAsync("a", IdentityMaker.Signature(3), Two)).ShouldBe(AccountLinkOutcome.AccountHasAnother);
        (await ChangeAsync("a", One, Two)).ShouldBe(AccountLinkOutcome.Linked);
        (await _store.FindAccountAsync(One)).ShouldBeNull();
        (await _store.FindAccountAsync(Two)).ShouldBe("a");
    }

    [Theory]
    [InlineData("another generation", 1, 2)]
    [InlineData("another serial", 2, 1)]
    public async Task A_handle_that_differs_in_one_part_finds_nothing(string description, byte number, byte generation)
    {
        await ChangeAsync("a", default, One);
        (await _store.FindAccountAsync(IdentityMaker.Signature(number, generation))).ShouldBeNull(description);
    }

    [Fact]
    public async Task The_same_serial_under_another_issuer_finds_nothing()
    {
        await ChangeAsync("a", default, One);
        (await _store.FindAccountAsync(IdentityMaker.Login(1))).ShouldBeNull();
        (await _store.FindAccountAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task Ending_a_link_that_is_not_there_changes_nothing()
    {
        (await ChangeAsync("a", One, default)).ShouldBe(AccountLinkOutcome.NoLink);
        (await ChangeAsync("a", One, Two)).ShouldBe(AccountLinkOutcome.NoLink);
        (await _store.ReadHistoryAsync("a")).ShouldBeEmpty();
    }

    [Fact]
    public async Task History_keeps_what_ended_and_names_nobody()
    {
        await ChangeAsync("a", default, One);
        await ChangeAsync("a", One, Two);
        await ChangeAsync("a", Two, default);
        IReadOnlyList<AccountLinkEvent> history = await _store.ReadHistoryAsync("a");
        history.Select(line => (line.Identity, line.Begins)).ShouldBe([(One, true), (One, false), (Two, true), (Two, false)]);
        history[0].ToString().ShouldBe("AccountLinkEvent(Signature, begins, Opening)");
    }

    [Fact]
    public async Task Of_many_accounts_at_once_one_gets_the_certificate()
    {
        AccountLinkOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(async () => await ChangeAsync($"account-{i}", default, One))));
        outcomes.Count(outcome => outcome == AccountLinkOutcome.Linked).ShouldBe(1);
        outcomes.Count(outcome => outcome == AccountLinkOutcome.OtherAccountHasIt).ShouldBe(31);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("control character", "a\nb")]
    public void An_account_of_another_shape_is_refused(string description, string account) =>
        Should.Throw<ArgumentException>(() => Change(account, default, One), description);

    [Fact]
    public void An_account_too_long_and_a_change_of_nothing_are_refused()
    {
        Should.Throw<ArgumentException>(() => Change(new string('a', 129), default, One));
        Should.Throw<ArgumentException>(() => Change("a", default, default));
    }

    private async Task<AccountLinkOutcome> ChangeAsync(string account, CertificateIdentity from, CertificateIdentity to) => await _store.ChangeAsync(Change(account, from, to));

    private static AccountLinkChange Change(string account, CertificateIdentity from, CertificateIdentity to) =>
        new(account, CertificatePurpose.Signature, from, to, AccountLinkCause.Opening, SigningDesk.Now);
}
