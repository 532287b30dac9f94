using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class TokenInfoTests
{
    private static readonly byte[] Info = TokenInfo.Encode("JPKIAPICCTOKEN2");

    [Fact]
    public void Is_160_bytes() => Info.Length.ShouldBe(160);

    [Fact]
    public void The_label_is_padded_with_spaces_to_32() =>
        Convert.ToHexString(Info.AsSpan(0, 32)).ShouldBe("4A504B494150494343544F4B454E32" + "2020202020202020202020202020202020");

    [Fact]
    public void The_numbers_stand_at_their_offsets() =>
        Convert.ToHexString(Info.AsSpan(96, 44)).ShouldBe(
            "0000040D" + "00000001" + "00000000" + "00000001" + "00000000" + "00000010" + "00000006" + "FFFFFFFF" + "FFFFFFFF" + "FFFFFFFF" + "FFFFFFFF");

    [Fact]
    public void The_end_is_versions_and_time() => Convert.ToHexString(Info.AsSpan(140)).ShouldBe("30333031" + "39393939393939393939393939393939");

    [Fact]
    public void The_serial_number_is_clearly_not_a_cards() => Info.AsSpan(80, 3).SequenceEqual("LAB"u8).ShouldBeTrue();
}
