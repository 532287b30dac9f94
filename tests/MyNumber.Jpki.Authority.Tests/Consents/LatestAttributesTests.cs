using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Authority.Consents;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Authority.Tests.Office;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Authority.Tests.Consents;

/// <summary>A bank's consent desk before the lab's authority: what the office changes reaches the bank under a consent, and only so.</summary>
public sealed class LatestAttributesTests : IDisposable
{
    private const string Service = "見本銀行 口座", NewAddress = "東京都清瀬市見本台４－５－６", OldAddress = "東京都清瀬市架空町１－２－３";

    private readonly Counter _counter = new();
    private readonly LatestAttributesOffice _authority;
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly InMemoryConsentStore _store = new();
    private readonly ConsentDesk _bank;

    public LatestAttributesTests()
    {
        _authority = new LatestAttributesOffice(_counter.Lab);
        _bank = new ConsentDesk(Documents(_counter.Lab), new InMemoryAccountLinkStore(), _store, _authority.Connect(Service), _counter.Clock);
    }

    private CertificateOffice Office => _counter.Office;

    public void Dispose() => _random.Dispose();

    [Fact]
    public async Task Change_of_address_reaches_the_bank_once_there_is_a_new_certificate()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        string consent = await GiveAsync(card.Signature!);
        (await FetchAsync(consent)).State.ShouldBe(LatestAttributesState.Unchanged);

        (await Office.ChangeRecordAsync(Counter.First)).IsDone.ShouldBeTrue();
        (await FetchAsync(consent)).State.ShouldBe(LatestAttributesState.NoNewSignatureCertificate);

