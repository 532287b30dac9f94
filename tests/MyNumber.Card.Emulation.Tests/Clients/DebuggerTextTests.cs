using System.Security.Cryptography;
using MyNumber.Card.Applications;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Applications.Surface;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Certificates;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Emulation.Tests.Clients;

/// <summary>What a debugger and a log show of results: how they ended, and nothing of the person.</summary>
public sealed class DebuggerTextTests : IDisposable
{
    private readonly EmulatedCard _card = new EmulatedCardBuilder(CardPerson.Sample).Build();
    private readonly EmulatedReader _reader = new();

    public DebuggerTextTests() => _reader.Insert(_card);

    public void Dispose() => _card.Dispose();

    [Fact]
    public async Task Checks_tell_outcome_and_issuer()
    {
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        using CardSession session = CardSession.Open(_reader.Connect());
        SurfaceApplication surface = await SurfaceApplication.SelectAsync(session);
        using BirthDateKey birth = BirthDateKey.From(CardPerson.Sample.Attributes.BirthDate);
        await surface.VerifyBirthDateAsync(birth);
        AgeRecord age = await surface.ReadAgeRecordAsync();
        CardIssuerCheck issuer = await surface.CheckIssuerAsync(LabCardAuthority.Default.Anchors);
        issuer.ToString().ShouldBe("Verified: 1310100/000");
        (await surface.CheckIssuerAsync(CardTrustAnchors.None)).ToString().ShouldBe("UnknownAuthority");
        (await surface.CheckGenuineAsync(LabCardAuthority.Default.Anchors, age, random)).ToString().ShouldBe("Genuine (issuer Verified: 1310100/000)");
        (await surface.CheckGenuineAsync(CardTrustAnchors.None, age, random)).ToString().ShouldBe("IssuerNotVerified (issuer UnknownAuthority)");
        default(GenuineCardCheck).ToString().ShouldBe("None (issuer None)");
    }

    [Fact]
    public async Task Overview_tells_tries_and_no_pin()
    {
        using CardSession session = CardSession.Open(_reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin wrong = CardPin.Copy("0000");
        await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, wrong);
        await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, wrong);
        PinOverview overview = await PinOverview.ReadAsync(session);
        overview[PinReference.UserAuthentication].ToString().ShouldBe("user-authentication PIN: 1 try left");
        overview[PinReference.Signature].ToString().ShouldBe("signature password: 5 tries left");
        jpki = await JpkiApplication.SelectAsync(session);
        await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, wrong, LastTry.Spend);
        overview = await PinOverview.ReadAsync(session);
        overview[PinReference.UserAuthentication].ToString().ShouldBe("user-authentication PIN: blocked");
    }

    [Fact]
    public async Task Missing_application_is_told_by_name_of_its_pin()
    {
        using EmulatedCard phone = new EmulatedCardBuilder(CardPerson.Sample).WithProfile(CardProfile.AndroidSecureElement).Build();
        EmulatedReader reader = new();
        reader.Insert(phone);
        using CardSession session = CardSession.Open(reader.Connect());
        (await PinOverview.ReadAsync(session))[PinReference.InputSupport].ToString().ShouldBe("input-support PIN: ApplicationAbsent");
    }

    [Fact]
    public async Task Detection_and_card_tell_the_kind()
    {
        using CardSession session = CardSession.Open(_reader.Connect());
        CardDetection detection = await CardDetection.DetectAsync(session);
        detection.ToString().ShouldBe("Individual Number Card; certificates: none; missing applications: 0");
        _card.ToString().ShouldBe("EmulatedCard(individual-number-card, powered)");
        default(CertificatePresence).ToString().ShouldBe("none");
    }

    [Fact]
    public void Card_without_power_and_after_disposal_still_says_what_it_is()
    {
        EmulatedCard card = new EmulatedCardBuilder(CardPerson.Sample).Build();
        card.ToString().ShouldBe("EmulatedCard(individual-number-card, without power)");
        card.Dispose();
        card.ToString().ShouldBe("EmulatedCard(individual-number-card, disposed)");
    }
}
