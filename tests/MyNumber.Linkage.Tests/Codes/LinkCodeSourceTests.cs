using System.Security.Cryptography;
using System.Text;
using MyNumber.Linkage.Codes;
using MyNumber.Numbering;

namespace MyNumber.Linkage.Tests.Codes;

/// <summary>Expected bytes were computed by Python's hmac module over the message that the documentation writes down.</summary>
public sealed class LinkCodeSourceTests
{
    private static readonly byte[] _key = Enumerable.Range(0x20, 32).Select(value => (byte)value).ToArray();

    [Theory]
    [InlineData("first try", "12345678901", 0, "95947cda6be9571c4dc7")]
    [InlineData("first try, another person", "12345678902", 0, "46396c4cca1d9bb8e776")]
    [InlineData("first repeat", "12345678901", 1, "151d5d40cb7c92fed8bf")]
    [InlineData("last repeat", "12345678901", 255, "f62e255af873d6f2e92d")]
    public void Digits_give_the_known_link(string description, string digits, int attempt, string expected)
    {
        using LinkKey key = new(_key);
        LinkCode link = new LinkCodeDeriver(key).ProposeFor(Encoding.ASCII.GetBytes(digits), attempt);
        link.ShouldBe(LinkCode.FromBytes(Convert.FromHexString(expected)), description);
    }

    [Fact]
    public void Resident_record_code_gives_the_known_link()
    {
        using LinkKey key = new(_key);
        LinkCode link = new LinkCodeDeriver(key).Propose(ResidentRecordCode.Parse("12345678903"), 0);
        link.ShouldBe(LinkCode.FromBytes(Convert.FromHexString("0e9d10764fbca54517a2")));
    }

    [Fact]
    public void Repeats_of_one_person_never_meet()
    {
        using LinkKey key = new(_key);
        LinkCodeDeriver deriver = new(key);
        Enumerable.Range(0, 256).Select(attempt => deriver.ProposeFor("12345678901"u8, attempt)).Distinct().Count().ShouldBe(256);
    }

    [Fact]
    public void Ten_zero_bytes_are_passed_over()
    {
        byte[] mac = [.. new byte[10], .. Enumerable.Range(1, 22).Select(value => (byte)value)];
        new LinkCodeDeriver(new FixedMac(mac)).ProposeFor("12345678901"u8, 0).ShouldBe(LinkCode.FromBytes(mac[10..20]));
    }

    [Fact]
    public void Message_is_the_label_a_zero_the_digits_and_the_attempt_from_one_on()
    {
        FixedMac mac = new(_key);
        LinkCodeDeriver deriver = new(mac);
        deriver.ProposeFor("12345678901"u8, 0);
        mac.Message.ShouldBe("MyNumber.Linkage/L1/v1\012345678901"u8.ToArray());
        deriver.ProposeFor("12345678901"u8, 7);
        mac.Message.ShouldBe("MyNumber.Linkage/L1/v1\012345678901\a"u8.ToArray());
    }

    [Theory]
    [InlineData("negative", -1)]
    [InlineData("past the ceiling", 256)]
    public void Attempt_outside_is_refused(string description, int attempt)
    {
        using LinkKey key = new(_key);
        ResidentRecordCode code = ResidentRecordCode.Parse("12345678903");
        Should.Throw<ArgumentOutOfRangeException>(() => new LinkCodeDeriver(key).Propose(code, attempt), description);
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomLinkCodes(new FixedRandom(1)).Propose(code, attempt), description);
    }

    [Fact]
    public void Empty_resident_record_code_is_refused()
    {
        using LinkKey key = new(_key);
        Should.Throw<ArgumentException>(() => new LinkCodeDeriver(key).Propose(default, 0));
        Should.Throw<ArgumentException>(() => new RandomLinkCodes(new FixedRandom(1)).Propose(default, 0));
    }

    [Fact]
    public void Key_of_another_length_is_refused_and_a_disposed_key_computes_nothing()
    {
        Should.Throw<ArgumentException>(() => new LinkKey(new byte[31]));
        Should.Throw<ArgumentException>(() => new LinkKey(new byte[33]));
        LinkKey key = new(_key);
        Should.Throw<ArgumentException>(() => key.ComputeMac([], new byte[31]));
        key.Dispose();
        Should.Throw<ObjectDisposedException>(() => key.ComputeMac([], new byte[32]));
        Should.Throw<ObjectDisposedException>(() => new LinkCodeDeriver(key).ProposeFor("12345678901"u8, 0));
    }

    [Fact]
    public void Random_source_takes_the_generators_bytes_and_passes_over_zeros()
    {
        ResidentRecordCode code = ResidentRecordCode.Parse("12345678903");
        RandomLinkCodes source = new(new FixedRandom(0, 0, 5, 6));
        source.Propose(code, 0).ShouldBe(LinkCode.FromBytes(Enumerable.Repeat((byte)5, 10).ToArray()));
        source.Propose(code, 1).ShouldBe(LinkCode.FromBytes(Enumerable.Repeat((byte)6, 10).ToArray()));
    }

    [Fact]
    public void Generator_of_zeros_only_is_given_up()
    {
        ResidentRecordCode code = ResidentRecordCode.Parse("12345678903");
        Should.Throw<CryptographicException>(() => new RandomLinkCodes(new FixedRandom(new byte[100])).Propose(code, 0));
    }

    [Fact]
    public void Platform_generator_never_repeats_in_a_thousand()
    {
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        RandomLinkCodes source = new(random);
        ResidentRecordCode code = ResidentRecordCode.Parse("12345678903");
        Enumerable.Range(0, 1000).Select(_ => source.Propose(code, 0)).Distinct().Count().ShouldBe(1000);
    }

    private sealed class FixedMac(byte[] mac) : ILinkKeyProvider
    {
        public byte[] Message { get; private set; } = [];

        public void ComputeMac(ReadOnlySpan<byte> message, Span<byte> destination)
        {
            Message = message.ToArray();
            mac.CopyTo(destination);
        }
    }

    private sealed class FixedRandom(params byte[] fills) : RandomNumberGenerator
    {
        private int _next;

        public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

        public override void GetBytes(Span<byte> data) => data.Fill(fills[_next++]);
    }
}
