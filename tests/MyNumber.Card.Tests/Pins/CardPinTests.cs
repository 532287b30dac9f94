using System.Text.Json;
using MyNumber.Card.Pins;

namespace MyNumber.Card.Tests.Pins;

public sealed class CardPinTests
{
    [Fact]
    public void Memory_is_zero_after_dispose()
    {
        CardPin pin = CardPin.Copy("1234");
        Memory<byte> storage = pin.Storage;
        storage.ToArray().ShouldBe([0x31, 0, 0x32, 0, 0x33, 0, 0x34, 0]);
        pin.Dispose();
        storage.ToArray().ShouldAllBe(b => b == 0);
    }

    [Fact]
    public void Disposed_pin_cannot_be_used()
    {
        CardPin pin = CardPin.Copy("1234");
        pin.Dispose();
        pin.Dispose();
        Should.Throw<ObjectDisposedException>(() => PinPolicy.FourDigits.Check(pin));
    }

    [Fact]
    public void Text_and_JSON_show_neither_characters_nor_length()
    {
        using CardPin pin = CardPin.Copy("1234");
        pin.ToString().ShouldBe("CardPin(***)");
        JsonSerializer.Serialize(pin).ShouldBe("{}");
    }

    [Fact]
    public void Result_texts_tell_tries_and_faults()
    {
        PinVerification.Wrong(2).ToString().ShouldBe("WrongPin (2 left)");
        PinVerification.Malformed(PinFault.TooShort).ToString().ShouldBe("MalformedPin (TooShort)");
        PinVerification.Blocked.ToString().ShouldBe("Blocked");
        default(PinVerification).IsVerified.ShouldBeFalse();
        default(PinChange).IsChanged.ShouldBeFalse();
        default(PinStatus).IsBlocked.ShouldBeFalse();
    }
}
