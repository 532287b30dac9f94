using MyNumber.ContractTests.Linkage;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Services.Accounts.Storage;

namespace MyNumber.ContractTests.Jpki;

/// <summary>What every store of account links does.</summary>
public abstract class AccountLinkContract : SqlContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);
    private static readonly CertificateIdentity One = Make(1), Two = Make(2), Three = Make(3);

    private IAccountLinkStore _store = null!;

    protected override async Task OpenAsync()
    {
        _store = Home is null ? new InMemoryAccountLinkStore() : new SqlAccountLinkStore(Home.Source, Home.Dialect);
        if (_store is SqlAccountLinkStore sql)
        {
            await sql.CreateTablesAsync();
            await sql.CreateTablesAsync();
        }
    }

    [SkippableFact]
    public async Task A_link_is_found_from_both_sides()
    {
        (await ChangeAsync("口座-1", default, One)).ShouldBe(AccountLinkOutcome.Linked);
        (await _store.FindAccountAsync(One)).ShouldBe("口座-1");
        (await _store.FindCertificateAsync("口座-1", CertificatePurpose.Signature)).ShouldBe(One);
        (await _store.FindCertificateAsync("口座-1", CertificatePurpose.UserAuthentication)).ShouldBeNull();
        (await ChangeAsync("口座-1", default, One)).ShouldBe(AccountLinkOutcome.AlreadyLinked);
        (await ChangeAsync("口座-1", One, One)).ShouldBe(AccountLinkOutcome.AlreadyLinked);
        (await _store.ReadHistoryAsync("口座-1")).Count.ShouldBe(1);
    }

    [SkippableFact]
    public async Task A_certificate_of_another_account_is_refused_and_nothing_changes()
    {
        await ChangeAsync("a", default, One);
        (await ChangeAsync("b", default, One)).ShouldBe(AccountLinkOutcome.OtherAccountHasIt);
        (await _store.FindAccountAsync(One)).ShouldBe("a");
        (await _store.FindCertificateAsync("b", CertificatePurpose.Signature)).ShouldBeNull();
        (await _store.ReadHistoryAsync("b")).ShouldBeEmpty();
        await ChangeAsync("b", default, Two);
        (await ChangeAsync("b", Two, One)).ShouldBe(AccountLinkOutcome.OtherAccountHasIt);
        (await _store.FindAccountAsync(Two)).ShouldBe("b");
    }

    [SkippableFact]
    public async Task A_certificate_of_the_accounts_other_purpose_is_refused()
    {
        await ChangeAsync("a", default, One);
        (await ChangeAsync("a", default, One, CertificatePurpose.UserAuthentication)).ShouldBe(AccountLinkOutcome.AccountHasAnother);
        (await ChangeAsync("a", default, Two, CertificatePurpose.UserAuthentication)).ShouldBe(AccountLinkOutcome.Linked);
    }

    [SkippableFact]
    public async Task An_account_with_a_certificate_takes_no_other_unless_the_old_one_is_named()
    {
        await ChangeAsync("a", default, One);
        (await ChangeAsync("a", default, Two)).ShouldBe(AccountLinkOutcome.AccountHasAnother);
        (await ChangeAsync("a", Three, Two)).ShouldBe(AccountLinkOutcome.AccountHasAnother);
        (await _store.FindAccountAsync(Two)).ShouldBeNull();
        (await ChangeAsync("a", One, Two)).ShouldBe(AccountLinkOutcome.Linked);
        (await _store.FindAccountAsync(One)).ShouldBeNull();
        (await _store.FindAccountAsync(Two)).ShouldBe("a");
        (await ChangeAsync("b", default, One)).ShouldBe(AccountLinkOutcome.Linked);
    }

    [SkippableTheory]
    [InlineData("another issuer", 0)]
    [InlineData("another generation", 1)]
    [InlineData("another serial", 2)]
    [InlineData("a leading zero", 3)]
    public async Task A_handle_that_differs_in_one_part_finds_nothing(string row, int part)
    {
        await ChangeAsync("a", default, One);
        CertificateIdentity other = part switch
        {
            0 => new([0x30, 0x02, 0x31, 0x00], [1, 2], [0x01, 1]),
            1 => new([0x30, 0x00], [1, 3], [0x01, 1]),
            2 => new([0x30, 0x00], [1, 2], [0x01, 2]),
            _ => new([0x30, 0x00], [1, 2], [0x00, 0x01, 1]),
        };
        (await _store.FindAccountAsync(other)).ShouldBeNull(row);
        (await _store.FindAccountAsync(default)).ShouldBeNull(row);
    }

    [SkippableFact]
    public async Task Ending_a_link_that_is_not_there_changes_nothing()
    {
        (await ChangeAsync("a", One, default)).ShouldBe(AccountLinkOutcome.NoLink);
        (await ChangeAsync("a", One, Two)).ShouldBe(AccountLinkOutcome.NoLink);
        await ChangeAsync("a", default, Two);
        (await ChangeAsync("a", One, default)).ShouldBe(AccountLinkOutcome.AccountHasAnother);
        (await _store.ReadHistoryAsync("a")).Count.ShouldBe(1);
    }

    [SkippableFact]
    public async Task History_keeps_every_line_with_cause_and_time()
    {
        await ChangeAsync("a", default, One);
        await ChangeAsync("a", One, Two, cause: AccountLinkCause.Renewal);
        await ChangeAsync("a", default, Three, CertificatePurpose.UserAuthentication, AccountLinkCause.SerialLink);
        (await ChangeAsync("a", Two, default, cause: AccountLinkCause.BankDecided)).ShouldBe(AccountLinkOutcome.Ended);
        (await _store.ReadHistoryAsync("a")).Select(line => (line.Purpose, line.Identity, line.Begins, line.Cause, line.At)).ShouldBe(
        [
            (CertificatePurpose.Signature, One, true, AccountLinkCause.Opening, Now),
            (CertificatePurpose.Signature, One, false, AccountLinkCause.Renewal, Now),
            (CertificatePurpose.Signature, Two, true, AccountLinkCause.Renewal, Now),
            (CertificatePurpose.UserAuthentication, Three, true, AccountLinkCause.SerialLink, Now),
            (CertificatePurpose.Signature, Two, false, AccountLinkCause.BankDecided, Now),
        ]);
    }

    [SkippableTheory]
    [InlineData("the bank", AccountLinkCause.BankDecided, AccountLinkOutcome.EndedOnPurpose)]
    [InlineData("the holder", AccountLinkCause.HolderAsked, AccountLinkOutcome.EndedOnPurpose)]
    [InlineData("a renewal", AccountLinkCause.Renewal, AccountLinkOutcome.Linked)]
    public async Task An_end_between_reading_and_a_change_that_yields_to_it_is_not_undone(string row, AccountLinkCause cause, AccountLinkOutcome expected)
    {
        await ChangeAsync("a", default, One);
        (await _store.ReadHistoryAsync("a"))[^1].Begins.ShouldBeTrue(row);
        (await ChangeAsync("a", One, default, cause: cause)).ShouldBe(AccountLinkOutcome.Ended, row);
        (await YieldAsync("a", One)).ShouldBe(expected, row);
        (await _store.ReadHistoryAsync("a"))[^1].Begins.ShouldBe(expected == AccountLinkOutcome.Linked, row);
    }

    [SkippableFact]
    public async Task A_change_yields_to_the_last_end_of_its_own_account_purpose_and_certificate_only()
    {
        (await YieldAsync("a", One)).ShouldBe(AccountLinkOutcome.Linked);
        (await YieldAsync("a", One)).ShouldBe(AccountLinkOutcome.AlreadyLinked);
        await ChangeAsync("a", One, default, cause: AccountLinkCause.BankDecided);
        (await YieldAsync("a", One, CertificatePurpose.UserAuthentication)).ShouldBe(AccountLinkOutcome.Linked);
        await ChangeAsync("a", One, default, CertificatePurpose.UserAuthentication, AccountLinkCause.Renewal);
        (await YieldAsync("b", One)).ShouldBe(AccountLinkOutcome.Linked);
        (await YieldAsync("a", One)).ShouldBe(AccountLinkOutcome.EndedOnPurpose);
        (await YieldAsync("a", Two)).ShouldBe(AccountLinkOutcome.Linked);
        await ChangeAsync("b", One, default);
        (await ChangeAsync("a", Two, One, cause: AccountLinkCause.ShownAgain)).ShouldBe(AccountLinkOutcome.Linked);
        (await YieldAsync("a", One)).ShouldBe(AccountLinkOutcome.AlreadyLinked);
    }

    [SkippableFact]
    public async Task Of_an_end_and_many_openings_at_once_the_end_stays()
    {
        await ChangeAsync("a", default, One);
        AccountLinkOutcome[] outcomes = await AtOnceAsync(i => i == Rivals / 2 ? ChangeAsync("a", One, default, cause: AccountLinkCause.BankDecided) : YieldAsync("a", One));
        outcomes.ShouldAllBe(outcome => outcome == AccountLinkOutcome.Ended || outcome == AccountLinkOutcome.AlreadyLinked || outcome == AccountLinkOutcome.EndedOnPurpose);
        (await _store.FindAccountAsync(One)).ShouldBeNull();
        (await _store.ReadHistoryAsync("a")).Count.ShouldBe(2);
    }

    [SkippableTheory]
    [InlineData("empty", "")]
    [InlineData("a control character", "a\0b")]
    [InlineData("quotes", "a' or '1'='1")]
    public async Task An_account_that_nobody_has_finds_nothing(string row, string account)
    {
        await ChangeAsync("a", default, One);
        (await _store.FindCertificateAsync(account, CertificatePurpose.Signature)).ShouldBeNull(row);
        (await _store.ReadHistoryAsync(account)).ShouldBeEmpty(row);
    }

    [SkippableFact]
    public async Task Of_many_accounts_at_once_one_gets_the_certificate()
    {
        AccountLinkOutcome[] outcomes = await AtOnceAsync(i => ChangeAsync($"account-{i}", default, One));
        outcomes.Count(outcome => outcome == AccountLinkOutcome.Linked).ShouldBe(1);
        outcomes.Count(outcome => outcome == AccountLinkOutcome.OtherAccountHasIt).ShouldBe(Rivals - 1);
    }

    [SkippableFact]
    public async Task Of_many_certificates_at_once_an_account_gets_one()
    {
        AccountLinkOutcome[] outcomes = await AtOnceAsync(i => ChangeAsync("a", default, Make((byte)(10 + i))));
        outcomes.Count(outcome => outcome == AccountLinkOutcome.Linked).ShouldBe(1);
        outcomes.Count(outcome => outcome == AccountLinkOutcome.AccountHasAnother).ShouldBe(Rivals - 1);
        (await _store.ReadHistoryAsync("a")).Count.ShouldBe(1);
        CertificateIdentity now = (await _store.FindCertificateAsync("a", CertificatePurpose.Signature)).ShouldNotBeNull();
        (await _store.FindAccountAsync(now)).ShouldBe("a");
    }

    [SkippableFact]
    public async Task Two_accounts_that_want_each_others_certificate_get_neither_and_do_not_wait_for_ever()
    {
        await ChangeAsync("a", default, One);
        await ChangeAsync("b", default, Two);
        AccountLinkOutcome[] outcomes = await AtOnceAsync(i => i % 2 == 0 ? ChangeAsync("a", One, Two) : ChangeAsync("b", Two, One));
        outcomes.ShouldAllBe(outcome => outcome == AccountLinkOutcome.OtherAccountHasIt);
    }

    [SkippableFact]
    public async Task A_change_that_breaks_off_in_its_middle_changes_nothing()
    {
        await ChangeAsync("a", default, One);
        await BreakOffAsync("account_event", async () => await ChangeAsync("a", One, Two), Two.SerialNumber.ToArray(), Two.IssuerKeyIdentifier.ToArray());
        (await _store.FindAccountAsync(One)).ShouldBe("a");
        (await _store.FindAccountAsync(Two)).ShouldBeNull();
        (await ChangeAsync("a", One, Two)).ShouldBe(AccountLinkOutcome.Linked);
        (await _store.ReadHistoryAsync("a")).Count.ShouldBe(3);
    }

    [SkippableFact]
    public async Task A_call_that_was_given_up_changes_nothing()
    {
        AccountLinkChange change = new("a", CertificatePurpose.Signature, default, One, AccountLinkCause.Opening, Now);
        await Should.ThrowAsync<OperationCanceledException>(async () => await _store.ChangeAsync(change, Stopped));
        (await _store.FindAccountAsync(One)).ShouldBeNull();
    }

    private static CertificateIdentity Make(byte number) => new([0x30, 0x00], [1, 2], [0x01, number]);

    private ValueTask<AccountLinkOutcome> YieldAsync(string account, CertificateIdentity to, CertificatePurpose purpose = CertificatePurpose.Signature) =>
        _store.ChangeAsync(new AccountLinkChange(account, purpose, default, to, AccountLinkCause.Opening, Now) { YieldsToEnd = true });

    private ValueTask<AccountLinkOutcome> ChangeAsync(
        string account, CertificateIdentity from, CertificateIdentity to, CertificatePurpose purpose = CertificatePurpose.Signature, AccountLinkCause cause = AccountLinkCause.Opening) =>
        _store.ChangeAsync(new AccountLinkChange(account, purpose, from, to, cause, Now));
}
