using MyNumber.ContractTests.Linkage;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Jpki.Services.Consents.Storage;

namespace MyNumber.ContractTests.Jpki;

/// <summary>What every store of consents does.</summary>
public abstract class ConsentStoreContract : SqlContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    private IConsentStore _store = null!;

    protected override async Task OpenAsync()
    {
        _store = Home is null ? new InMemoryConsentStore() : new SqlConsentStore(Home.Source, Home.Dialect);
        if (_store is SqlConsentStore sql)
        {
            await sql.CreateTablesAsync();
            await sql.CreateTablesAsync();
        }
    }

    [SkippableFact]
    public async Task A_consent_comes_back_whole()
    {
        (await _store.TryAddAsync(Make("a"))).ShouldBeTrue();
        Consent found = (await _store.FindAsync("a")).ShouldNotBeNull();
        (found.Id, found.Account, found.Service, found.GivenAt, found.ReflectedOn, found.RevokedAt).ShouldBe(("a", "account-1", "見本銀行 口座", Now, (DateOnly?)null, (DateTimeOffset?)null));
        found.Holder.ShouldBe(new CertificateIdentity([0x30, 0x00], [1, 2], [0x01, 0x02]));
        found.Content.ToArray().ShouldBe([1, 2]);
        found.SignedAttributes.IsEmpty.ShouldBeTrue();
        found.Signature.ToArray().ShouldBe([3]);
    }

    [SkippableFact]
    public async Task An_id_is_taken_once()
    {
        await _store.TryAddAsync(Make("a"));
        (await _store.TryAddAsync(Make("a") with { Account = "account-2" })).ShouldBeFalse();
        (await _store.FindAsync("a"))!.Account.ShouldBe("account-1");
        (await _store.FindAsync("A")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task A_consent_that_was_changed_meanwhile_is_not_replaced()
    {
        await _store.TryAddAsync(Make("a"));
        Consent read = (await _store.FindAsync("a"))!;
        Consent reflected = read with { ReflectedOn = new DateOnly(2026, 11, 22) }, revoked = read with { RevokedAt = Now.AddDays(1) };
        (await _store.TryReplaceAsync(read, reflected)).ShouldBeTrue();
        (await _store.TryReplaceAsync(read, revoked)).ShouldBeFalse();
        Consent again = (await _store.FindAsync("a"))!;
        again.ReflectedOn.ShouldBe(new DateOnly(2026, 11, 22));
        again.RevokedAt.ShouldBeNull();
        (await _store.TryReplaceAsync(again, again with { RevokedAt = Now.AddDays(1) })).ShouldBeTrue();
        Consent last = (await _store.FindAsync("a"))!;
        last.ReflectedOn.ShouldBe(new DateOnly(2026, 11, 22));
        last.RevokedAt.ShouldBe(Now.AddDays(1));
        (await _store.TryReplaceAsync(again, again)).ShouldBeFalse();
        (await _store.TryReplaceAsync(last, last with { RevokedAt = null })).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task What_is_not_there_is_not_replaced_and_not_removed()
    {
        Consent consent = Make("a");
        (await _store.TryReplaceAsync(consent, consent with { RevokedAt = Now })).ShouldBeFalse();
        (await _store.RemoveAsync("a")).ShouldBeFalse();
        await _store.TryAddAsync(consent);
        Consent read = (await _store.FindAsync("a"))!;
        (await _store.TryReplaceAsync(read, read with { Id = "b" })).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task What_was_removed_is_gone()
    {
        await _store.TryAddAsync(Make("a"));
        (await _store.RemoveAsync("a")).ShouldBeTrue();
        (await _store.FindAsync("a")).ShouldBeNull();
        (await IdsAsync()).ShouldBeEmpty();
        if (Home is not null)
        {
            (await Home.AskAsync("select count(*) from consent")).ShouldBe(0);
        }
    }

    [SkippableTheory]
    [InlineData("none", 0)]
    [InlineData("one page", 500)]
    [InlineData("a page and one", 501)]
    public async Task All_are_read_once_each(string row, int count)
    {
        for (int i = 0; i < count; i++)
        {
            await _store.TryAddAsync(Make($"consent-{i}"));
        }

        List<string> ids = await IdsAsync();
        ids.Count.ShouldBe(count, row);
        ids.Distinct().Count().ShouldBe(count, row);
    }

    [SkippableFact]
    public async Task Reading_all_goes_on_while_they_are_removed()
    {
        foreach (string id in (string[])["a", "b", "c"])
        {
            await _store.TryAddAsync(Make(id));
        }

        await foreach (Consent consent in _store.ReadAllAsync())
        {
            (await _store.RemoveAsync(consent.Id)).ShouldBeTrue();
        }

        (await IdsAsync()).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_consent_that_was_changed_while_all_are_read_comes_changed_or_is_not_replaced()
    {
        await _store.TryAddAsync(Make("a"));
        await _store.TryAddAsync(Make("b"));
        Consent read = (await _store.FindAsync("b"))!;
        await foreach (Consent consent in _store.ReadAllAsync())
        {
            if (consent.Id == "a")
            {
                (await _store.TryReplaceAsync(read, read with { ReflectedOn = new DateOnly(2026, 11, 22) })).ShouldBeTrue();
            }
            else
            {
                (await _store.TryReplaceAsync(consent, consent with { RevokedAt = Now })).ShouldBe(consent.ReflectedOn is not null);
            }
        }

        (await _store.FindAsync("b"))!.ReflectedOn.ShouldBe(new DateOnly(2026, 11, 22));
    }

    [SkippableTheory]
    [InlineData("empty", "")]
    [InlineData("a control character", "a\0b")]
    [InlineData("quotes", "a' or '1'='1")]
    public async Task An_id_that_nobody_has_finds_nothing(string row, string id)
    {
        await _store.TryAddAsync(Make("a"));
        (await _store.FindAsync(id)).ShouldBeNull(row);
        (await _store.RemoveAsync(id)).ShouldBeFalse(row);
        (await IdsAsync()).ShouldBe(["a"], row);
    }

    [SkippableFact]
    public async Task Of_many_changes_at_once_one_is_made()
    {
        await _store.TryAddAsync(Make("a"));
        Consent read = (await _store.FindAsync("a"))!;
        bool[] made = await AtOnceAsync(i => _store.TryReplaceAsync(read, read with { RevokedAt = Now.AddSeconds(i) }));
        made.Count(each => each).ShouldBe(1);
    }

    [SkippableFact]
    public async Task A_failure_shows_nothing_of_the_consent()
    {
        await BreakOffAsync("consent", async () => await _store.TryAddAsync(Make("a") with { Signature = new byte[] { 0xC0, 0xFF, 0xEE, 0x11 } }), [0xC0, 0xFF, 0xEE, 0x11]);
        (await _store.FindAsync("a")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task A_call_that_was_given_up_changes_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await _store.TryAddAsync(Make("a"), Stopped));
        (await _store.FindAsync("a")).ShouldBeNull();
    }

    private static Consent Make(string id) => new()
    {
        Id = id,
        Account = "account-1",
        Service = "見本銀行 口座",
        GivenAt = Now,
        Holder = new CertificateIdentity([0x30, 0x00], [1, 2], [0x01, 0x02]),
        Content = new byte[] { 1, 2 },
        Signature = new byte[] { 3 },
    };

    private async Task<List<string>> IdsAsync()
    {
        List<string> ids = [];
        await foreach (Consent consent in _store.ReadAllAsync())
        {
            ids.Add(consent.Id);
        }

        return ids;
    }
}
