using MyNumber.Card.Pins;

namespace MyNumber.Card.Tests.Pins;

public sealed class PinPolicyTests
{
    [Theory]
    [InlineData("four digits", "1234", PinFault.None)]
    [InlineData("zeros", "0000", PinFault.None)]
    [InlineData("empty", "", PinFault.TooShort)]
    [InlineData("three digits", "123", PinFault.TooShort)]
    [InlineData("five digits", "12345", PinFault.TooLong)]
    [InlineData("a letter", "123A", PinFault.ForbiddenCharacter)]
    [InlineData("full-width digits", "１２３４", PinFault.ForbiddenCharacter)]
    [InlineData("Arabic-Indic digits", "\u0661\u0662\u0663\u0664", PinFault.ForbiddenCharacter)]
    [InlineData("a space", "12 4", PinFault.ForbiddenCharacter)]
    [InlineData("a NUL", "123\0", PinFault.ForbiddenCharacter)]
    public void Four_digits_are_four_digits(string description, string text, PinFault fault)
    {
        using CardPin pin = CardPin.Copy(text);
        PinPolicy.FourDigits.Check(pin).ShouldBe(fault, description);
    }

    [Theory]
    [InlineData("shortest", "ABC123", PinFault.None)]
    [InlineData("longest", "ABCDEFGH12345678", PinFault.None)]
    [InlineData("lower case is folded", "abc123", PinFault.None)]
    [InlineData("five characters", "ABC12", PinFault.TooShort)]
    [InlineData("seventeen characters", "ABCDEFGH123456789", PinFault.TooLong)]
    [InlineData("very long", "ABCDEFGH123456789ABCDEFGH123456789ABCDEFGH123456789ABCDEFGH123456789", PinFault.TooLong)]
    [InlineData("digits only", "123456", PinFault.NeedsLetter)]
    [InlineData("letters only", "ABCDEF", PinFault.NeedsDigit)]
    [InlineData("a hyphen", "ABC-123", PinFault.ForbiddenCharacter)]
    [InlineData("full-width letters", "ＡＢＣ123", PinFault.ForbiddenCharacter)]
    [InlineData("sharp s, which folds to two letters elsewhere", "abcß12", PinFault.ForbiddenCharacter)]
    [InlineData("dotless i, which folds to I elsewhere", "abcı12", PinFault.ForbiddenCharacter)]
    public void Signature_password_has_letters_and_digits(string description, string text, PinFault fault)
    {
        using CardPin pin = CardPin.Copy(text);
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
    [InlineData("forbidden character at the end", "ABC12-")]
    [InlineData("no digit", "ABCDEF")]
    public void Refused_pin_leaves_nothing_in_the_destination(string description, string text)
    {
        byte[] bytes = new byte[16];
        PinPolicy.SignaturePassword.Encode(text, bytes, out int written).ShouldNotBe(PinFault.None);
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
