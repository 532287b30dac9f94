using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

/// <summary>Numbers of lists: RFC 5280 §5.2.3. Rows are steps of an instant (seconds), a letter for what the list says, and the number that it gets, or a hyphen for none.</summary>
public sealed class CrlNumberTests
{
    private static readonly AuthorityGeneration Issuer = TestLab.At(TestLab.Fixed).Of(CertificatePurpose.Signature).Current;

    private readonly CrlNumbers _numbers = new();

    [Theory]
    [InlineData("the seconds are the number", "100 a 100, 200 a 200")]
    [InlineData("same instant and contents, same number", "100 a 100, 100 a 100, 200 a 200, 100 a 100")]
    [InlineData("other contents, next number", "100 a 100, 100 b 101, 100 c 102")]
    [InlineData("back to contents before is another list", "100 a 100, 100 b 101, 100 a 102")]
    [InlineData("revisions push later instants up", "100 a 100, 100 b 101, 100 c 102, 101 c 103, 102 c 104, 110 c 110")]
    [InlineData("earlier instant stays below a later one", "200 a 200, 100 a 100, 100 b 101")]
    [InlineData("no number is left below a later instant", "101 a 101, 100 a 100, 100 b -")]
    [InlineData("no number is left below the first list of a later instant", "102 a 102, 102 b 103, 100 a 100, 100 b 101, 100 c -")]
    [InlineData("none is left at all", "100 a 100, 100 b 101, 100 c 102, 103 d 103, 101 e -")]
    public void Numbers_grow_with_the_instant_and_are_never_given_twice(string description, string steps)
    {
        foreach (string[] step in steps.Split(", ").Select(step => step.Split(' ')))
        {
            long? expected = step[2] == "-" ? null : long.Parse(step[2], System.Globalization.CultureInfo.InvariantCulture);
            Give(long.Parse(step[0], System.Globalization.CultureInfo.InvariantCulture), step[1][0]).ShouldBe(expected, description);
        }
    }

    [Fact]
    public void Number_of_a_list_of_before_is_taken_over()
    {
        _numbers.Remember(Issuer, "full", At(100), [1], 104);
        _numbers.Knows(Issuer, "full", At(100), 104).ShouldBeTrue();
        _numbers.Knows(Issuer, "full", At(100), 105).ShouldBeFalse();
        _numbers.Knows(Issuer, "13221", At(100), 104).ShouldBeFalse();
        _numbers.Give(Issuer, "full", At(100), [1]).ShouldBe(104);
        _numbers.Give(Issuer, "full", At(101), [1]).ShouldBe(105);
    }

    [Fact]
    public void Only_the_latest_instants_are_kept()
    {
        for (int at = 10; at <= 10_000; at += 10)
        {
            Give(at, 'a').ShouldBe(at);
        }

        _numbers.Kept(Issuer, "full").ShouldBe(CrlNumbers.MostInstants);
    }

    [Theory]
    [InlineData("the first", 10, null)]
    [InlineData("the last that was forgotten", 80, null)]
    [InlineData("between two that were forgotten", 75, null)]
    [InlineData("after the last that was forgotten", 85, 85L)]
    [InlineData("the first that is known", 90, 91L)]
    public void Instant_that_was_forgotten_gets_no_number_above_those_after_it(string description, int at, long? expected)
    {
        for (int before = 10; before <= 10 * (CrlNumbers.MostInstants + 8); before += 10)
        {
            Give(before, 'a').ShouldBe(before);
        }

        Give(at, 'b').ShouldBe(expected, description);
    }

    /// <summary>A list of an early instant that comes last is forgotten at once: what it got was below all others then, and is not given again.</summary>
    [Fact]
    public void Early_instant_that_is_forgotten_at_once_gets_no_second_number()
    {
        for (int at = 110; at <= 100 + (10 * CrlNumbers.MostInstants); at += 10)
        {
            Give(at, 'a').ShouldBe(at);
        }

        Give(100, 'b').ShouldBe(100);
        Give(100, 'c').ShouldBeNull();
        Give(100, 'b').ShouldBeNull();
    }

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    private long? Give(long seconds, char contents) => _numbers.Give(Issuer, "full", At(seconds), [(byte)contents]);
}
