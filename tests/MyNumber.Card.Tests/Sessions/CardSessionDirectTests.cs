using MyNumber.Card.Apdu;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Sessions;

/// <summary>One command each, into the caller's memory.</summary>
public sealed class CardSessionDirectTests
{
    [Theory]
    [InlineData("synchronous", true)]
    [InlineData("asynchronous", false)]
    public async Task Commands_have_the_bytes_of_their_pages(string description, bool synchronous)
    {
        ScriptedChannel card = new(
            "00A4020C020001 -> 9000", "00B00000 04 -> 01020304 9000", "00B07FFF 00 -> 6B00", "00840000 08 -> 1122334455667788 9000", "00B20104 00 -> 0102 9000");
        CardSession session = CardSession.Over(card);
        byte[] four = new byte[4], all = new byte[256], challenge = new byte[8];
        if (synchronous)
        {
            session.SelectFile(new CardFileId(1));
            session.ReadBinary(0, four).ShouldBe(4);
            session.ReadBinary(32767, all).ShouldBe(0);
            session.GetChallenge(challenge);
            session.ReadRecord(1, all).ShouldBe(2);
        }
        else
        {
            await session.SelectFileAsync(new CardFileId(1));
            (await session.ReadBinaryAsync(0, four)).ShouldBe(4);
            (await session.ReadBinaryAsync(32767, all)).ShouldBe(0);
            (await session.GetChallengeAsync(challenge)).ShouldBe(8);
            (await session.ReadRecordAsync(1, all)).ShouldBe(2);
        }

        four.ShouldBe([1, 2, 3, 4], description);
        challenge.ShouldBe(ScriptedChannel.Hex("1122334455667788"), description);
        card.ShouldBeAtTheEnd();
        card.SynchronousCalls.ShouldBe(synchronous ? 5 : 0, description);
    }

    [Theory]
    [InlineData("found", "9000", true)]
    [InlineData("not found", "6A82", false)]
    public void Application_is_selected_synchronously(string description, string status, bool found)
    {
        ScriptedChannel card = new($"00A4040C0AD3921000310001010402 -> {status}");
        CardSession.Over(card).TrySelectApplication(CardApplicationId.Surface).ShouldBe(found, description);
    }

    [Fact]
    public void Refused_application_keeps_its_status_word() =>
        Should.Throw<CardStatusException>(() => CardSession.Over(new ScriptedChannel("00A4040C0AD3921000310001010402 -> 6A86")).TrySelectApplication(CardApplicationId.Surface))
            .Status.ShouldBe(StatusWord.WrongParameters);

    [Theory]
    [InlineData("refused read", "00B00000 04 -> 6982")]
    [InlineData("more than asked", "00B00000 04 -> 0102030405 9000")]
    [InlineData("no status word", "00B00000 04 -> 90")]
    [InlineData("removed", "00B00000 04 -> removed")]
    public async Task Failed_read_is_an_exception_both_ways(string description, string line)
    {
        byte[] room = new byte[4];
        Should.Throw<CardException>(() => CardSession.Over(new ScriptedChannel(line)).ReadBinary(0, room), description);
        await Should.ThrowAsync<CardException>(async () => await CardSession.Over(new ScriptedChannel(line)).ReadBinaryAsync(0, room), description);
        room.ShouldAllBe(b => b == 0);
    }

    [Theory]
    [InlineData("too few random bytes", "00840000 04 -> 010203 9000")]
    [InlineData("too many random bytes", "00840000 04 -> 0102030405 9000")]
    [InlineData("refused", "00840000 04 -> 6985")]
    public void Failed_challenge_is_an_exception(string description, string line) =>
        Should.Throw<CardException>(() => CardSession.Over(new ScriptedChannel(line)).GetChallenge(new byte[4]), description);

    [Theory]
    [InlineData("no such record", "00B20904 00 -> 6A83")]
    [InlineData("not a record file", "00B20904 00 -> 6981")]
    [InlineData("longer than the room", "00B20904 00 -> 0102030405 9000")]
    public void Failed_record_is_an_exception(string description, string line) =>
        Should.Throw<CardException>(() => CardSession.Over(new ScriptedChannel(line)).ReadRecord(9, new byte[4]), description);

    [Theory]
    [InlineData("no room", 0, 0)]
    [InlineData("more than one command brings", 0, 257)]
    [InlineData("negative offset", -1, 4)]
    [InlineData("offset of sixteen bits", 32768, 4)]
    public void Read_outside_its_range_is_refused(string description, int offset, int length)
    {
        CardSession session = CardSession.Over(new ScriptedChannel());
        Should.Throw<ArgumentOutOfRangeException>(() => session.ReadBinary(offset, new byte[length]), description);
        Should.Throw<ArgumentOutOfRangeException>(() => session.ReadBinaryAsync(offset, new byte[length]), description);
    }

    [Theory]
    [InlineData("zero", 0)]
    [InlineData("the reserved last one", 255)]
    public void Record_number_outside_its_range_is_refused(string description, int record) =>
        Should.Throw<ArgumentOutOfRangeException>(() => CardSession.Over(new ScriptedChannel()).ReadRecord(record, new byte[4]), description);

    [Fact]
    public void Disposed_session_sends_nothing()
    {
        ScriptedChannel card = new();
        CardSession session = CardSession.Open(card);
        session.Dispose();
        Should.Throw<ObjectDisposedException>(() => session.SelectFile(new CardFileId(1)));
        Should.Throw<ObjectDisposedException>(() => session.ReadBinary(0, new byte[1]));
        card.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Channel_that_completes_later_is_awaited()
    {
        LateChannel card = new();
        CardSession session = CardSession.Open(card);
        byte[] bytes = new byte[2];
        ValueTask<int> reading = session.ReadBinaryAsync(0, bytes);
        reading.IsCompleted.ShouldBeFalse();
        card.Release("0102 9000");
        (await reading).ShouldBe(2);
        ValueTask selecting = session.SelectFileAsync(new CardFileId(1));
        card.Release("6A82");
        await Should.ThrowAsync<CardStatusException>(async () => await selecting);
        ValueTask<int> more = session.ReadBinaryAsync(0, bytes);
        card.Release("6102");
        card.Release("0304 9000");
        (await more).ShouldBe(2);
        bytes.ShouldBe([3, 4]);
    }
}
