using System.Security.Cryptography;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Emulation.Tests.Faults;

public sealed class CardFaultsTests
{
    private const string SelectCertificate = "00A4020C02000A";
    private static readonly DateOnly LastDay = new(2030, 3, 31);

    [Fact]
    public void A_cloned_certificate_reads_well_on_a_card_with_another_key()
    {
        using Terminal original = Terminal.WithCertificates();
        using EmulatedCard clone = OtherCard(CardProfile.IndividualNumberCard);
        byte[] key = clone.GetPublicKey(CardKeyPurpose.UserAuthentication);
        CardFaults.CloneCertificate(original.Card, clone, CardKeyPurpose.UserAuthentication);
        clone.PowerOn();
        original.After(Terminal.SelectJpki, SelectCertificate);
        Send(clone, Terminal.SelectJpki);
        Send(clone, SelectCertificate);
        Send(clone, "00B0040000").ShouldBe(original.Send("00B0040000"));
        Send(clone, "00B0000004").ShouldBe("308204AC9000");
        clone.GetPublicKey(CardKeyPurpose.UserAuthentication).ShouldBe(key);
        clone.GetPublicKey(CardKeyPurpose.UserAuthentication).ShouldNotBe(original.Card.GetPublicKey(CardKeyPurpose.UserAuthentication));
    }

    [Fact]
    public void A_card_without_a_certificate_gives_none_to_clone()
    {
        using Terminal empty = new();
        using EmulatedCard clone = OtherCard(CardProfile.IndividualNumberCard);
        Should.Throw<InvalidOperationException>(() => CardFaults.CloneCertificate(empty.Card, clone, CardKeyPurpose.Signature));
    }

    [Fact]
    public void A_card_without_the_key_takes_no_clone()
    {
        using Terminal original = Terminal.WithCertificates();
        using EmulatedCard child = OtherCard(CardProfile.WithoutSignatureCertificate);
        Should.Throw<InvalidOperationException>(() => CardFaults.CloneCertificate(original.Card, child, CardKeyPurpose.Signature));
    }

    [Fact]
    public void A_card_with_the_same_key_is_no_clone()
    {
        using Terminal original = Terminal.WithCertificates();
        Should.Throw<InvalidOperationException>(() => CardFaults.CloneCertificate(original.Card, original.Card, CardKeyPurpose.Signature));
    }

    [Fact]
    public void Only_the_two_certificates_of_the_holder_are_cloned()
    {
        using Terminal original = Terminal.WithCertificates();
        Should.Throw<ArgumentOutOfRangeException>(() => CardFaults.CloneCertificate(original.Card, original.Card, (CardKeyPurpose)2));
    }

    [Fact]
    public void A_full_free_area_takes_no_further_slot()
    {
        using Terminal terminal = new();
        FreeAreaSlot library = new(15, "見本市図書館", FreeAreaBasis.Ordinance, "見本市個人番号カード利用条例", LastDay, null);
        CardFaults.FillFreeArea(terminal.Card, LastDay).ShouldBe(1);
        terminal.Card.FreeAreaLeft.ShouldBe(0);
        terminal.Card.TryLoadFreeArea(library).ShouldBeFalse();
        CardFaults.FillFreeArea(terminal.Card, LastDay).ShouldBe(0);
    }

    [Fact]
    public void A_slot_that_was_there_before_stays()
    {
        using Terminal terminal = new();
        FreeAreaSlot first = new(1, "見本市図書館", FreeAreaBasis.Ordinance, "見本市個人番号カード利用条例", LastDay, null);
        terminal.Card.TryLoadFreeArea(first).ShouldBeTrue();
        CardFaults.FillFreeArea(terminal.Card, LastDay).ShouldBe(1);
        terminal.Card.FreeArea.Select(slot => slot.Number).ShouldBe([1, 2]);
        terminal.Card.FreeAreaLeft.ShouldBe(0);
    }

    [Fact]
    public void A_free_area_too_small_for_any_slot_is_full_as_it_is()
    {
        using Terminal terminal = new(EmulatedCardOptions.Default with { FreeAreaSize = 10 });
        CardFaults.FillFreeArea(terminal.Card, LastDay).ShouldBe(0);
    }

    private static EmulatedCard OtherCard(CardProfile profile)
    {
        using RSA authentication = LabKeyPool.Load(2);
        using RSA signature = LabKeyPool.Load(3);
        return new EmulatedCardBuilder(CardPerson.Sample)
            .WithProfile(profile)
            .WithKey(CardKeyPurpose.UserAuthentication, authentication)
            .WithKey(CardKeyPurpose.Signature, signature)
            .Build();
    }

    private static string Send(EmulatedCard card, string hex)
    {
        byte[] response = new byte[258];
        int length = card.Process(Convert.FromHexString(hex), response);
        return Convert.ToHexString(response.AsSpan(0, length));
    }
}