        OfficeOutcome moved = await MoveAsync(Counter.First, Counter.Second);
        LatestAttributes latest = await FetchAsync(consent);
        (latest.State, latest.Attributes!.Address, latest.Attributes.Name, latest.Certificate).ShouldBe(
            (LatestAttributesState.Provided, NewAddress, "架空　花子", moved.Signature!.Identity));
    }

    [Fact]
    public async Task Poll_makes_a_consent_stand_from_the_day_after_and_learns_of_its_revocation()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        ConsentRequest request = Ask();
        byte[] signed = Sign(request, card.Signature!);
        (await TakeAsync(request, signed, card.Signature!)).Outcome.ShouldBe(VerificationOutcome.Valid);
        (await _bank.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 0));           // not brought to the authority yet
        (await _authority.FileAsync(Service, signed)).ShouldBe(ConsentFiling.Filed);
        (await _bank.PollAsync()).ShouldBe(new ConsentPollReport(1, 1, 0, 0));
        (await FetchAsync(request.Id)).State.ShouldBe(LatestAttributesState.ConsentNotInForce);
        _counter.Clock.Advance(TimeSpan.FromDays(1));
        (await FetchAsync(request.Id)).State.ShouldBe(LatestAttributesState.Unchanged);
        (await _store.FindAsync(request.Id))!.LastDay.ShouldBe(new DateOnly(2036, 4, 1));

        _authority.Revoke(request.Id, card.Signature!.Identity).ShouldBeTrue();
        (await _bank.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 1, 0));
        (await FetchAsync(request.Id)).State.ShouldBe(LatestAttributesState.ConsentRevoked);
        (await _bank.PollAsync()).Polled.ShouldBe(0);
    }

    [Fact]
    public async Task Revoked_consent_gives_nothing_even_to_a_bank_that_did_not_poll()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        string consent = await GiveAsync(card.Signature!);
        await Office.ChangeRecordAsync(Counter.First);
        await MoveAsync(Counter.First, Counter.Second);
        _authority.Revoke(consent, card.Signature!.Identity);
        (await FetchAsync(consent)).State.ShouldBe(LatestAttributesState.ConsentRevoked);
        LatestAttributes direct = await _authority.Connect(Service).FetchAsync(consent, card.Signature!.Identity);
        (direct.State, direct.Attributes).ShouldBe((LatestAttributesState.ConsentRevoked, null));
    }

    [Fact]
    public async Task Wiped_consent_is_not_known_and_cannot_be_brought_again()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        ConsentRequest request = Ask();
        byte[] signed = Sign(request, card.Signature!);
        await _authority.FileAsync(Service, signed);
        _authority.Wipe().ShouldBe(0);
        _authority.Revoke(request.Id, card.Signature!.Identity);
        _authority.Wipe().ShouldBe(1);
        _authority.Wipe().ShouldBe(0);
        (await _authority.Connect(Service).PollAsync(request.Id, card.Signature!.Identity)).State.ShouldBe(AuthorityConsentState.NotReflected);
        (await _authority.Connect(Service).FetchAsync(request.Id, card.Signature!.Identity)).State.ShouldBe(LatestAttributesState.ConsentNotKnown);
        _authority.Revoke(request.Id, card.Signature!.Identity).ShouldBeFalse();
        (await _authority.FileAsync(Service, signed)).ShouldBe(ConsentFiling.AlreadyFiled);
    }

    [Fact]
    public async Task Consent_ends_after_ten_years_from_the_day_after_it_was_reflected()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        ConsentRequest request = Ask();
        await _authority.FileAsync(Service, Sign(request, card.Signature!));
        ILatestAttributesProvider provider = _authority.Connect(Service);
        _counter.Clock.Set(new DateTimeOffset(2036, 4, 1, 14, 59, 59, TimeSpan.Zero));       // the last second of 2036-04-01 in Japan
        (await provider.PollAsync(request.Id, card.Signature!.Identity)).ShouldBe(new AuthorityConsent(AuthorityConsentState.Stands, new DateOnly(2026, 4, 1)));
        _counter.Clock.Advance(TimeSpan.FromSeconds(1));
        (await provider.PollAsync(request.Id, card.Signature!.Identity)).State.ShouldBe(AuthorityConsentState.NotReflected);
        _authority.Revoke(request.Id, card.Signature!.Identity).ShouldBeFalse();
        _authority.Wipe().ShouldBe(1);
    }

    [Fact]
    public async Task Reflection_takes_the_time_that_was_set()
    {
        LatestAttributesOffice slow = new(_counter.Lab, TimeSpan.FromHours(13));
        OfficeOutcome card = await _counter.DeliveredAsync();
        ConsentRequest request = Ask();
        await slow.FileAsync(Service, Sign(request, card.Signature!));
        (await slow.Connect(Service).PollAsync(request.Id, card.Signature!.Identity)).State.ShouldBe(AuthorityConsentState.NotReflected);
        (await slow.Connect(Service).FetchAsync(request.Id, card.Signature!.Identity)).State.ShouldBe(LatestAttributesState.ConsentNotKnown);
        _counter.Clock.Advance(TimeSpan.FromHours(13));
        (await slow.Connect(Service).PollAsync(request.Id, card.Signature!.Identity)).ReflectedOn.ShouldBe(new DateOnly(2026, 4, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => new LatestAttributesOffice(_counter.Lab, TimeSpan.FromSeconds(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => new LatestAttributesOffice(_counter.Lab, TimeSpan.FromDays(31)));
    }

    [Fact]
    public async Task Consent_for_another_service_and_another_persons_certificate_are_not_known()
    {
        OfficeOutcome card = await _counter.DeliveredAsync(), other = await _counter.DeliveredAsync(Counter.Id(8));
        string consent = await GiveAsync(card.Signature!);
        await Office.ChangeRecordAsync(Counter.Id(8));
        await MoveAsync(Counter.Id(8), Counter.Id(9));
        ILatestAttributesProvider provider = _authority.Connect(Service), stranger = _authority.Connect("架空証券 口座");
        (await stranger.PollAsync(consent, card.Signature!.Identity)).State.ShouldBe(AuthorityConsentState.NotReflected);
        (await stranger.FetchAsync(consent, card.Signature!.Identity)).State.ShouldBe(LatestAttributesState.ConsentNotKnown);
        (await provider.FetchAsync(consent, other.Signature!.Identity)).State.ShouldBe(LatestAttributesState.ConsentNotKnown);
        (await provider.FetchAsync(consent, card.UserAuthentication!.Identity)).State.ShouldBe(LatestAttributesState.ConsentNotKnown);
        (await provider.FetchAsync(consent, default)).State.ShouldBe(LatestAttributesState.ConsentNotKnown);
        (await provider.FetchAsync("no such consent", card.Signature!.Identity)).State.ShouldBe(LatestAttributesState.ConsentNotKnown);
    }

    /// <summary>Whoever gets a request's text can sign it with a card of their own; that is another consent, and none of the holder's.</summary>
    [Theory]
    [InlineData("before the holder", true)]
    [InlineData("after the holder", false)]
    public async Task Text_that_a_stranger_signs_and_files_leaves_the_holders_consent_alone(string row, bool before)
    {
        OfficeOutcome card = await _counter.DeliveredAsync(), other = await _counter.DeliveredAsync(Counter.Id(8));
        ConsentRequest request = Ask();
        byte[] own = Sign(request, card.Signature!), strange = Sign(request, other.Signature!);
        await TakeAsync(request, own, card.Signature!);
        ILatestAttributesProvider provider = _authority.Connect(Service);
        (await _authority.FileAsync(Service, before ? strange : own)).ShouldBe(ConsentFiling.Filed, row);
        (await provider.PollAsync(request.Id, before ? card.Signature!.Identity : other.Signature!.Identity)).State.ShouldBe(AuthorityConsentState.NotReflected, row);
        (await _authority.FileAsync(Service, before ? own : strange)).ShouldBe(ConsentFiling.Filed, row);
        (await _authority.FileAsync(Service, own)).ShouldBe(ConsentFiling.AlreadyFiled, row);
        _authority.Revoke(request.Id, other.Signature!.Identity).ShouldBeTrue(row);
        _authority.Wipe().ShouldBe(1, row);
        (await _bank.PollAsync()).ShouldBe(new ConsentPollReport(1, 1, 0, 0), row);
        _authority.Revoke(request.Id, default).ShouldBeFalse(row);
        (await provider.PollAsync(request.Id, default)).State.ShouldBe(AuthorityConsentState.NotReflected, row);
    }

    [Fact]
    public async Task Signer_files_no_more_than_the_ceiling_and_wiping_makes_no_room()
    {
        OfficeOutcome card = await _counter.DeliveredAsync(), other = await _counter.DeliveredAsync(Counter.Id(8));
        ConsentRequest first = Ask();
        await _authority.FileAsync(Service, Sign(first, card.Signature!));
        for (int i = 1; i < LatestAttributesOffice.MostPerSigner; i++)
        {
            (await _authority.FileAsync(Service, Sign(Ask(), card.Signature!))).ShouldBe(ConsentFiling.Filed);
        }

        (await _authority.FileAsync(Service, Sign(Ask(), card.Signature!))).ShouldBe(ConsentFiling.TooMany);
        (await _authority.FileAsync(Service, Sign(first, card.Signature!))).ShouldBe(ConsentFiling.AlreadyFiled);
        _authority.Revoke(first.Id, card.Signature!.Identity).ShouldBeTrue();
        _authority.Wipe().ShouldBe(1);
        (await _authority.FileAsync(Service, Sign(Ask(), card.Signature!))).ShouldBe(ConsentFiling.TooMany);
        (await _authority.FileAsync(Service, Sign(Ask(), other.Signature!))).ShouldBe(ConsentFiling.Filed);
    }

    [Fact]
    public async Task Person_is_followed_over_a_renewal_without_a_signature_certificate()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        string consent = await GiveAsync(card.Signature!);
        await Office.StopAsync(Counter.First);
        (await Office.ReissueAsync(Counter.First, _counter.Form(Counter.Second) with { DeclinesSignature = true })).IsDone.ShouldBeTrue();
        (await FetchAsync(consent)).State.ShouldBe(LatestAttributesState.NoNewSignatureCertificate);
        OfficeOutcome moved = await MoveAsync(Counter.Second, Counter.Id(9));
        (await FetchAsync(consent)).Certificate.ShouldBe(moved.Signature!.Identity);
        (await Office.ReportLossAsync(Counter.Id(9), true)).IsDone.ShouldBeTrue();
        (await FetchAsync(consent)).State.ShouldBe(LatestAttributesState.NoNewSignatureCertificate);
    }

    [Fact]
    public async Task Consent_signed_with_a_phone_follows_the_card_it_was_enrolled_with()
    {
        OfficeOutcome card = await _counter.DeliveredAsync(), phone = await _counter.EnrolledAsync(card);
        ConsentRequest request = Ask();
        (await _authority.FileAsync(Service, Sign(request, phone.Signature!, key: 7))).ShouldBe(ConsentFiling.Filed);
        ILatestAttributesProvider provider = _authority.Connect(Service);
        (await provider.FetchAsync(request.Id, phone.Signature!.Identity)).State.ShouldBe(LatestAttributesState.Unchanged);
        await Office.ChangeRecordAsync(Counter.First);
        await MoveAsync(Counter.First, Counter.Second);
        (await provider.FetchAsync(request.Id, phone.Signature.Identity)).Attributes!.Address.ShouldBe(NewAddress);
    }

    [Fact]
    public async Task Renewal_with_the_same_attributes_changes_nothing()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        _counter.Clock.Set(card.Signature!.NotAfter.AddDays(-30));
        string consent = await GiveAsync(card.Signature!);
        (await Office.RenewAsync(Counter.First, _counter.Form(Counter.Second))).IsDone.ShouldBeTrue();
        (await FetchAsync(consent)).State.ShouldBe(LatestAttributesState.Unchanged);
    }

    [Theory]
    [InlineData("certificate revoked", ConsentFiling.SignatureInvalid)]
    [InlineData("user-authentication key", ConsentFiling.SignatureInvalid)]
    [InlineData("garbage", ConsentFiling.SignatureInvalid)]
    [InlineData("detached", ConsentFiling.SignatureInvalid)]
    [InlineData("another service", ConsentFiling.TextRefused)]
    [InlineData("another text", ConsentFiling.TextRefused)]
    [InlineData("not UTF-8", ConsentFiling.TextRefused)]
    [InlineData("a line more", ConsentFiling.TextRefused)]
    [InlineData("number too short", ConsentFiling.TextRefused)]
    public async Task Consent_that_does_not_hold_is_not_put_on_file(string row, ConsentFiling expected)
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        ConsentRequest request = ConsentRequest.Create(row == "another service" ? "架空証券 口座" : Service, "2026-04", _random, _counter.Clock);
        byte[] text = row switch
        {
            "another text" => "I consent"u8.ToArray(),
            "not UTF-8" => [.. request.Content.Span[..^2], 0xFF, 0x0A],
            "a line more" => [.. request.Content.Span, .. "and more\n"u8],
            "number too short" => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(request.Content.Span).Replace(request.Id, request.Id[1..], StringComparison.Ordinal)),
            _ => request.Content.ToArray(),
        };
        byte[] signed = row switch
        {
            "garbage" => [0x30, 0x00],
            "detached" => _counter.Sign(text, card.Signature!),
            "user-authentication key" => _counter.Sign(text, card.UserAuthentication!, detached: false, key: 6),
            _ => _counter.Sign(text, card.Signature!, detached: false),
        };
        _ = row == "certificate revoked" ? _counter.Lab.Statuses.Revoke(card.Signature!.Identity, RevocationReason.KeyCompromise) : default;
        (await _authority.FileAsync(Service, signed)).ShouldBe(expected, row);
        (await _authority.Connect(Service).PollAsync(request.Id, card.Signature!.Identity)).State.ShouldBe(AuthorityConsentState.NotReflected, row);
    }

    [Fact]
    public async Task Service_that_is_away_gives_no_answer_and_changes_nothing_at_the_bank()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        string consent = await GiveAsync(card.Signature!);
        _authority.IsAway = true;
        (await _bank.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 1));
        (await FetchAsync(consent)).State.ShouldBe(LatestAttributesState.NoAnswer);
        (await _authority.Connect(Service).FetchAsync(consent, card.Signature!.Identity)).State.ShouldBe(LatestAttributesState.NoAnswer);
        _authority.IsAway = false;
        (await FetchAsync(consent)).State.ShouldBe(LatestAttributesState.Unchanged);
    }

    [Fact]
    public async Task Circle_of_links_made_by_hand_ends()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        string consent = await GiveAsync(card.Signature!);
        _counter.Lab.Links.LinkSuccessor(card.Signature!.Identity, card.Signature.Identity);
        (await FetchAsync(consent)).State.ShouldBe(LatestAttributesState.Unchanged);
    }

    private static DocumentVerifier Documents(LabAuthority lab)
    {
        CertificateProfile profile = CertificateProfiles.CardSignature with { Policy = PolicyEnvironment.Lab.SignatureCard! };
        TrustAnchor[] pinned = [.. lab.Anchors(CertificatePurpose.Signature).Select(der => TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor) ? anchor : throw new InvalidOperationException())];
        TrustAnchorSet anchors = new(CertificatePurpose.Signature, JpkiEnvironment.Lab, pinned, [profile]);
        return new DocumentVerifier(new CertificateValidator(anchors, new RegisterStatusSource(lab.Statuses, lab.Clock), lab.Clock));
    }

    private ConsentRequest Ask() => ConsentRequest.Create(Service, "2026-04", _random, _counter.Clock);

    private byte[] Sign(ConsentRequest request, IssuedCertificate signer, int key = 5) => _counter.Sign(request.Content, signer, detached: false, key: key);

    private ValueTask<ConsentResult> TakeAsync(ConsentRequest request, byte[] signed, IssuedCertificate holder) => _bank.TakeAsync("account-1", holder.Identity, request, signed);

    private ValueTask<LatestAttributes> FetchAsync(string consent) => _bank.FetchAsync(consent, Service);

    /// <summary>A consent that stands at bank and authority, a day later.</summary>
    private async Task<string> GiveAsync(IssuedCertificate signer)
    {
        ConsentRequest request = Ask();
        byte[] signed = Sign(request, signer);
        (await TakeAsync(request, signed, signer)).Reason.ShouldBe(VerificationReason.None);
        (await _authority.FileAsync(Service, signed)).ShouldBe(ConsentFiling.Filed);
        await _bank.PollAsync();
        _counter.Clock.Advance(TimeSpan.FromDays(1));
        return request.Id;
    }

    private async Task<OfficeOutcome> MoveAsync(MyNumber.Numbering.ApplicationId old, MyNumber.Numbering.ApplicationId id)
    {
        CertificateApplication form = _counter.Form(id);
        HolderAttributes before = form.Holder;
        before.Attributes.Address.ShouldBe(OldAddress);
        HolderAttributes after = new(new FourAttributes(before.Attributes.Name, NewAddress, before.Attributes.BirthDate, before.Attributes.Sex));
        OfficeOutcome moved = await Office.ReissueSignatureAsync(old, form with { Holder = after, SignatureKey = Counter.Key(9) });
        moved.Refusal.ShouldBe(MyNumber.Jpki.Authority.Applications.OfficeRefusal.None);
        return moved;
    }
}
