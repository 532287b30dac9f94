using MyNumber.ContractTests.Linkage;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Authority.Status.Storage;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Numbering.People;
using MyNumber.Testing;
using MyNumber.Testing.Keys;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.ContractTests.Jpki;

/// <summary>What every register of an authority does: an authority that is opened over it again goes on where the one before ended.</summary>
public abstract class CertificateRegisterContract : SqlContract
{
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 3, 0, 5, TimeSpan.Zero);
    private static readonly ApplicationId First = ApplicationId.Parse("12345678901234567890001"), Second = ApplicationId.Parse("12345678901234567890002");

    private readonly ManualTimeProvider _clock = new(Start);
    private readonly InMemoryCertificateRegister _memory = new();

    protected override async Task OpenAsync()
    {
        if (Home is not null)
        {
            await new SqlCertificateRegister(Home.Source, Home.Dialect).CreateTablesAsync();
        }
    }

    [SkippableFact]
    public async Task Authority_goes_on_after_a_restart()
    {
        LabAuthority before = await LabAsync();
        CertificateOffice office = new(before);
        OfficeOutcome issued = await office.ApplyAsync(Form(First));
        await office.DeliverAsync(First);
        await office.ChangeRecordAsync(First);
        await before.Schedule.PublishDueAsync();
        await before.Schedule.PublishNowAsync();
        AuthorityGeneration issuer = before.Of(CertificatePurpose.Signature).Current;
        PublishedCrl list = before.Schedule.Find(issuer).ShouldNotBeNull();

        _clock.Advance(TimeSpan.FromDays(30));
        LabAuthority after = await LabAsync();
        CertificateOffice again = new(after);
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            after.Anchors(purpose).Select(der => Convert.ToHexString(der.Span)).ShouldBe(before.Anchors(purpose).Select(der => Convert.ToHexString(der.Span)));
        }

        CertificateIdentity signature = issued.Signature!.Identity;
        after.Statuses.Position.ShouldBe(before.Statuses.Position);
        after.Statuses.History(signature).ShouldBe([new StatusEvent(Start, new IssuedStatus(IssuedState.Revoked, RevocationReason.AffiliationChanged, Start))]);
        after.Statuses.FindAt(signature, Start.AddSeconds(-1)).ShouldBe(IssuedStatus.Good);
        IssuedCertificate restored = after.Statuses.FindCertificate(signature).ShouldNotBeNull();
        restored.Encoded.ToArray().ShouldBe(issued.Signature.Encoded.ToArray());
        (restored.NotAfter, restored.Municipality, restored.Template.KeyUsage).ShouldBe((issued.Signature.NotAfter, issued.Signature.Municipality, issued.Signature.Template.KeyUsage));
        again.Find(First).ShouldBe(office.Find(First));
        again.History(First).ShouldBe(office.History(First));
        (await after.Links.FindUserAuthenticationAsync(signature)).ShouldBe(issued.UserAuthentication!.Identity);
        after.Schedule.Find(issuer)!.EntityTag.ShouldBe(list.EntityTag);

        OfficeOutcome reissued = await again.ReissueSignatureAsync(First, Form(Second));
        Serial(reissued.Signature!.Identity).ShouldBe(Serial(signature) + 1);
        await after.Schedule.PublishDueAsync();
        after.Schedule.Find(issuer)!.Number.ShouldBeGreaterThan(list.Number);
    }

    [SkippableFact]
    public async Task Two_authorities_over_one_register_never_give_a_serial_twice()
    {
        LabAuthority one = await LabAsync(), other = await LabAsync();
        CardCertificates[] issued = [await one.IssueAsync(Request()), await other.IssueAsync(Request()), await one.IssueAsync(Request()), await other.IssueAsync(Request())];
        issued.Select(card => Serial(card.Signature!.Identity)).Distinct().Count().ShouldBe(4);
        (await one.Statuses.RevokeAsync(issued[1].UserAuthentication.Identity, RevocationReason.KeyCompromise)).ShouldBe(StatusChangeOutcome.Applied);
        (await other.Statuses.RevokeAsync(issued[1].UserAuthentication.Identity, RevocationReason.Superseded)).ShouldBe(StatusChangeOutcome.AlreadyRevoked);
        other.Statuses.Find(issued[1].UserAuthentication.Identity)!.Value.Reason.ShouldBe(RevocationReason.KeyCompromise);
    }

    [SkippableFact]
    public async Task Reader_sees_what_another_process_wrote_once_it_has_caught_up()
    {
        LabAuthority writer = await LabAsync(), reader = await LabAsync();
        CertificateIdentity certificate = (await writer.IssueAsync(Request())).UserAuthentication.Identity;
        await writer.Statuses.HoldAsync(certificate);
        reader.Statuses.Find(certificate).ShouldBeNull();
        (await reader.Statuses.CatchUpAsync()).ShouldBe(writer.Statuses.Position);
        reader.Statuses.Find(certificate)!.Value.State.ShouldBe(IssuedState.Held);
    }

    [SkippableFact]
    public async Task Of_many_holds_at_once_one_is_applied()
    {
        LabAuthority lab = await LabAsync();
        CertificateIdentity certificate = (await lab.IssueAsync(Request())).UserAuthentication.Identity;
        StatusChangeOutcome[] outcomes = await AtOnceAsync(_ => lab.Statuses.HoldAsync(certificate));
        outcomes.Count(outcome => outcome == StatusChangeOutcome.Applied).ShouldBe(1);
        outcomes.Count(outcome => outcome == StatusChangeOutcome.AlreadyHeld).ShouldBe(Rivals - 1);
        (await LabAsync()).Statuses.History(certificate).Count.ShouldBe(1);
    }

    [SkippableTheory]
    [InlineData("the place is taken", 1)]
    [InlineData("a place is left out", 3)]
    [InlineData("no place", 0)]
    public async Task Entry_at_another_place_than_the_next_is_not_written(string row, long position)
    {
        ICertificateRegister register = Register();
        (await register.TryAppendAsync(new RegisterEntry { Position = 1, At = Start })).ShouldBeTrue(row);
        (await register.TryAppendAsync(new RegisterEntry { Position = position, At = Start.AddDays(1) })).ShouldBeFalse(row);
        List<RegisterEntry> entries = [];
        await foreach (RegisterEntry entry in register.ReadAsync(0))
        {
            entries.Add(entry);
        }

        entries.Select(entry => (entry.Position, entry.At)).ShouldBe([(1L, Start)]);
    }

    [SkippableFact]
    public async Task Entry_that_breaks_off_in_its_middle_is_not_there()
    {
        LabAuthority lab = await LabAsync();
        CardCertificates card = await lab.IssueAsync(Request());
        long position = lab.Statuses.Position;
        await BreakOffAsync("authority_status", async () => await lab.Statuses.HoldAsync(card.UserAuthentication.Identity), card.UserAuthentication.Identity.SerialNumber.ToArray());
        lab.Statuses.Find(card.UserAuthentication.Identity).ShouldBe(IssuedStatus.Good);
        (await LabAsync()).Statuses.Position.ShouldBe(position);
        (await lab.Statuses.HoldAsync(card.UserAuthentication.Identity)).ShouldBe(StatusChangeOutcome.Applied);
    }

    [SkippableFact]
    public async Task Keys_or_names_of_another_lab_are_refused()
    {
        await LabAsync();
        LabAuthorityKeys swapped = LabAuthorityKeys.Of(Key(30), Key(1), Key(0), Key(31), Key(2), Key(3), Key(4));
        await Should.ThrowAsync<ArgumentException>(async () => await LabAuthority.OpenAsync(swapped, _clock, Register()));
        await Should.ThrowAsync<ArgumentException>(async () => await LabAuthority.OpenAsync(Keys() with { Signature = [Key(0)] }, _clock, Register()));
        LabAuthorityOptions renamed = new() { SignatureNaming = AuthorityNaming.Lab(CertificatePurpose.Signature, "Another Lab") };
        await Should.ThrowAsync<ArgumentException>(async () => await LabAuthority.OpenAsync(Keys(), _clock, Register(), renamed));
    }

    [SkippableFact]
    public async Task Generation_that_began_is_there_after_a_restart_with_its_key()
    {
        LabAuthority lab = await LabAsync();
        AuthorityGeneration next = await lab.RollOverAsync(CertificatePurpose.Signature, Key(20));
        await Should.ThrowAsync<ArgumentException>(async () => await LabAsync());
        LabAuthorityKeys four = Keys();
        LabAuthority again = await LabAuthority.OpenAsync(four with { Signature = [.. four.Signature, Key(20)] }, _clock, Register());
        again.Of(CertificatePurpose.Signature).Current.Certificate.ToArray().ShouldBe(next.Certificate.ToArray());
        again.Of(CertificatePurpose.Signature).Current.Number.ShouldBe(4);
    }

    [SkippableFact]
    public async Task Call_that_was_given_up_changes_nothing()
    {
        LabAuthority lab = await LabAsync();
        long position = lab.Statuses.Position;
        await Should.ThrowAsync<OperationCanceledException>(async () => await lab.IssueAsync(Request(), Stopped));
        (await LabAsync()).Statuses.Position.ShouldBe(position);
    }

    [SkippableFact]
    public async Task Only_the_latest_list_of_a_scope_is_kept()
    {
        LabAuthority lab = await LabAsync();
        for (int day = 0; day < 3; day++)
        {
            await lab.Schedule.PublishDueAsync();
            _clock.Advance(TimeSpan.FromDays(1));
        }

        if (Home is not null)
        {
            (await Home.AskAsync("select count(*) from authority_list")).ShouldBe(6);
            Should.Throw<InvalidOperationException>(() => lab.Schedule.PublishDue());
            Should.Throw<InvalidOperationException>(() => lab.Issue(Request()));
        }

        (await LabAsync()).Schedule.Find(lab.Of(CertificatePurpose.Signature).Current)!.ThisUpdate.ShouldBe(new DateTimeOffset(2026, 4, 2, 15, 0, 0, TimeSpan.Zero));
    }

    private static System.Security.Cryptography.RSA Key(int index) => LabKeyPool.Load(index);

    private static LabAuthorityKeys Keys() => LabAuthorityKeys.Of(Key(30), Key(0), Key(1), Key(31), Key(2), Key(3), Key(4));

    private static CardIssuance Request() => new()
    {
        Holder = new HolderAttributes(new FourAttributes("架空　花子", "東京都清瀬市架空町１－２－３", new BirthDate(new DateOnly(1980, 2, 17)), Sex.Female)),
        Municipality = new Municipality("13221", "Tokyo-to", "Kiyose-shi"),
        CardExpiry = new DateOnly(2036, 4, 1),
        SignatureKey = Key(5).ExportSubjectPublicKeyInfo(),
        UserAuthenticationKey = Key(6).ExportSubjectPublicKeyInfo(),
    };

    private static CertificateApplication Form(ApplicationId id) => new()
    {
        Id = id,
        Holder = Request().Holder,
        Municipality = Request().Municipality,
        CardExpiry = Request().CardExpiry,
        SignatureKey = Request().SignatureKey,
        UserAuthenticationKey = Request().UserAuthenticationKey,
    };

    private static uint Serial(CertificateIdentity identity) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(identity.SerialNumber.Span);

    private ICertificateRegister Register() => Home is null ? _memory : new SqlCertificateRegister(Home.Source, Home.Dialect);

    private ValueTask<LabAuthority> LabAsync() => LabAuthority.OpenAsync(Keys(), _clock, Register());
}
