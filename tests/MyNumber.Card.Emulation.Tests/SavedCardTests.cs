using System.Text;
using System.Text.Json.Nodes;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Tests;

public sealed class SavedCardTests
{
    [Fact]
    public void A_restored_card_has_the_same_files_keys_pins_and_counters()
    {
        using Terminal before = Terminal.WithCertificates();
        before.After(Terminal.SelectJpki);
        before.Send("0020009B04" + "30303030").ShouldBe("63C4");
        before.After(Terminal.VerifyAuthenticationPin, "0024019804" + "39383736");
        using Terminal after = new(EmulatedCard.Restore(before.Card.SaveState()));

        after.After(Terminal.SelectJpki);
        after.Send("0020009B").ShouldBe("63C4");
        after.Send(Terminal.VerifyAuthenticationPin).ShouldBe("63C2");
        after.After("0020009804" + "39383736");
        after.Data("802A009701AA00").ShouldBe(before.Data("802A009701AA00"));
        foreach (int file in (int[])[2, 6, 8, 10, 11])
        {
            after.ReadFile(file).ShouldBe(before.ReadFile(file));
        }

        foreach (string command in (string[])["00CA00F8000000", "00CA0042000000"])
        {
            after.After(Terminal.SelectIssuer).Data(command).ShouldBe(before.After(Terminal.SelectIssuer).Data(command));
        }

        after.After(Terminal.SelectCommon).Data("00B2010C00").ShouldBe(before.After(Terminal.SelectCommon).Data("00B2010C00"));
        after.Card.GetPublicKey(CardKeyPurpose.SessionTransport).ShouldBe(before.Card.GetPublicKey(CardKeyPurpose.SessionTransport));
    }

    [Fact]
    public void What_is_verified_and_selected_is_not_saved()
    {
        using Terminal before = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        using Terminal after = new(EmulatedCard.Restore(before.Card.SaveState()));
        after.Send("00A4020C020017").ShouldBe("6A82");
        after.After(Terminal.SelectJpki).Send("802A009701AA00").ShouldBe("6982");
        after.Card.Decisions.Count.ShouldBe(3);
    }

    [Fact]
    public void A_blocked_pin_stays_blocked()
    {
        using Terminal before = new Terminal().After(Terminal.SelectJpki);
        for (int i = 0; i < 3; i++)
        {
            before.Send("0020009804" + "30303030");
        }

        using Terminal after = new(EmulatedCard.Restore(before.Card.SaveState(), new EmulatedCardOptions { BlockedAnswers6983 = true }));
        after.After(Terminal.SelectJpki).Send(Terminal.VerifyAuthenticationPin).ShouldBe("6983");
    }

    [Fact]
    public void The_free_area_comes_back_with_what_was_written()
    {
        FreeAreaSlot slot = new(2, "o", FreeAreaBasis.Ordinance, "g", new DateOnly(2028, 3, 31), "1234", new FreeAreaFile(2, [1], 4, isWritable: true));
        using Terminal before = new();
        before.Card.TryLoadFreeArea(slot).ShouldBeTrue();
        before.After("00A4040C08F04D4E53444B0102", "0020009104" + "31323334", "00D6820102" + "AABB", "0024019104" + "39383736");
        using Terminal after = new(EmulatedCard.Restore(before.Card.SaveState()));
        after.After("00A4040C08F04D4E53444B0102");
        after.Send("00B0820000").ShouldBe("01AABBFF9000");
        after.Send("0020009104" + "31323334").ShouldBe("63C2");
        after.After("0020009104" + "39383736");
        after.Card.FreeAreaLeft.ShouldBe(before.Card.FreeAreaLeft);
        after.Card.TryLoadFreeArea(slot).ShouldBeFalse();
    }

