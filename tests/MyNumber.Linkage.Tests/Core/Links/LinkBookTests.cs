using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Numbering;

namespace MyNumber.Linkage.Tests.Core.Links;

public sealed class LinkBookTests
{
    private readonly InMemoryLinkRegister _register = new();
    private readonly ResidentCodeTagger _tagger = new(Key(0x60));
    private readonly LinkKey _key = new(Key(0x20));

    [Fact]
    public void Tag_is_the_one_that_another_program_makes()
    {
        byte[] tag = new byte[32];
        _tagger.Tag(ResidentRecordCode.Parse("12345678903")).WriteRevealed(tag);
        Convert.ToHexStringLower(tag).ShouldBe("42893aad7e8ba0b2af28a595bd96e9967881676a392c03cc53953f6857175beb");
    }

    [Fact]
    public async Task Person_gets_one_link_for_ever()
    {
        LinkCode link = await Book().GetOrAddAsync(People.Code(1));
        (await Book().GetOrAddAsync(People.Code(1))).ShouldBe(link);
        (await Book().FindAsync(People.Code(1))).ShouldBe(link);
        (await Book().FindAsync(People.Code(2))).IsEmpty.ShouldBeTrue("asking makes nothing");
        (await Book().GetOrAddAsync(People.Code(2))).ShouldNotBe(link);
    }

