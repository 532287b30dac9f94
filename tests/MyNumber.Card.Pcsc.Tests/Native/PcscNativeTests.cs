using MyNumber.Card.Pcsc.Native;
using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests.Native;

/// <summary>What goes over to each platform's library and comes back, as bytes.</summary>
public sealed class PcscNativeTests
{
    private const uint InsufficientBuffer = 0x80100008;

    // "Aあ" and "B" with their zeros and the last zero.
    private static readonly byte[] _utf8 = [0x41, 0xE3, 0x81, 0x82, 0, 0x42, 0, 0];
    private static readonly byte[] _utf16 = [0x41, 0, 0x42, 0x30, 0, 0, 0x42, 0, 0, 0, 0, 0];

    public static TheoryData<string> All => ["Linux", "Windows", "macOS"];

    [Theory]
    [MemberData(nameof(All))]
    public void Names_are_split_at_their_zeros(string platform)
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw(platform);
        library.Names = platform == "Windows" ? _utf16 : _utf8;
        native.ListReaders(7, out string[] readers).ShouldBe(0u);
        readers.ShouldBe(["Aあ", "B"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void List_without_a_last_zero_is_read_no_further_than_its_end(string platform)
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw(platform);
        library.Names = platform == "Windows" ? [0x41, 0] : [0x41];
        native.ListReaders(7, out string[] readers).ShouldBe(0u);
        readers.ShouldBe(["A"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void List_that_claims_to_be_huge_is_refused(string platform)
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw(platform);
        library.ToldLength = uint.MaxValue;
        native.ListReaders(7, out string[] readers).ShouldBe(0x80100001u);
        readers.ShouldBeEmpty();
    }

    [Fact]
    public void Reader_that_comes_between_the_two_questions_is_found()
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw("Linux");
        library.Names = _utf8;
        library.ListCodes.Enqueue(0);
        library.ListCodes.Enqueue(InsufficientBuffer);
        native.ListReaders(7, out string[] readers).ShouldBe(0u);
        readers.Length.ShouldBe(2);
        library.Lists.ShouldBe(4);
    }

    [Fact]
    public void List_that_never_fits_is_given_up()
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw("Linux");
        for (int i = 0; i < 100; i++)
        {
            library.ListCodes.Enqueue(i % 2 == 0 ? 0 : InsufficientBuffer);
        }

        native.ListReaders(7, out _).ShouldBe(InsufficientBuffer);
        library.Lists.ShouldBe(8);
    }

    [Fact]
    public void Code_of_the_library_comes_through()
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw("macOS");
        library.ListCodes.Enqueue(0x8010002E);
        native.ListReaders(7, out _).ShouldBe(0x8010002Eu);
        native.Disconnect(9, 2).ShouldBe(2u);
        native.EndTransaction(9, 0).ShouldBe(0u);
    }

    [Theory]
    [InlineData("Linux", new byte[] { 0xE3, 0x81, 0x82, 0x20, 0x30, 0 })]
    [InlineData("Windows", new byte[] { 0x42, 0x30, 0x20, 0, 0x30, 0, 0, 0 })]
    [InlineData("macOS", new byte[] { 0xE3, 0x81, 0x82, 0x20, 0x30, 0 })]
    public void Name_goes_over_with_its_zero(string platform, byte[] expected)
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw(platform);
        native.Connect(7, "あ 0", out nint card, out uint protocol).ShouldBe(0u);
        (card, protocol).ShouldBe((9, 2u));
        library.Name.ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Handle_is_joined_again_in_shared_mode(string platform)
    {
        (_, PcscNative native) = Platforms.Raw(platform);
        native.Reconnect(9, 2, out uint protocol).ShouldBe(2u);
        protocol.ShouldBe(2u);
    }

