using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Sessions;

/// <summary>Nothing personal stays in a buffer that the library made, whichever way a call ends.</summary>
public sealed class ZeroedBuffersTests
{
    private static readonly Dictionary<string, string> NumberReads = new()
    {
        ["read"] = "00B0000011 -> FF100C 313233343536373839303138 FFFF 9000",
        ["malformed"] = "00B0000011 -> FF100C 313233343536373839303139 FFFF 9000",
        ["refused"] = "00B0000011 -> AABB 6982",
        ["removed"] = "00B0000011 -> removed",
    };

    private const string Select = "00A4020C020001 -> 9000";
    private const string SelectInputSupport = "00A4040C0AD3921000310001010408 -> 9000";
    private const string SelectJpki = "00A4040C0AD392F000260100000001 -> 9000";
    private static readonly CardFileId File = new(0x0001);
    private static readonly string Block = new('A', 512);
    private readonly List<Memory<byte>> _made = [];

    [Fact]
    public async Task Whole_file_is_left_in_its_result_alone()
    {
        ScriptedChannel card = new(Select, $"00B0000000 -> {Block} 9000", "00B0010000 -> DDDD 9000");
        byte[] file = await Watch(card).ReadFileAsync(File);
        file[0].ShouldBe((byte)0xAA);
        ShouldBeZero(card, result: file);
    }

    [Fact]
    public async Task Object_is_left_in_its_result_alone()
    {
        ScriptedChannel card = new(Select, "00B0000004 -> 30820002 9000", "00B0000402 -> 0500 9000");
        byte[] der = await Watch(card).ReadDerObjectAsync(File);
        der.ShouldBe([0x30, 0x82, 0x00, 0x02, 0x05, 0x00]);
        ShouldBeZero(card, result: der);
    }

    [Theory]
    [InlineData("removed in the head", "00B0000007 -> removed", null)]
    [InlineData("removed in the body", "00B0000007 -> FF205CDF210800 9000", "00B0000758 -> removed")]
    [InlineData("refused in the body", "00B0000007 -> FF205CDF210800 9000", "00B0000758 -> AABB 6982")]
    [InlineData("too much in the body", "00B0000007 -> FF2006DF210800 9000", "00B0000702 -> AABBCCDD 9000")]
    [InlineData("file ends in the body", "00B0000007 -> FF205CDF210800 9000", "00B0000758 -> AABB 9000")]
    [InlineData("no length that a file can have", "00B0000007 -> FF2083AABBCCDD 9000", null)]
    [InlineData("file shorter than a head", "00B0000007 -> FF20 9000", null)]
    public async Task Failed_object_leaves_nothing(string description, string head, string? body)
    {
        ScriptedChannel card = body is null ? new(Select, head) : new(Select, head, body);
        await Should.ThrowAsync<CardException>(async () => await Watch(card).ReadTlvObjectAsync(File), description);
        ShouldBeZero(card);
    }

    [Theory]
    [InlineData("removed", "00B0010000 -> removed")]
    [InlineData("refused", "00B0010000 -> AABB 6982")]
    public async Task Failed_file_leaves_nothing(string description, string last)
    {
        ScriptedChannel card = new(Select, $"00B0000000 -> {Block} 9000", last);
        await Should.ThrowAsync<CardException>(async () => await Watch(card).ReadFileAsync(File), description);
        ShouldBeZero(card);
        ScriptedChannel known = new(Select, $"00B0000000 -> {Block} 9000", last);
        await Should.ThrowAsync<CardException>(async () => await Watch(known).ReadFileAsync(File, 512), description);
        ShouldBeZero(known);
    }

    [Theory]
    [InlineData("signed", "AABB 9000", false)]
    [InlineData("refused", "AABB 6982", true)]
    [InlineData("removed", ScriptedChannel.Removed, true)]
    public async Task Signing_leaves_neither_the_block_nor_the_answer(string description, string answer, bool fails)
    {
        ScriptedChannel card = new("00A4020C020017 -> 9000", $"802A008002CCDD00 -> {answer}");
        Task<byte[]> signing = Watch(card).SignAsync(new CardFileId(0x0017), new byte[] { 0xCC, 0xDD }).AsTask();
        if (fails)
        {
            await Should.ThrowAsync<CardException>(() => signing, description);
        }
        else
        {
            (await signing).ShouldBe([0xAA, 0xBB], description);
        }

        ShouldBeZero(card);
        card.KeptCommands[1].ToArray().ShouldAllBe(b => b == 0);
    }

    [Fact]
    public async Task Object_that_is_no_certificate_leaves_nothing()
    {
        ScriptedChannel card = new(SelectJpki, Select, "00B0000004 -> 04020500 9000");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(Watch(card));
        await Should.ThrowAsync<CardDataException>(async () => await jpki.ReadCertificateAsync(JpkiKey.Signature));
        ShouldBeZero(card);
    }

    [Theory]
    [InlineData("read", false)]
    [InlineData("malformed", true)]
    [InlineData("refused", true)]
    [InlineData("removed", true)]
    public async Task Number_leaves_nothing(string description, bool fails)
    {
        ScriptedChannel card = new(SelectInputSupport, Select, NumberReads[description]);
        InputSupportApplication application = await InputSupportApplication.SelectAsync(Watch(card));
        Task reading = application.ReadIndividualNumberAsync().AsTask();
        await (fails ? Should.ThrowAsync<CardException>(() => reading, description) : reading);
        ShouldBeZero(card);
    }

    [Theory]
    [InlineData("malformed", "00B0000007 -> FF2005DF220212 9000", "00B0000701 -> 34 9000")]
    [InlineData("removed", "00B0000007 -> FF205CDF210800 9000", "00B0000758 -> removed")]
    public async Task Failed_attributes_leave_nothing(string description, string head, string body)
    {
        ScriptedChannel card = new(SelectInputSupport, "00A4020C020002 -> 9000", head, body);
        InputSupportApplication application = await InputSupportApplication.SelectAsync(Watch(card));
        await Should.ThrowAsync<CardException>(async () => await application.ReadFourAttributesAsync(), description);
        ShouldBeZero(card);
    }

    [Fact]
    public async Task Pin_is_in_one_buffer_alone_while_it_is_sent()
    {
        int copies = 0;
        RuleChannel card = new(command =>
        {
            copies += command.Length > 4 && command[1] == 0x20 ? _made.Count(buffer => buffer.Span.IndexOf("1234"u8) >= 0) : 0;
            return [0x90, 0x00];
        });
        CardSession session = CardSession.Over(card);
        session.BufferMade = _made.Add;
        using CardPin pin = CardPin.Copy("1234");
        await session.VerifyPinAsync(PinReference.UserAuthentication, pin);
        copies.ShouldBe(1);
        card.Commands[^1].ShouldBe(ScriptedChannel.Hex("0020008004 31323334"));
        _made.SelectMany(buffer => buffer.ToArray()).ShouldAllBe(b => b == 0);
    }

    private CardSession Watch(ScriptedChannel card)
    {
        CardSession session = CardSession.Over(card);
        session.BufferMade = _made.Add;
        return session;
    }

    private void ShouldBeZero(ScriptedChannel card, byte[]? result = null)
    {
        _made.ShouldNotBeEmpty();
        foreach (Memory<byte> buffer in _made.Concat(card.KeptResponses).Where(buffer => result is null || !buffer.Span.Overlaps(result)))
        {
            buffer.Span.IndexOfAnyExcept((byte)0).ShouldBe(-1, "a buffer still holds bytes");
        }
    }
}
