using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Tests.Profiles;

/// <summary>The free area is the lab's own design; its bytes stand in docs/card/emulator.md.</summary>
public sealed class FreeAreaTests
{
    private const string SelectSlot = "00A4040C08F04D4E53444B0103";
    private const string VerifyPin = "002000910431323334";

    [Fact]
    public void The_header_tells_owner_ground_and_last_day()
    {
        using Terminal terminal = Open();
        Convert.ToHexString(terminal.ReadFile(1)).ShouldBe(
            "FF601E" + "DF6103" + "E5B882" + "DF6201" + "01" + "DF6306" + "E69DA1E4BE8B" + "DF6408" + "3230323830333331");
    }

    [Fact]
    public void Files_open_as_they_were_described()
    {
        using Terminal terminal = Open();
        terminal.Send("00B0820000").ShouldBe("AABBFFFF9000");
        terminal.Send("00B0830000").ShouldBe("6982");
        terminal.After(VerifyPin);
        terminal.Send("00B0830000").ShouldBe("FFFFFFFFFFFFFFFF9000");
    }

    [Fact]
    public void A_writable_file_is_overwritten_in_place_after_the_pin_and_keeps_it_over_power_off()
    {
        using Terminal terminal = Open().After(VerifyPin, "00A4020C020003", "00D6000203010203", "00D683070109");
        terminal.Card.PowerOff();
        terminal.Card.PowerOn();
        terminal.After(SelectSlot, VerifyPin);
        terminal.Send("00B0830000").ShouldBe("FFFF010203FFFF099000");
    }

    [Theory]
    [InlineData("before the PIN", false, "00D6830001AA", "6982")]
    [InlineData("a file that is not writable", true, "00D6820001AA", "6982")]
    [InlineData("the header", true, "00D6810001AA", "6982")]
    [InlineData("the PIN file", true, "00D6910001AA", "6981")]
    [InlineData("a missing file", true, "00D6840001AA", "6A82")]
    [InlineData("no current file", false, "00D6000001AA", "6986")]
    [InlineData("behind the end", true, "00D6830801AA", "6B00")]
    [InlineData("over the end", true, "00D6830702AABB", "6700")]
    [InlineData("no data", true, "00D68300", "6700")]
    [InlineData("with Le", true, "00D6830001AA00", "6700")]
    [InlineData("short identifier 1F", true, "00D69F0001AA", "6A86")]
    public void Update_is_refused(string description, bool verified, string command, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Open();
        if (verified)
        {
            terminal.After(VerifyPin);
        }

        terminal.Send(command).ShouldBe(status);
        terminal.After(VerifyPin);
        terminal.Send("00B0830000").ShouldBe("FFFFFFFFFFFFFFFF9000");
    }

    [Theory]
    [InlineData("JPKI certificate", Terminal.SelectJpki, "00D68A0001AA")]
    [InlineData("JPKI certificate presence", Terminal.SelectJpki, "00D6880001AA")]
    [InlineData("JPKI signature certificate", Terminal.SelectJpki, "00D6810001AA")]
    [InlineData("individual number", Terminal.SelectInputSupport, "00D6810001AA")]
    [InlineData("card face", Terminal.SelectSurface, "00D6820001AA")]
    public void No_file_of_the_other_applications_can_be_written(string description, string select, string command)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(select);
        if (select == Terminal.SelectJpki)
        {
            terminal.After(Terminal.VerifyAuthenticationPin, Terminal.VerifySignaturePin);
        }
        else
        {
            terminal.Presenting(select == Terminal.SelectSurface ? "surface A" : "input-support PIN");
        }

