using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Applications.WholeCard;

public sealed class WholeCardTests
{
    private static readonly string[] Plastic =
        ["D392F000260100000001", "D3921000310001010408", "D3921000310001010402", "D3921000310001010401", "D3921000310001010100"];

    [Fact]
    public async Task Overview_tells_every_reference_and_spends_nothing()
    {
        PinCard card = new(Plastic);
        PinOverview overview = await PinOverview.ReadAsync(CardSession.Over(card.Channel));
        overview.Entries.Count.ShouldBe(10);
        overview.Entries.ShouldAllBe(entry => entry.Presence == PinPresence.Present && entry.Status.TriesLeft == 3);
        card.Channel.Commands.Where(command => command[1] == 0x20).ShouldAllBe(command => command.Length == 4);
        card.Channel.Commands.Count(command => command[1] == 0xA4 && command[2] == 0x04).ShouldBe(5);
    }

    [Theory]
    [InlineData("blocked as most cards say", "63C0")]
    [InlineData("blocked as some programs say", "6983")]
    [InlineData("blocked as the reference says", "6984")]
    public async Task Blocked_reference_is_blocked_however_it_is_told(string description, string status)
    {
        PinCard card = new(Plastic) { Query = _ => status };
        (await PinOverview.ReadAsync(CardSession.Over(card.Channel))).Entries.ShouldAllBe(entry => entry.Status.IsBlocked, description);
    }

    [Fact]
    public async Task Absent_and_refusing_references_are_told_apart()
    {
        PinCard card = new(Plastic[..2])
        {
            HasFile = file => file != 0x001B,
            Query = file => file == 0x0014 ? "6982" : "63C3",
        };
        PinOverview overview = await PinOverview.ReadAsync(CardSession.Over(card.Channel));
        overview[PinReference.Signature].Presence.ShouldBe(PinPresence.ReferenceAbsent);
        overview[PinReference.InputSupportMatchingA].Presence.ShouldBe(PinPresence.Refused);
        overview[PinReference.InputSupportMatchingA].Refusal.ShouldBe(StatusWord.SecurityStatusNotSatisfied);
        overview[PinReference.SurfaceMatchingA].Presence.ShouldBe(PinPresence.ApplicationAbsent);
        overview[PinReference.Residence].Status.TriesLeft.ShouldBeNull();
        overview[PinReference.UserAuthentication].Presence.ShouldBe(PinPresence.Present);
        Should.Throw<KeyNotFoundException>(() => overview[new PinReference("another", new CardFileId(1), PinPolicy.FourDigits)]);
    }