    [Fact]
    public async Task Link_survives_changes_of_the_resident_code()
    {
        LinkCode link = await Book().GetOrAddAsync(People.Code(1));
        (await Book().ChangeAsync(People.Code(1), People.Code(11))).ShouldBe(ResidentCodeChange.Noted);
        (await Book().ChangeAsync(People.Code(11), People.Code(12))).ShouldBe(ResidentCodeChange.Noted);
        foreach (int code in new[] { 1, 11, 12 })
        {
            (await Book().GetOrAddAsync(People.Code(code))).ShouldBe(link);
        }

        (await Book().HistoryAsync(link)).Select(entry => entry.Version).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task Change_told_twice_is_noted_once()
    {
        LinkCode link = await Book().GetOrAddAsync(People.Code(1));
        await Book().ChangeAsync(People.Code(1), People.Code(11));
        (await Book().ChangeAsync(People.Code(1), People.Code(11))).ShouldBe(ResidentCodeChange.AlreadyNoted);
        (await Book().HistoryAsync(link)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Change_of_an_unknown_person_or_to_another_persons_code_is_not_noted()
    {
        await Book().GetOrAddAsync(People.Code(1));
        await Book().GetOrAddAsync(People.Code(2));
        (await Book().ChangeAsync(People.Code(3), People.Code(13))).ShouldBe(ResidentCodeChange.UnknownPerson);
        (await Book().ChangeAsync(People.Code(1), People.Code(2))).ShouldBe(ResidentCodeChange.HeldByAnother);
        await Should.ThrowAsync<ArgumentException>(async () => await Book().ChangeAsync(People.Code(1), People.Code(1)));
        await Should.ThrowAsync<ArgumentException>(async () => await Book().GetOrAddAsync(default));
    }

    [Fact]
    public async Task Proposal_that_is_taken_is_asked_for_again()
    {
        FewLinks few = new();
        LinkCode first = await Book(few).GetOrAddAsync(People.Code(1));
        LinkCode second = await Book(few).GetOrAddAsync(People.Code(2));
        second.ShouldNotBe(first);
        await Book(few).GetOrAddAsync(People.Code(3));
        await Should.ThrowAsync<InvalidOperationException>(async () => await Book(few).GetOrAddAsync(People.Code(4)));
    }

    [Fact]
    public async Task Two_threads_give_a_person_one_link()
    {
        for (int person = 0; person < 300; person++)
        {
            ResidentRecordCode code = People.Code(person);
            LinkCode[] links = await Races.RunAsync(_ => Book(new RandomLinkCodes(System.Security.Cryptography.RandomNumberGenerator.Create())).GetOrAddAsync(code).AsTask());
            links[0].ShouldBe(links[1]);
        }
    }

    [Fact]
    public async Task Two_threads_change_a_code_once()
    {
        for (int person = 0; person < 300; person++)
        {
            ResidentRecordCode code = People.Code(person);
            LinkCode link = await Book().GetOrAddAsync(code);
            int next = person + 1000;
            ResidentCodeChange[] changes = await Races.RunAsync(_ => Book().ChangeAsync(code, People.Code(next)).AsTask());
            changes.Order().ShouldBe([ResidentCodeChange.Noted, ResidentCodeChange.AlreadyNoted]);
            (await Book().HistoryAsync(link)).Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Merged_link_hands_its_resident_codes_on_and_takes_no_more()
    {
        LinkCode keep = await Book().GetOrAddAsync(People.Code(1));
        LinkCode drop = await Book().GetOrAddAsync(People.Code(2));
        (await Book().BuryAsync(drop, keep)).ShouldBeTrue();
        (await Book().FindAsync(People.Code(2))).ShouldBe(keep);
        (await Book().BuryAsync(drop, keep)).ShouldBeFalse("buried");
        (await Book().BuryAsync(keep, drop)).ShouldBeFalse("the successor is buried");
        (await Book().BuryAsync(People.Link(9), keep)).ShouldBeFalse("unknown");
        (await Book().HistoryAsync(drop)).Count.ShouldBe(1, "nothing is deleted");
        (await _register.FindTombstoneAsync(drop))!.Successor.ShouldBe(keep);
        (await _register.AddAsync([new LinkEntry(drop, 1, _tagger.Tag(People.Code(5)), Bodies.Now)])).Conflict.ShouldBe(LinkConflict.Link);
    }

    [Fact]
    public async Task Link_of_two_people_ends_and_each_gets_another()
    {
        LinkCode wrong = await Book().GetOrAddAsync(People.Code(1));
        await Book().ChangeAsync(People.Code(1), People.Code(2));
        (await Book().BuryAsync(wrong, default)).ShouldBeTrue();
        LinkCode first = await Book().GetOrAddAsync(People.Code(1));
        LinkCode second = await Book().GetOrAddAsync(People.Code(2));
        new[] { wrong, first, second }.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void No_text_holds_a_code()
    {
        LinkEntry entry = new(People.Link(1), 3, _tagger.Tag(People.Code(1)), Bodies.Now);
        entry.ToString().ShouldBe("link entry, version 3");
        entry.Tag.ToString().ShouldBe("resident code tag ***");
        default(ResidentCodeTag).ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Lines_tombstones_and_keys_that_are_none_are_refused()
    {
        Should.Throw<ArgumentException>(() => new LinkEntry(default, 0, _tagger.Tag(People.Code(1)), Bodies.Now));
        Should.Throw<ArgumentException>(() => new LinkEntry(People.Link(1), 0, default, Bodies.Now));
        Should.Throw<ArgumentOutOfRangeException>(() => new LinkEntry(People.Link(1), -1, _tagger.Tag(People.Code(1)), Bodies.Now));
        Should.Throw<ArgumentException>(() => new LinkTombstone(People.Link(1), People.Link(1), Bodies.Now));
        Should.Throw<ArgumentException>(() => new ResidentCodeTagger(new byte[16]));
        Should.Throw<ArgumentException>(() => _tagger.Tag(default));
        Should.Throw<ArgumentException>(() => ResidentCodeTag.FromBytes(new byte[31]));
        _tagger.Dispose();
        Should.Throw<ObjectDisposedException>(() => _tagger.Tag(People.Code(1)));
    }

    private static byte[] Key(int start) => [.. Enumerable.Range(start, 32).Select(value => (byte)value)];

    private LinkBook Book(ILinkCodeSource? source = null) => new(_register, source ?? new LinkCodeDeriver(_key), _tagger, new Clock(Bodies.Now));

    /// <summary>Three link codes in all.</summary>
    private sealed class FewLinks : ILinkCodeSource
    {
        public LinkCode Propose(ResidentRecordCode code, int attempt) => People.Link(attempt % 3);
    }
}