    // pcsc-lite and macOS: flags (present 04, swallowed 08, powered 10, negotiable 20, specific 40), events counted above. Windows: 1 absent to 6 specific.
    [Theory]
    [InlineData("present alone", "Linux", 0x0004u, false)]
    [InlineData("mute", "Linux", 0x000Cu, false)]
    [InlineData("absent", "Linux", 0x0002u, false)]
    [InlineData("counted events alone", "Linux", 0x00100004u, false)]
    [InlineData("negotiable", "Linux", 0x00030034u, true)]
    [InlineData("present alone", "macOS", 0x0004u, false)]
    [InlineData("absent", "macOS", 0x0002u, false)]
    [InlineData("specific", "macOS", 0x0054u, true)]
    [InlineData("unknown", "Windows", 0u, false)]
    [InlineData("present alone", "Windows", 2u, false)]
    [InlineData("swallowed", "Windows", 3u, false)]
    [InlineData("powered", "Windows", 4u, true)]
    [InlineData("specific", "Windows", 6u, true)]
    public void Power_is_read_from_the_state_of_each_platform(string row, string platform, uint state, bool expected)
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw(platform);
        library.State = state;
        native.ReadPower(9, out bool isPowered).ShouldBe(0u, row);
        isPowered.ShouldBe(expected, row);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void State_that_is_refused_is_none_with_power(string platform)
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw(platform);
        library.State = uint.MaxValue;
        library.StatusCode = 0x80100069;
        native.ReadPower(9, out bool isPowered).ShouldBe(0x80100069u);
        isPowered.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Linux", 80, 24, 32, 40)]
    [InlineData("Windows", 64, 20, 24, 28)]
    [InlineData("macOS", 61, 20, 24, 28)]
    public void Second_state_lies_directly_behind_the_first(string platform, int size, int happened, int length, int bytes)
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw(platform);
        library.Patches.Add((size + happened, [0x22]));
        library.Patches.Add((size + length, [2]));
        library.Patches.Add((size + bytes, [0x3B, 0x80]));
        WatchedReader[] readers = [new("A"), new("B") { Current = 0x10 }];
        native.GetStatusChange(7, 5, readers).ShouldBe(0u);
        library.States.Length.ShouldBe(2 * size);
        library.States[size + 16].ShouldBe((byte)0x10);
        library.StateNames.Select(name => name[0]).ShouldBe([(byte)'A', (byte)'B']);
        readers[0].Event.ShouldBe(0u);
        readers[0].AnswerToReset.ShouldBeEmpty();
        readers[1].Event.ShouldBe(0x22u);
        readers[1].AnswerToReset.ShouldBe([0x3B, 0x80]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_reader_at_all_may_be_watched(string platform)
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw(platform);
        native.GetStatusChange(7, 0, []).ShouldBe(0u);
        library.States.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Linux", 8, 16)]
    [InlineData("Windows", 4, 8)]
    [InlineData("macOS", 4, 8)]
    public void Command_and_answer_are_the_callers_bytes(string platform, int lengthAt, int length)
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw(platform);
        byte[] response = new byte[4];
        native.Transmit(9, 2, [0x00, 0xA4, 0x04, 0x0C], response, out int written).ShouldBe(0u);
        library.Command.ShouldBe([0x00, 0xA4, 0x04, 0x0C]);
        library.Request[0].ShouldBe((byte)2);
        library.Request[lengthAt].ShouldBe((byte)length);
        (written, response[0]).ShouldBe((2, (byte)0x90));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Answer_that_claims_to_be_longer_than_the_buffer_is_refused(string platform)
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw(platform);
        library.ToldResponse = 300;
        native.Transmit(9, 2, [0, 0, 0, 0], new byte[258], out int written).ShouldBe(InsufficientBuffer);
        written.ShouldBe(0);
    }

    [Fact]
    public void Answer_of_the_greatest_extended_length_fits()
    {
        (RawPcsc library, PcscNative native) = Platforms.Raw("Linux");
        library.Response = new byte[65_538];
        native.Transmit(9, 2, [0, 0, 0, 0], new byte[65_538], out int written).ShouldBe(0u);
        written.ShouldBe(65_538);
    }
}
