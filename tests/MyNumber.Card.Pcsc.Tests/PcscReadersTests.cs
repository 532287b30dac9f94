using MyNumber.Card.Channels;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Tests.Doubles;
using MyNumber.Testing;

namespace MyNumber.Card.Pcsc.Tests;

public sealed class PcscReadersTests
{
    private readonly FakePcsc _pcsc = new();
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly PcscReaders _readers;

    public PcscReadersTests() => _readers = new PcscReaders(_pcsc, _clock);

    public static TheoryData<string, Exception> LoadFailures => new()
    {
        { "no file", new DllNotFoundException() },
        { "an old library without a function", new EntryPointNotFoundException() },
        { "a library for another processor", new BadImageFormatException() },
    };

    [Theory]
    [MemberData(nameof(LoadFailures))]
    public void Missing_library_is_told_with_what_to_install(string row, Exception failure)
    {
        _pcsc.LoadFailure = failure;
        PcscException missing = Should.Throw<PcscException>(() => _readers.List(), row);
        missing.Cause.ShouldBe(PcscCause.LibraryMissing);
        missing.InnerException.ShouldBe(failure);
        missing.Error.English.Remedy.ShouldContain("pcscd");
        missing.Error.Japanese.Remedy.ShouldContain("pcscd");
    }

    [Theory]
    [InlineData("no service", 0x8010001Du, PcscCause.ServiceNotRunning)]
    [InlineData("service stopped", 0x8010001Eu, PcscCause.ServiceNotRunning)]
    [InlineData("refused by polkit", 0x8010006Au, PcscCause.AccessDenied)]
    [InlineData("no memory", 0x80100006u, PcscCause.OutOfResources)]
    public void Refused_line_is_told_with_its_cause(string row, uint code, PcscCause cause)
    {
        _pcsc.Fail("Establish", code);
        Should.Throw<PcscException>(() => _readers.List(), row).Cause.ShouldBe(cause);
    }

    [Fact]
    public void No_reader_is_an_empty_list()
    {
        _readers.List().ShouldBeEmpty();
        _readers.FindWithCard().ShouldBeNull();
    }

    [Fact]
    public void Every_line_is_closed_again()
    {
        _pcsc.Plug("A");
        _ = _readers.List();
        _ = _readers.List()[0].IsCardPresent;
        _pcsc.Fail("List", 0x8010001E);
        Should.Throw<PcscException>(() => _readers.List());
        Should.Throw<CardRemovedException>(() => _readers.Named("A").Connect());
        _pcsc.OpenContexts.ShouldBe(0);
    }

    [Fact]
    public void Service_that_was_restarted_does_no_harm()
    {
        _pcsc.Plug("A");
        PcscReader reader = _readers.List()[0];
        _pcsc.Die();
        Should.Throw<PcscException>(() => reader.IsCardPresent).Cause.ShouldBe(PcscCause.ServiceNotRunning);
        _pcsc.Return();
        reader.IsCardPresent.ShouldBeFalse();
    }

    [Fact]
    public void First_reader_with_a_card_that_answers_is_found()
    {
        _pcsc.Plug("empty");
        _pcsc.Plug("mute");
        _pcsc.Insert("mute", [], 0x200);
        _pcsc.Plug("good");
        _pcsc.Insert("good");
        _readers.List().Select(reader => reader.Name).ShouldBe(["empty", "mute", "good"]);
        _readers.FindWithCard()!.ToString().ShouldBe("good");
    }

    [Theory]
    [InlineData("nothing", 0x10u, PcscCardState.Absent, false)]
    [InlineData("unavailable", 0x08u, PcscCardState.ReaderUnavailable, false)]
    [InlineData("mute", 0x220u, PcscCardState.Unresponsive, true)]
    [InlineData("exclusive", 0xA0u, PcscCardState.InExclusiveUse, true)]
    [InlineData("shared", 0x120u, PcscCardState.Present, true)]
    public void State_is_told_in_words(string row, uint flags, PcscCardState state, bool present)
    {
        _pcsc.Plug("A");
        _pcsc.SetFlags("A", flags);
        ICardReader reader = _readers.Named("A");
        ((PcscReader)reader).ReadCardState().ShouldBe(state, row);
        reader.IsCardPresent.ShouldBe(present, row);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("empty", "")]
    [InlineData("a zero inside", "A\0B")]
    public void Name_that_cannot_be_one_is_refused(string row, string? name) => Should.Throw<ArgumentException>(() => _readers.Named(name!), row);

    [Fact]
    public void Reader_that_is_gone_is_not_a_missing_card()
    {
        PcscReader reader = _readers.Named("gone");
        Should.Throw<PcscException>(() => reader.IsCardPresent).Cause.ShouldBe(PcscCause.ReaderUnavailable);
        Should.Throw<PcscException>(() => reader.Connect()).Cause.ShouldBe(PcscCause.ReaderUnavailable);
    }

    [Fact]
    public void Options_are_needed() => Should.Throw<ArgumentNullException>(() => _readers.Named("A").Connect(null!));
}
