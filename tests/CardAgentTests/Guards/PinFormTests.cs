using System.Text;
using CardAgent.Guards;
using MyNumber.Card.Pins;

namespace CardAgentTests.Guards;

public sealed class PinFormTests
{
    [SkippableFact]
    public async Task Everything_that_was_read_is_zero_after_the_form_is_disposed()
    {
        PinForm form = await ReadAsync("token=abc&pin=12%334&last-try=yes");
        ReadOnlyMemory<byte> body = form.Body;
        ReadOnlyMemory<char> characters = form.Characters;
        CardPin pin = form.TakePin();
        body.Span.IndexOfAnyExcept((byte)0).ShouldNotBe(-1);
        characters.Span[..4].ToString().ShouldBe("1234");
        pin.Dispose();
        form.Dispose();
        body.Span.IndexOfAnyExcept((byte)0).ShouldBe(-1);
        characters.Span.IndexOfAnyExcept('\0').ShouldBe(-1);
        Should.Throw<ObjectDisposedException>(() => PinPolicy.FourDigits.Check(pin));
    }

    [SkippableTheory]
    [InlineData("digits", "pin=1234", PinFault.None)]
    [InlineData("escaped digits", "pin=%31%32%33%34", PinFault.None)]
    [InlineData("an escape that is none", "pin=12%3", PinFault.ForbiddenCharacter)]
    [InlineData("a plus, which is a space", "pin=12+4", PinFault.ForbiddenCharacter)]
    [InlineData("an empty field", "pin=", PinFault.TooShort)]
    [InlineData("no field", "last-try=yes", PinFault.TooShort)]
    public async Task PIN_is_read_as_a_browser_writes_it(string what, string fields, PinFault expected)
    {
        using PinForm form = await ReadAsync("token=abc&" + fields);
        using CardPin pin = form.TakePin();
        PinPolicy.FourDigits.Check(pin).ShouldBe(expected, what);
    }

    [SkippableFact]
    public async Task Box_counts_only_when_it_says_yes()
    {
        using PinForm ticked = await ReadAsync("token=a&last-try=yes");
        using PinForm other = await ReadAsync("token=a&last-try=no");
        using PinForm none = await ReadAsync("token=a");
        ticked.SpendsLastTry.ShouldBeTrue();
        other.SpendsLastTry.ShouldBeFalse();
        none.SpendsLastTry.ShouldBeFalse();
    }

    [SkippableTheory]
    [InlineData("nothing", "")]
    [InlineData("no value", "token")]
    [InlineData("twice", "token=a&token=b")]
    [InlineData("another field", "token=a&other=b")]
    public async Task Other_shapes_are_no_form(string what, string body) => (await TryReadAsync(body)).ShouldBeNull(what);

    [SkippableFact]
    public async Task Longest_form_is_read_and_one_byte_more_is_not()
    {
        string body = "token=" + new string('a', PinForm.MaximumLength - 6);
        using PinForm form = await ReadAsync(body);
        form.Token.Length.ShouldBe(PinForm.MaximumLength - 6);
        (await TryReadAsync(body + "a")).ShouldBeNull();
    }

    private static async Task<PinForm> ReadAsync(string body) => (await TryReadAsync(body)).ShouldNotBeNull();

    private static async Task<PinForm?> TryReadAsync(string body)
    {
        using MemoryStream stream = new(Encoding.ASCII.GetBytes(body));
        return await PinForm.ReadAsync(stream, CancellationToken.None);
    }
}
