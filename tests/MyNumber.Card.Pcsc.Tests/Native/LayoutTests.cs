using System.Runtime.CompilerServices;
using MyNumber.Card.Pcsc.Native;

namespace MyNumber.Card.Pcsc.Tests.Native;

/// <summary>Sizes and offsets are those of winscard.h on 64 bits: Linux measured with C, Windows and macOS by their headers.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData("Linux", 80, 16)]
    [InlineData("Windows", 64, 8)]
    [InlineData("macOS", 61, 8)]
    public void Structure_has_the_size_of_the_platform(string platform, int state, int request)
    {
        IWinscardLayout layout = Platforms.Layout(platform);
        (layout.ReaderStateSize, layout.RequestSize).ShouldBe((state, request));
    }

    [Fact]
    public void Field_of_the_answer_to_reset_has_the_length_of_the_header()
    {
        Unsafe.SizeOf<AtrField33>().ShouldBe(33);
        Unsafe.SizeOf<AtrField36>().ShouldBe(36);
    }

    [Theory]
    [InlineData("Linux", 16)]
    [InlineData("Windows", 16)]
    [InlineData("macOS", 16)]
    public void Known_state_stands_behind_two_pointers(string platform, int offset)
    {
        IWinscardLayout layout = Platforms.Layout(platform);
        byte[] state = new byte[layout.ReaderStateSize];
        layout.WriteReaderState(state, unchecked((nint)0x1122334455667788), 0xAABBCCDD);
        state[..8].ShouldBe([0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11]);
        state[8..16].ShouldAllBe(value => value == 0);
        state[offset..(offset + 4)].ShouldBe([0xDD, 0xCC, 0xBB, 0xAA]);
        state[(offset + 4)..].ShouldAllBe(value => value == 0);
    }

    [Theory]
    [InlineData("Linux", 24, 32, 40)]
    [InlineData("Windows", 20, 24, 28)]
    [InlineData("macOS", 20, 24, 28)]
    public void Event_and_answer_to_reset_are_read_from_their_places(string platform, int happened, int length, int bytes)
    {
        IWinscardLayout layout = Platforms.Layout(platform);
        byte[] state = new byte[layout.ReaderStateSize];
        state[happened] = 0x22;
        state[happened + 2] = 0x01;
        state[length] = 3;
        state[bytes] = 0x3B;
        state[bytes + 2] = 0x81;
        layout.ReadEvent(state).ShouldBe(0x00010022u);
        layout.ReadAnswerToReset(state).ShouldBe([0x3B, 0x00, 0x81]);
    }

    [Theory]
    [InlineData("Linux", 32, 33)]
    [InlineData("Windows", 24, 36)]
    [InlineData("macOS", 24, 33)]
    public void Answer_to_reset_that_claims_to_be_longer_than_its_field_is_cut(string platform, int length, int most)
    {
        IWinscardLayout layout = Platforms.Layout(platform);
        byte[] state = new byte[layout.ReaderStateSize];
        state.AsSpan(length, 4).Fill(0xFF);
        layout.ReadAnswerToReset(state).Length.ShouldBe(most);
    }

    [Theory]
    [InlineData("Linux", new byte[] { 2, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData("Windows", new byte[] { 2, 0, 0, 0, 8, 0, 0, 0 })]
    [InlineData("macOS", new byte[] { 2, 0, 0, 0, 8, 0, 0, 0 })]
    public void Request_names_protocol_and_its_own_length(string platform, byte[] expected)
    {
        IWinscardLayout layout = Platforms.Layout(platform);
        byte[] request = new byte[layout.RequestSize];
        layout.WriteRequest(request, 2);
        request.ShouldBe(expected);
    }
}
