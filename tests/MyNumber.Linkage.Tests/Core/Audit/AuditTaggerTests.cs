using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Audit;

namespace MyNumber.Linkage.Tests.Core.Audit;

public sealed class AuditTaggerTests
{
    private readonly AuditTagger _tagger = new(Lab.Key(0x80));

    [Fact]
    public void Tag_is_the_one_that_another_program_makes()
    {
        byte[] bytes = new byte[16];
        _tagger.Tag(LinkCode.FromBytes(Convert.FromHexString("95947cda6be9571c4dc7")), 2026).WriteRevealed(bytes);
        Convert.ToHexStringLower(bytes).ShouldBe("ce567e2648ba1f137db9acc2e8772803");
    }

    [Fact]
    public void Years_and_people_have_tags_of_their_own()
    {
        AuditTag tag = _tagger.Tag(People.Link(1), 2026);
        _tagger.Tag(People.Link(1), 2026).ShouldBe(tag);
        _tagger.Tag(People.Link(1), 2027).ShouldNotBe(tag);
        _tagger.Tag(People.Link(2), 2026).ShouldNotBe(tag);
        (tag.ToString(), tag.IsEmpty).ShouldBe(("audit tag ***", false));
    }

    [Fact]
    public void Nobody_no_year_and_no_key_are_refused()
    {
        Should.Throw<ArgumentException>(() => _tagger.Tag(default, 2026));
        Should.Throw<ArgumentOutOfRangeException>(() => _tagger.Tag(People.Link(1), 0));
        Should.Throw<ArgumentOutOfRangeException>(() => _tagger.Tag(People.Link(1), 10_000));
        Should.Throw<ArgumentException>(() => new AuditTagger(new byte[31]));
        Should.Throw<ArgumentException>(() => AuditTag.FromBytes(new byte[15]));
        _tagger.Dispose();
        Should.Throw<ObjectDisposedException>(() => _tagger.Tag(People.Link(1), 2026));
    }
}
