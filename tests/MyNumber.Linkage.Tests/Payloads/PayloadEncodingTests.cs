using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Payloads;

namespace MyNumber.Linkage.Tests.Payloads;

public sealed class PayloadEncodingTests
{
    private static readonly ItemSetPayload _income = new(new ItemSetId("income"), new LayoutVersion("2026-07"), [new(new ItemId("b"), "二百万円"), new(new ItemId("a"), string.Empty)]);

    [Fact]
    public void Items_are_sorted_and_come_back()
    {
        _income.Items.Select(item => item.Id.ToString()).ShouldBe(["a", "b"]);
        PayloadEncoding.TryRead(PayloadEncoding.ToBytes(_income), out ItemSetPayload? read).ShouldBe(PayloadFault.None);
        (read!.Set, read.Layout).ShouldBe((_income.Set, _income.Layout));
        read.Items.ShouldBe(_income.Items);
    }

    [Fact]
    public void Encoding_is_the_one_that_X690_gives()
    {
        byte[] expected = Convert.FromHexString(
            "3030" + "020101" + "1606696E636F6D65" + "1607323032362D3037" + "301A" + "3005" + "160161" + "0C00" + "3011" + "160162" + "0C0C" + "E4BA8CE799BEE4B887E58686");
        PayloadEncoding.ToBytes(_income).ShouldBe(expected);
    }

    [Theory]
    [InlineData("nothing", "", PayloadFault.WrongEncoding)]
    [InlineData("cut off", "30030201", PayloadFault.WrongEncoding)]
    [InlineData("bytes behind", "300E020101160161160162300000", PayloadFault.WrongEncoding)]
    [InlineData("indefinite length", "308002010116016116016230000000", PayloadFault.WrongEncoding)]
    [InlineData("length in two bytes", "30810B0201011601611601623000", PayloadFault.WrongEncoding)]
    [InlineData("version 2", "300B0201021601611601623000", PayloadFault.UnknownVersion)]
    [InlineData("set is empty", "300A02010116001601623000", PayloadFault.WrongId)]
    [InlineData("layout with a space", "300B0201011601611601203000", PayloadFault.WrongId)]
    [InlineData("item without an id", "301102010116016116016230063004" + "16000C00", PayloadFault.WrongId)]
    [InlineData("item twice", "30190201011601611601623" + "00E" + "30051601610C00" + "30051601610C00", PayloadFault.WrongOrder)]
    [InlineData("items descending", "30190201011601611601623" + "00E" + "30051601620C00" + "30051601610C00", PayloadFault.WrongOrder)]
    [InlineData("value is no UTF-8", "30130201011601611601623008" + "3006" + "1601610C01FF", PayloadFault.WrongEncoding)]
    [InlineData("item with a third field", "30140201011601611601623009" + "3007" + "1601610C000500", PayloadFault.WrongEncoding)]
    public void Bytes_that_are_no_payload_have_their_reason(string description, string hex, PayloadFault fault)
    {
        PayloadEncoding.TryRead(Convert.FromHexString(hex), out ItemSetPayload? read).ShouldBe(fault, description);
        read.ShouldBeNull(description);
    }

    [Fact]
    public void Small_payload_is_read()
    {
        PayloadEncoding.TryRead(Convert.FromHexString("300B0201011601611601623000"), out ItemSetPayload? read).ShouldBe(PayloadFault.None);
        read!.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Every_changed_byte_is_refused_or_encodes_to_itself()
    {
        byte[] bytes = PayloadEncoding.ToBytes(_income);
        for (int i = 0; i < bytes.Length; i++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                byte[] changed = [.. bytes];
                changed[i] ^= (byte)(1 << bit);
                if (PayloadEncoding.TryRead(changed, out ItemSetPayload? read) == PayloadFault.None)
                {
                    PayloadEncoding.ToBytes(read!).ShouldBe(changed);
                }
            }
        }
    }

    [Fact]
    public void Too_much_is_refused()
    {
        PayloadEncoding.TryRead(new byte[PayloadEncoding.MostBytes + 1], out _).ShouldBe(PayloadFault.TooLarge);
        Should.Throw<ArgumentException>(() => Make([.. Enumerable.Range(0, ItemSetPayload.MostItems + 1).Select(i => ($"i{i}", string.Empty))]));
        Should.Throw<ArgumentException>(() => Make(("a", new string('x', ItemSetPayload.LongestValue + 1))));
        Should.Throw<ArgumentException>(() => Make(("a", "\uD800"))).Message.ShouldNotContain("\uD800");
        Should.Throw<ArgumentException>(() => Make(("a", "1"), ("a", "2")));
        Should.Throw<ArgumentException>(() => new ItemSetPayload(default, new LayoutVersion("1"), []));
    }

    [Fact]
    public void Selection_keeps_what_is_wanted_only() =>
        _income.Select([new ItemId("b"), new ItemId("z")]).Items.Select(item => item.Id.ToString()).ShouldBe(["b"]);

    [Fact]
    public void Texts_show_no_value()
    {
        _income.ToString().ShouldBe("income (2026-07), 2 items");
        _income.Items[1].ToString().ShouldBe("b");
    }

    private static ItemSetPayload Make(params (string Id, string Value)[] items) =>
        new(new ItemSetId("s"), new LayoutVersion("1"), items.Select(item => new PayloadItem(new ItemId(item.Id), item.Value)));
}
