using MyNumber.Card.Apdu;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Sessions;

public sealed class CardSessionSigningTests
{
    private const string SelectKey = "00A4020C020017 -> 9000";
    private static readonly CardFileId Key = new(0x0017);

    [Fact]
    public void Modes_are_the_six_of_the_notes_in_order()
    {
        CardSigningMode.All.Select(mode => mode.Parameter).ShouldBe([0, 1, 2, 3, 4, 5]);
        CardSigningMode.All.Where(mode => mode.Confidence == FactConfidence.Confirmed).ShouldBe([CardSigningMode.Block]);
        CardSigningMode.All.Skip(1).ShouldAllBe(mode => mode.Confidence == FactConfidence.OneSource);
        CardSigningMode.BareHashOfMessage.Padding.ShouldBeNull();
    }

    [Theory]
    [InlineData("message", 1, "802A0180 02 CCDD 00")]
    [InlineData("message, PKCS#1", 3, "802A0380 02 CCDD 00")]
    [InlineData("message, PSS", 5, "802A0580 02 CCDD 00")]
    public async Task Mode_goes_into_the_first_parameter(string description, int mode, string command)
    {
        ScriptedChannel card = new(SelectKey, $"{command} -> AABB 9000");
        (await CardSession.Over(card).SignAsync(Key, CardSigningMode.All[mode], new byte[] { 0xCC, 0xDD })).ShouldBe([0xAA, 0xBB], description);
        ScriptedChannel again = new(SelectKey, $"{command} -> AABB 9000");
        CardSession.Over(again).Sign(Key, CardSigningMode.All[mode], new byte[] { 0xCC, 0xDD }).ShouldBe([0xAA, 0xBB], description);
        again.SynchronousCalls.ShouldBe(2, description);
    }

    [Theory]
    [InlineData("empty block", 0, 0)]
    [InlineData("block over 245 bytes", 0, 246)]
    [InlineData("empty message", 3, 0)]
    [InlineData("message over 255 bytes", 3, 256)]
    [InlineData("hash of 31 bytes", 2, 31)]
    [InlineData("hash of 33 bytes", 4, 33)]
    [InlineData("hash of SHA-512", 4, 64)]
    public async Task Input_that_the_mode_does_not_take_is_not_sent(string description, int mode, int length)
    {
        ScriptedChannel card = new();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await CardSession.Over(card).SignAsync(Key, CardSigningMode.All[mode], new byte[length]), description);
        card.Commands.ShouldBeEmpty(description);
    }

    [Fact]
    public async Task Unknown_mode_keeps_its_status_word()
    {
        ScriptedChannel card = new(SelectKey, "802A0580 02 CCDD 00 -> 6A86");
        CardStatusException thrown = await Should.ThrowAsync<CardStatusException>(
            async () => await CardSession.Over(card).SignAsync(Key, CardSigningMode.PssMessage, new byte[] { 0xCC, 0xDD }));
        (thrown.Operation, thrown.Status).ShouldBe(("COMPUTE DIGITAL SIGNATURE 0017", StatusWord.WrongParameters));
    }

    [Fact]
    public async Task Challenge_goes_to_the_key_by_its_short_identifier()
    {
        ScriptedChannel card = new("00880099 03 010203 00 -> AABB 9000", "00880099 03 010203 00 -> 6985");
        CardSession session = CardSession.Over(card);
        (await session.InternalAuthenticateAsync(new CardFileId(0x0019), new byte[] { 1, 2, 3 })).ShouldBe([0xAA, 0xBB]);
        (await Should.ThrowAsync<CardStatusException>(async () => await session.InternalAuthenticateAsync(new CardFileId(0x0019), new byte[] { 1, 2, 3 })))
            .Operation.ShouldBe("INTERNAL AUTHENTICATE 0019");
    }

    [Theory]
    [InlineData("no challenge", 0x19, 0)]
    [InlineData("challenge over 255 bytes", 0x19, 256)]
    [InlineData("no short identifier", 0x1F, 8)]
    [InlineData("file 0000", 0x00, 8)]
    public async Task Challenge_outside_its_range_is_not_sent(string description, int file, int length) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            async () => await CardSession.Over(new ScriptedChannel()).InternalAuthenticateAsync(new CardFileId((ushort)file), new byte[length]), description);

    [Theory]
    [InlineData("signed", "AABB 9000", true)]
    [InlineData("refused", "6982", false)]
    [InlineData("removed", ScriptedChannel.Removed, false)]
    public async Task Card_is_powered_down_after_a_signature_that_was_sent(string description, string answer, bool signed)
    {
        ScriptedChannel card = new(SelectKey, $"802A0080 02 CCDD 00 -> {answer}");
        CardSession session = CardSession.Open(card, new CardSessionOptions { PowerDownAfterSignature = true });
        Task<byte[]> signing = session.SignAsync(Key, new byte[] { 0xCC, 0xDD }).AsTask();
        await (signed ? signing : (Task)Should.ThrowAsync<CardException>(() => signing, description));
        card.IsDisposed.ShouldBeTrue(description);
        await Should.ThrowAsync<ObjectDisposedException>(async () => await session.SignAsync(Key, new byte[] { 0xCC }), description);
    }

    [Fact]
    public async Task Card_stays_powered_without_the_option_and_when_nothing_was_signed()
    {
        ScriptedChannel card = new(SelectKey, "802A0080 02 CCDD 00 -> AABB 9000");
        await CardSession.Open(card).SignAsync(Key, new byte[] { 0xCC, 0xDD });
        card.IsDisposed.ShouldBeFalse();
        ScriptedChannel keyless = new("00A4020C020017 -> 6A82");
        CardSession session = CardSession.Open(keyless, new CardSessionOptions { PowerDownAfterSignature = true });
        await Should.ThrowAsync<CardStatusException>(async () => await session.SignAsync(Key, new byte[] { 0xCC }));
        keyless.IsDisposed.ShouldBeFalse();
    }
}
