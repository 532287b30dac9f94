using MyNumber.Jpki.Authority.Publishing;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

public sealed class OcspPresignedAnswersTests
{
    private static readonly DateTimeOffset First = TestLab.Fixed, Second = First.AddMinutes(15), Third = Second.AddMinutes(15);

    private readonly OcspPresignedAnswers _answers = new(8);

    /// <summary>A request may have waited for its turn to sign over the edge of a tick.</summary>
    [Fact]
    public void Answer_of_a_tick_that_is_over_is_not_kept_and_throws_nothing_out()
    {
        _answers.Keep(Second, Second, [1], Answer()).ShouldBeTrue();
        _answers.Keep(Third, Second, [1], Answer()).ShouldBeTrue();
        _answers.Keep(First, Second, [1], Answer()).ShouldBeFalse();
        (_answers.Count(First), _answers.Count(Second), _answers.Count(Third)).ShouldBe((0, 1, 1));
    }

    [Fact]
    public void Answer_of_the_tick_that_is_takes_the_place_of_those_before()
    {
        _answers.Keep(First, First, [1], Answer());
        _answers.Keep(Third, Third, [1], Answer()).ShouldBeTrue();
        (_answers.Count(First), _answers.Count(Third)).ShouldBe((0, 1));
    }

    [Fact]
    public void Answer_beyond_the_ceiling_is_not_kept()
    {
        for (byte i = 0; i < 8; i++)
        {
            _answers.Keep(First, First, [i], Answer()).ShouldBeTrue();
        }

        _answers.Keep(First, First, [8], Answer()).ShouldBeFalse();
        _answers.Keep(First, First, [7], Answer()).ShouldBeTrue();
    }

    private static OcspAnswer Answer() => new([0x30, 0x00]);
}
