using MyNumber.Card.Pins;

namespace MyNumber.Card.Tests.Pins;

public sealed class PinPolicyTests
{
    private static readonly Dictionary<string, string> RefusedPasswords = new()
    {
        ["forbidden character at the end"] = "ABC12-",
        ["no digit"] = "ABCDEF",
    };

    private static readonly Dictionary<string, string> Passwords = new()
    {
        ["shortest"] = "ABC123",
        ["longest"] = "ABCDEFGH12345678",
        ["lower case is folded"] = "abc123",
        ["five characters"] = "ABC12",
        ["seventeen characters"] = "ABCDEFGH123456789",
        ["very long"] = "ABCDEFGH123456789ABCDEFGH123456789ABCDEFGH123456789ABCDEFGH123456789",
        ["digits only"] = "123456",
        ["letters only"] = "ABCDEF",
        ["a hyphen"] = "ABC-123",
        ["full-width letters"] = "ＡＢＣ123",
        ["sharp s, which folds to two letters elsewhere"] = "abcß12",
        ["dotless i, which folds to I elsewhere"] = "abcı12",
    };

    private static readonly Dictionary<string, string> FourDigitPins = new()
    {
        ["four digits"] = "1234",
        ["zeros"] = "0000",
        ["empty"] = "",
        ["three digits"] = "123",
        ["five digits"] = "12345",
        ["a letter"] = "123A",
        ["full-width digits"] = "１２３４",
        ["Arabic-Indic digits"] = "\u0661\u0662\u0663\u0664",
        ["a space"] = "12 4",
        ["a NUL"] = "123\0",
    };

    [Theory]
    [InlineData("four digits", PinFault.None)]
    [InlineData("zeros", PinFault.None)]
    [InlineData("empty", PinFault.TooShort)]
    [InlineData("three digits", PinFault.TooShort)]
    [InlineData("five digits", PinFault.TooLong)]
    [InlineData("a letter", PinFault.ForbiddenCharacter)]
    [InlineData("full-width digits", PinFault.ForbiddenCharacter)]
    [InlineData("Arabic-Indic digits", PinFault.ForbiddenCharacter)]
    [InlineData("a space", PinFault.ForbiddenCharacter)]
    [InlineData("a NUL", PinFault.ForbiddenCharacter)]
    public void Four_digits_are_four_digits(string description, PinFault fault)
    {
        using CardPin pin = CardPin.Copy(FourDigitPins[description]);
        PinPolicy.FourDigits.Check(pin).ShouldBe(fault, description);
    }

    [Theory]
    [InlineData("shortest", PinFault.None)]
    [InlineData("longest", PinFault.None)]
    [InlineData("lower case is folded", PinFault.None)]
    [InlineData("five characters", PinFault.TooShort)]
    [InlineData("seventeen characters", PinFault.TooLong)]
    [InlineData("very long", PinFault.TooLong)]
    [InlineData("digits only", PinFault.NeedsLetter)]
    [InlineData("letters only", PinFault.NeedsDigit)]
    [InlineData("a hyphen", PinFault.ForbiddenCharacter)]
    [InlineData("full-width letters", PinFault.ForbiddenCharacter)]
    [InlineData("sharp s, which folds to two letters elsewhere", PinFault.ForbiddenCharacter)]
    [InlineData("dotless i, which folds to I elsewhere", PinFault.ForbiddenCharacter)]
    public void Signature_password_has_letters_and_digits(string description, PinFault fault)
    {
        using CardPin pin = CardPin.Copy(Passwords[description]);
        PinPolicy.SignaturePassword.Check(pin).ShouldBe(fault, description);
    }

    [Fact]
    public void Lower_case_goes_to_the_card_as_upper_case()
    {
        byte[] bytes = new byte[16];
        PinPolicy.SignaturePassword.Encode("abcz0129", bytes, out int written).ShouldBe(PinFault.None);
        bytes[..written].ShouldBe("ABCZ0129"u8.ToArray());
    }

    [Theory]
    [InlineData("forbidden character at the end")]
    [InlineData("no digit")]
    public void Refused_pin_leaves_nothing_in_the_destination(string description)
    {
        byte[] bytes = new byte[16];
        PinPolicy.SignaturePassword.Encode(RefusedPasswords[description], bytes, out int written).ShouldNotBe(PinFault.None);
        written.ShouldBe(0);
        bytes.ShouldAllBe(b => b == 0, description);
    }

    [Theory]
    [InlineData("no shortest", 0, 4)]
    [InlineData("shortest over longest", 5, 4)]
    [InlineData("longer than VERIFY takes", 4, 17)]
    public void Policy_that_the_card_cannot_have_is_refused(string description, int minimum, int maximum) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PinPolicy(minimum, maximum, false, false), description);

    [Theory]
    [InlineData("user authentication", 0x0018, 4, 4)]
    [InlineData("signature", 0x001B, 6, 16)]
    [InlineData("input support", 0x0011, 4, 4)]
    public void References_are_those_of_the_card(string description, int file, int minimum, int maximum)
    {
        PinReference reference = new[] { PinReference.UserAuthentication, PinReference.Signature, PinReference.InputSupport }.Single(r => r.File.Value == file);
        (reference.Policy.MinimumLength, reference.Policy.MaximumLength).ShouldBe((minimum, maximum), description);
    }
}