    [Fact]
    public async Task Reference_without_application_is_refused_before_anything_is_sent()
    {
        RuleChannel card = new(_ => [0x90, 0x00]);
        await Should.ThrowAsync<ArgumentException>(
            async () => await PinOverview.ReadAsync(CardSession.Over(card), [new PinReference("another", new CardFileId(1), PinPolicy.FourDigits)]));
        card.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Removed_card_is_no_absent_reference() => await Should.ThrowAsync<CardRemovedException>(
        async () => await PinOverview.ReadAsync(CardSession.Over(new ScriptedChannel("00A4040C0AD392F000260100000001 -> 9000", "00A4020C020018 -> removed"))));

    [Theory]
    [InlineData("card", 5, "JPKIAPICCTOKEN2", "8F8F00", "Individual Number Card")]
    [InlineData("card without signature certificate", 5, "JPKIAPICCTOKEN2", "008F00", "Individual Number Card without signature certificate")]
    [InlineData("card without any certificate", 5, "JPKIAPICCTOKEN2", "000000", "Individual Number Card")]
    [InlineData("Android", 1, "JPKIAPGPSETOKEN", "8F8F00", "Android phone")]
    [InlineData("iPhone", 1, "JPKIAPIOSTOKEN", "8F8F00", "iPhone")]
    [InlineData("old resident card", 1, "JPKIAPICCTOKEN", "8F8F00", "old resident card")]
    [InlineData("another token", 1, "SOMETHINGELSE", "8F8F00", "unknown")]
    [InlineData("no JPKI at all", 0, "", "", "unknown")]
    public async Task Kind_follows_from_label_and_files(string description, int applications, string label, string presence, string kind)
    {
        PinCard card = new(Plastic[..applications]) { Label = label.PadRight(32), Presence = presence };
        CardDetection found = await CardDetection.DetectAsync(CardSession.Over(card.Channel));
        found.Kind.Name.ShouldBe(kind, description);
        found.Applications.Count.ShouldBe(applications, description);
        found.Missing.ShouldBeEmpty(description);
        card.Channel.Commands.ShouldAllBe(command => command[1] != 0x20 || command.Length == 4, description);
    }

    [Theory]
    [InlineData("absent", false, "63C3")]
    [InlineData("without a try", true, "63C0")]
    public async Task Card_whose_pins_cannot_be_used_may_be_one_without_pins(string description, bool present, string status)
    {
        PinCard card = new(Plastic) { Label = "JPKIAPICCTOKEN2", Presence = "8F8F00", HasFile = file => file is 6 or 8 || present, Query = _ => status };
        CardDetection found = await CardDetection.DetectAsync(CardSession.Over(card.Channel));
        (found.Kind, found.Kind.Confidence, found.Kind.HolderHasPins).ShouldBe((CardTokenKind.WithoutPins, FactConfidence.Assumed, false), description);
    }

    [Fact]
    public async Task One_blocked_pin_makes_no_card_without_pins()
    {
        PinCard card = new(Plastic) { Label = "JPKIAPICCTOKEN2", Presence = "8F8F00", Query = file => file == 0x0018 ? "63C0" : "63C3" };
        (await CardDetection.DetectAsync(CardSession.Over(card.Channel))).Kind.ShouldBe(CardTokenKind.IndividualNumberCard);
    }

    [Fact]
    public async Task Missing_applications_and_unreadable_files_are_told()
    {
        PinCard card = new(Plastic[..3]) { Label = "JPKIAPICCTOKEN2", HasFile = file => file != 8 };
        CardDetection found = await CardDetection.DetectAsync(CardSession.Over(card.Channel));
        found.Missing.ShouldBe([CardApplicationId.Residence, CardApplicationId.Common]);
        found.Certificates.ShouldBeNull();
        PinCard unlabelled = new(Plastic) { HasFile = file => file != 6 };
        CardDetection other = await CardDetection.DetectAsync(CardSession.Over(unlabelled.Channel));
        (other.Label, other.Kind).ShouldBe((null, CardTokenKind.Unknown));
    }

    [Theory]
    [InlineData("nothing fails", -1, ResidencePinOutcome.Changed)]
    [InlineData("selecting the residence application again", 9, ResidencePinOutcome.OnlyCommonChanged)]
    [InlineData("verifying again", 12, ResidencePinOutcome.OnlyCommonChanged)]
    [InlineData("the second change", 13, ResidencePinOutcome.OnlyCommonChanged)]
    public async Task Residence_pin_is_changed_in_both_places_or_told_where(string description, int removedAt, ResidencePinOutcome outcome)
    {
        RuleChannel channel = null!;
        channel = new RuleChannel(command => channel.Commands.Count == removedAt + 1 ? throw new CardRemovedException() : command.Length == 4 ? [0x63, 0xC3] : [0x90, 0x00]);
        using CardPin current = CardPin.Copy("1111"), replacement = CardPin.Copy("2222");
        ResidencePinChange change = await ResidencePin.ChangeAsync(CardSession.Over(channel), current, replacement);
        (change.Outcome, change.Common.IsChanged).ShouldBe((outcome, true), description);
        (change.Interruption is CardRemovedException).ShouldBe(removedAt >= 0, description);
        channel.Commands.Count(command => command[1] == 0x32).ShouldBe(removedAt is -1 or 13 ? 2 : 1, description);
    }

    [Theory]
    [InlineData("before anything", 0)]
    [InlineData("in the first attempt", 3)]
    [InlineData("selecting the common application", 4)]
    [InlineData("in the first change", 8)]
    public async Task Failure_before_the_first_change_is_an_exception(string description, int removedAt)
    {
        RuleChannel channel = null!;
        channel = new RuleChannel(command => channel.Commands.Count == removedAt + 1 ? throw new CardRemovedException() : command.Length == 4 ? [0x63, 0xC3] : [0x90, 0x00]);
        using CardPin current = CardPin.Copy("1111"), replacement = CardPin.Copy("2222");
        await Should.ThrowAsync<CardRemovedException>(async () => await ResidencePin.ChangeAsync(CardSession.Over(channel), current, replacement), description);
    }

    [Fact]
    public async Task Wrong_current_pin_or_malformed_new_one_changes_nothing()
    {
        RuleChannel card = new(command => command[1] == 0x20 ? [0x63, (byte)(command.Length == 4 ? 0xC3 : 0xC2)] : [0x90, 0x00]);
        using CardPin current = CardPin.Copy("1111"), replacement = CardPin.Copy("2222"), tooLong = CardPin.Copy("22222");
        ResidencePinChange wrong = await ResidencePin.ChangeAsync(CardSession.Over(card), current, replacement);
        (wrong.Outcome, wrong.Residence).ShouldBe((ResidencePinOutcome.Unchanged, PinVerification.Wrong(2)));
        card.Commands.ShouldAllBe(command => command[1] != 0x32);
        int sent = card.Commands.Count;
        ResidencePinChange malformed = await ResidencePin.ChangeAsync(CardSession.Over(card), current, tooLong);
        (malformed.Outcome, malformed.Common.NewPinFault).ShouldBe((ResidencePinOutcome.Unchanged, PinFault.TooLong));
        card.Commands.Count.ShouldBe(sent);
    }

    /// <summary>Applications, two JPKI files, and PINs that answer the question about their tries.</summary>
    private sealed class PinCard
    {
        private readonly string[] _applications;
        private int _file;

        public PinCard(string[] applications)
        {
            _applications = applications;
            Channel = new RuleChannel(command => ScriptedChannel.Hex(Answer(command)));
        }

        public RuleChannel Channel { get; }

        public Func<int, bool> HasFile { get; init; } = _ => true;

        public Func<int, string> Query { get; init; } = _ => "63C3";

        public string Label { get; init; } = string.Empty;

        public string Presence { get; init; } = "8F8F00";

        private string Answer(byte[] command) => command[1] switch
        {
            0xA4 when command[2] == 0x04 => _applications.Contains(Convert.ToHexString(command.AsSpan(5))) ? "9000" : "6A82",
            0xA4 => HasFile(_file = command[6]) ? "9000" : "6A82",
            0x20 => Query(_file),
            0xB0 => (_file == 6 ? Convert.ToHexString(CardBytes.Ascii(Label)) : Presence) + "9000",
            _ => "6D00",
        };
    }
}
