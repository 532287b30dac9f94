using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Codes;

public sealed class EnvelopeTests
{
    private static readonly byte[] _envelope = [1, 7, .. Enumerable.Range(0xA0, 16).Select(value => (byte)value)];

    [Fact]
    public void Envelope_comes_back_byte_for_byte()
    {
        AgencyCode code = AgencyCode.FromEnvelope(_envelope);
        (code.Scheme, code.KeyEpoch, code.IsEmpty).ShouldBe(((byte)1, (byte)7, false));
        byte[] written = new byte[AgencyCode.Length];
        code.WriteRevealed(written);
        written.ShouldBe(_envelope);
        code.Reveal().ShouldBe("0107A0A1A2A3A4A5A6A7A8A9AAABACADAEAF");
    }

    [Theory]
    [InlineData("nothing", 0, 1)]
    [InlineData("a byte short", 17, 1)]
    [InlineData("a byte long", 19, 1)]
    [InlineData("first byte zero", 18, 0)]
    public void Wrong_envelope_is_refused(string description, int length, byte first)
    {
        byte[] bytes = new byte[length];
        if (length > 0)
        {
            bytes[0] = first;
        }

        AgencyCode.TryRead(bytes, out AgencyCode code).ShouldBeFalse(description);
        code.IsEmpty.ShouldBeTrue(description);
        Should.Throw<ArgumentException>(() => AgencyCode.FromEnvelope(bytes), description);
    }

    [Fact]
    public void Codes_that_differ_in_any_byte_are_not_equal_and_are_ordered()
    {
        AgencyCode code = AgencyCode.FromEnvelope(_envelope);
        for (int i = 0; i < _envelope.Length; i++)
        {
            byte[] changed = [.. _envelope];
            changed[i]++;
            AgencyCode other = AgencyCode.FromEnvelope(changed);
            (code == other, code != other, code.CompareTo(other) < 0).ShouldBe((false, true, true));
        }

        (code == AgencyCode.FromEnvelope(_envelope), code.GetHashCode() == AgencyCode.FromEnvelope(_envelope).GetHashCode()).ShouldBe((true, true));
    }

    [Fact]
    public void Empty_values_reveal_nothing_and_say_so()
    {
        Should.Throw<InvalidOperationException>(() => default(AgencyCode).Reveal());
        Should.Throw<InvalidOperationException>(() => default(LinkCode).WriteRevealed(new byte[10]));
        (default(AgencyCode).ToString(), default(LinkCode).ToString()).ShouldBe((string.Empty, string.Empty));
        default(LinkCode).ShouldNotBe(LinkCode.FromBytes(new byte[10]));
    }

    [Fact]
    public void Short_buffers_and_wrong_lengths_are_refused()
    {
        Should.Throw<ArgumentException>(() => AgencyCode.FromEnvelope(_envelope).WriteRevealed(new byte[17]));
        Should.Throw<ArgumentException>(() => LinkCode.FromBytes(new byte[9]));
        Should.Throw<ArgumentException>(() => LinkCode.FromBytes(new byte[10]).WriteRevealed(new byte[9]));
    }

    [Fact]
    public void Link_code_comes_back_byte_for_byte_and_orders_as_bytes_do()
    {
        byte[] bytes = Enumerable.Range(0xF0, LinkCode.Length).Select(value => (byte)value).ToArray();
        byte[] written = new byte[LinkCode.Length];
        LinkCode.FromBytes(bytes).WriteRevealed(written);
        written.ShouldBe(bytes);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] smaller = [.. bytes];
            smaller[i]--;
            LinkCode.FromBytes(smaller).CompareTo(LinkCode.FromBytes(bytes)).ShouldBeLessThan(0);
            (LinkCode.FromBytes(smaller) == LinkCode.FromBytes(bytes)).ShouldBeFalse();
        }
    }

    [Fact]
    public void No_text_shows_a_digit()
    {
        AgencyCode.FromEnvelope(_envelope).ToString().ShouldNotContain(text => char.IsAsciiDigit(text));
        LinkCode.FromBytes(new byte[10]).ToString().ShouldNotContain(text => char.IsAsciiDigit(text));
    }
}
