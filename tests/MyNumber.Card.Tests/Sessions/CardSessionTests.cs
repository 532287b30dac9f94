using MyNumber.Card.Apdu;
using MyNumber.Card.Channels;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Sessions;

public sealed class CardSessionTests
{
    private const string SelectJpki = "00A4040C0AD392F000260100000001";

    [Fact]
    public async Task Missing_application_is_an_answer_when_tried()
    {
        ScriptedChannel card = new($"{SelectJpki} -> 6A82");
        (await CardSession.Over(card).TrySelectApplicationAsync(CardApplicationId.Jpki)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("missing", "6A82")]
    [InlineData("first command after power-up", "6F00")]
    public async Task Refused_application_keeps_its_status_word(string description, string status)
    {
        ScriptedChannel card = new($"{SelectJpki} -> {status}");
        CardStatusException thrown = await Should.ThrowAsync<CardStatusException>(async () => await CardSession.Over(card).SelectApplicationAsync(CardApplicationId.Jpki), description);
        thrown.Status.ToString().ShouldBe(status);
        thrown.Message.ShouldBe($"SELECT application D392F000260100000001 was answered with {status}.");
    }

    [Fact]
    public async Task Session_owns_its_connection()
    {
        ScriptedChannel card = new($"{SelectJpki} -> 9000");
        CardSession session = CardSession.Open(card);
        await session.SelectApplicationAsync(CardApplicationId.Jpki);
        session.Dispose();
        session.Dispose();
        card.IsDisposed.ShouldBeTrue();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await session.SelectApplicationAsync(CardApplicationId.Jpki));
    }

    [Fact]
    public void Session_over_a_channel_does_not_own_it()
    {
        ScriptedChannel card = new();
        CardSession.Over(card).Dispose();
        card.IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public async Task Open_session_fetches_and_corrects_and_traces_the_wire()
    {
        Sink sink = new();
        ScriptedChannel card = new("00A4020C020006 -> 9000", "00B0000020 -> 6C04", "00B0000004 -> 0102 6102", "00C0000002 -> 0304 9000");
        using CardSession session = CardSession.Open(card, sink);
        (await session.ReadFileAsync(new CardFileId(0x0006), 32)).ShouldBe([1, 2, 3, 4]);
        sink.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("no answer", "")]
    [InlineData("one byte", "90")]
    public async Task Answer_without_a_status_word_is_a_card_error(string description, string answer) =>
        await Should.ThrowAsync<CardException>(async () => await CardSession.Over(new ScriptedChannel($"{SelectJpki} -> {answer}")).SelectApplicationAsync(CardApplicationId.Jpki), description);

    [Theory]
    [InlineData("empty", 0)]
    [InlineData("more than the padding leaves", 246)]
    public async Task Block_that_a_key_cannot_sign_is_refused(string description, int length)
    {
        ScriptedChannel card = new();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await CardSession.Over(card).SignAsync(new CardFileId(0x0017), new byte[length]), description);
        card.Commands.ShouldBeEmpty();
    }

    private sealed class Sink : IApduTraceSink
    {
        public int Count { get; private set; }

        public void Record(in ApduTraceEntry entry) => Count++;
    }
}