        terminal.Send(command).ShouldBe("6982");
    }

    [Fact]
    public void The_pin_has_three_tries_and_can_be_changed()
    {
        using Terminal terminal = Open().After(VerifyPin, "0024019104" + "39383736");
        terminal.Send(VerifyPin).ShouldBe("63C2");
        terminal.After("0020009104" + "39383736");
    }

    [Fact]
    public void A_slot_without_pin_has_no_pin_file()
    {
        FreeAreaSlot slot = new(1, "o", FreeAreaBasis.MinisterApproval, "g", new DateOnly(2028, 3, 31), null, new FreeAreaFile(2, [1], 1));
        using Terminal terminal = new(Card(slot));
        terminal.After("00A4040C08F04D4E53444B0101");
        terminal.Send("00A4020C020011").ShouldBe("6A82");
        terminal.Send("00B0820000").ShouldBe("019000");
    }

    [Fact]
    public void Slots_are_found_one_after_the_other()
    {
        using Terminal terminal = new(Card(Slot(3), Slot(1)));
        terminal.Send("00A4040007F04D4E53444B0100").ShouldBe("6F0A8408F04D4E53444B01039000");
        terminal.Send("00A4040207F04D4E53444B0100").ShouldBe("6F0A8408F04D4E53444B01019000");
        terminal.Send("00A4040207F04D4E53444B0100").ShouldBe("6A82");
    }

    [Fact]
    public void The_area_gets_full_and_takes_no_number_twice()
    {
        using Terminal terminal = new(Card(new EmulatedCardOptions { FreeAreaSize = 100 }));
        EmulatedCard card = terminal.Card;
        card.FreeAreaLeft.ShouldBe(100);
        card.TryLoadFreeArea(Slot(3)).ShouldBeTrue();
        card.TryLoadFreeArea(Slot(3)).ShouldBeFalse();
        card.TryLoadFreeArea(Slot(4)).ShouldBeTrue();
        card.FreeAreaLeft.ShouldBe(100 - (2 * (33 + 12)));
        card.TryLoadFreeArea(Slot(5)).ShouldBeFalse();
        card.FreeArea.Select(slot => slot.Number).ShouldBe([3, 4]);
    }

    [Fact]
    public void The_builder_says_when_a_slot_does_not_fit() =>
        Should.Throw<InvalidOperationException>(() => Card(new EmulatedCardOptions { FreeAreaSize = 40 }, Slot(3)));

    private static readonly Dictionary<string, Action> Wrong = new()
    {
        ["slot 0"] = () => New(number: 0),
        ["slot 16"] = () => New(number: 16),
        ["no owner"] = () => New(owner: ""),
        ["long owner"] = () => New(owner: new string('o', 257)),
        ["no ground"] = () => New(ground: ""),
        ["unknown basis"] = () => New(basis: (FreeAreaBasis)3),
        ["PIN of letters"] = () => New(pin: "abcd"),
        ["PIN of three digits"] = () => New(pin: "123"),
        ["file twice"] = () => New("1234", new FreeAreaFile(2, [1], 1), new FreeAreaFile(2, [1], 1)),
        ["PIN to read and no PIN"] = () => New(null, new FreeAreaFile(2, [1], 1, needsPinToRead: true)),
        ["writable and no PIN"] = () => New(null, new FreeAreaFile(2, [1], 1, isWritable: true)),
        ["file 1"] = () => _ = new FreeAreaFile(1, [1], 1),
        ["file 16"] = () => _ = new FreeAreaFile(16, [1], 1),
        ["size 0"] = () => _ = new FreeAreaFile(2, [], 0),
        ["size below content"] = () => _ = new FreeAreaFile(2, [1, 2], 1),
        ["size above 4,096"] = () => _ = new FreeAreaFile(2, [1], 4097),
    };

    [Theory]
    [InlineData("slot 0")]
    [InlineData("slot 16")]
    [InlineData("no owner")]
    [InlineData("long owner")]
    [InlineData("no ground")]
    [InlineData("unknown basis")]
    [InlineData("PIN of letters")]
    [InlineData("PIN of three digits")]
    [InlineData("file twice")]
    [InlineData("PIN to read and no PIN")]
    [InlineData("writable and no PIN")]
    [InlineData("file 1")]
    [InlineData("file 16")]
    [InlineData("size 0")]
    [InlineData("size below content")]
    [InlineData("size above 4,096")]
    public void A_slot_or_file_cannot_be_made_with(string description) => Should.Throw<ArgumentException>(Wrong[description]);

    private static void New(string? pin, params FreeAreaFile[] files) =>
        _ = new FreeAreaSlot(1, "o", FreeAreaBasis.Ordinance, "g", new DateOnly(2028, 3, 31), pin, files);

    private static void New(int number = 1, string owner = "o", string ground = "g", FreeAreaBasis basis = FreeAreaBasis.Ordinance, string? pin = null) =>
        _ = new FreeAreaSlot(number, owner, basis, ground, new DateOnly(2028, 3, 31), pin);

    private static FreeAreaSlot Slot(int number) => new(
        number,
        "市",
        FreeAreaBasis.Ordinance,
        "条例",
        new DateOnly(2028, 3, 31),
        "1234",
        new FreeAreaFile(2, [0xAA, 0xBB], 4),
        new FreeAreaFile(3, [], 8, needsPinToRead: true, isWritable: true));

    private static Terminal Open() => new Terminal(Card(Slot(3))).After(SelectSlot);

    private static EmulatedCard Card(params FreeAreaSlot[] slots) => Card(EmulatedCardOptions.Default, slots);

    private static EmulatedCard Card(EmulatedCardOptions options, params FreeAreaSlot[] slots)
    {
        EmulatedCardBuilder builder = new EmulatedCardBuilder(CardPerson.Sample).WithProfile(CardProfile.WithoutPins).WithOptions(options);
        using System.Security.Cryptography.RSA key = MyNumber.Testing.Keys.LabKeyPool.Load(3);
        builder.WithKey(MyNumber.Card.Emulation.Objects.CardKeyPurpose.UserAuthentication, key);
        foreach (FreeAreaSlot slot in slots)
        {
            builder.WithFreeArea(slot);
        }

        return builder.Build();
    }
}