    [Theory]
    [InlineData("individual-number-card")]
    [InlineData("card-without-signature-certificate")]
    [InlineData("card-without-pins")]
    [InlineData("android-secure-element")]
    [InlineData("resident-card")]
    public void Saving_again_gives_the_same_bytes(string name)
    {
        using Terminal terminal = new(profile: CardProfile.All.Single(profile => profile.Name == name));
        byte[] first = terminal.Card.SaveState();
        using EmulatedCard card = EmulatedCard.Restore(first);
        card.SaveState().ShouldBe(first);
        card.Profile.Name.ShouldBe(name);
    }

    [Fact]
    public void A_card_saved_without_the_file_of_a_missing_certificate_comes_back_with_either_option()
    {
        EmulatedCardOptions absent = new() { MissingSignatureCertificate = MissingCertificate.IsAbsent };
        using Terminal before = new(absent, CardProfile.WithoutSignatureCertificate);
        byte[] state = before.Card.SaveState();
        using Terminal same = new(EmulatedCard.Restore(state, absent));
        same.After(Terminal.SelectJpki).Send("00A4020C020001").ShouldBe("6A82");
        using Terminal other = new(EmulatedCard.Restore(state));
        other.After(Terminal.SelectJpki).Send("00A4020C020001").ShouldBe("9000");
    }

    [Theory]
    [InlineData("format", "2")]
    [InlineData("format", "\"1\"")]
    [InlineData("profile", "null")]
    [InlineData("profile", "{}")]
    [InlineData("contents", "{}")]
    [InlineData("contents", "null")]
    [InlineData("pins", "{}")]
    [InlineData("pins", "{\"jpki/0018\":null}")]
    [InlineData("keys", "{}")]
    [InlineData("keys", "{\"UserAuthentication\":\"AAAA\"}")]
    [InlineData("keys", "{\"UserAuthentication\":null}")]
    [InlineData("freeArea", "[null]")]
    [InlineData("freeArea", "null")]
    [InlineData("freeArea", "[{\"number\":99,\"owner\":\"o\",\"basis\":1,\"ground\":\"g\",\"validUntil\":\"2028-03-31\",\"hasPin\":false,\"files\":[]}]")]
    [InlineData("freeArea", "[{\"number\":1,\"owner\":\"o\",\"basis\":1,\"ground\":\"g\",\"validUntil\":\"2028-03-31\",\"hasPin\":false,\"files\":[]}]")]
    [InlineData("other", "1")]
    public void A_document_with_a_wrong_member_is_refused(string member, string value)
    {
        JsonNode root = JsonNode.Parse(Saved)!;
        root[member] = JsonNode.Parse(value);
        Should.Throw<FormatException>(() => EmulatedCard.Restore(Encoding.UTF8.GetBytes(root.ToJsonString())));
    }

    [Theory]
    [InlineData("more tries left than there are", "triesLeft", 4)]
    [InlineData("negative tries", "triesLeft", -1)]
    [InlineData("too many tries", "maximumTries", 16)]
    public void A_wrong_counter_is_refused(string description, string member, int value)
    {
        description.ShouldNotBeEmpty();
        JsonNode root = JsonNode.Parse(Saved)!;
        root["pins"]!["jpki/0018"]![member] = value;
        Should.Throw<FormatException>(() => EmulatedCard.Restore(Encoding.UTF8.GetBytes(root.ToJsonString()))).Message.ShouldContain("jpki/0018");
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("null", "null")]
    [InlineData("an array", "[]")]
    [InlineData("a piece", "{\"format\":1")]
    public void What_is_no_document_is_refused(string description, string json)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => EmulatedCard.Restore(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void A_disposed_card_cannot_be_saved()
    {
        Terminal terminal = new();
        terminal.Dispose();
        Should.Throw<ObjectDisposedException>(() => terminal.Card.SaveState());
    }

    private static readonly byte[] Saved = Save();

    private static byte[] Save()
    {
        using Terminal terminal = new(profile: CardProfile.WithoutSignatureCertificate);
        return terminal.Card.SaveState();
    }
}
