using MyNumber.Numbering.Issuing.Codes;

namespace MyNumber.Numbering.Tests.Issuing.Codes;

public sealed class ResidentCodePoolTests
{
    [Fact]
    public void Exhausted_pool_is_a_result()
    {
        ResidentCodePool pool = new(Lab.Chiyoda, [Lab.Code(1)], Lab.Random());
        pool.TryDraw(out _).ShouldBeTrue();
        pool.TryDraw(out ResidentRecordCode code).ShouldBeFalse();
        code.IsEmpty.ShouldBeTrue();
        pool.Left.ShouldBe(0);
    }

    [Fact]
    public void Every_code_is_drawn_once()
    {
        ResidentRecordCode[] codes = [.. Enumerable.Range(0, 1_000).Select(digits => Lab.Code(digits))];
        ResidentCodePool pool = new(Lab.Chiyoda, codes, Lab.Random());
        HashSet<ResidentRecordCode> drawn = [];
        while (pool.TryDraw(out ResidentRecordCode code))
        {
            drawn.Add(code).ShouldBeTrue();
        }

        drawn.SetEquals(codes).ShouldBeTrue();
    }

    [Fact]
    public void Drawers_at_the_same_time_never_get_the_same_code()
    {
        ResidentCodePool pool = new(Lab.Chiyoda, [.. Enumerable.Range(0, 4_000).Select(digits => Lab.Code(digits))], Lab.Random());
        System.Collections.Concurrent.ConcurrentBag<ResidentRecordCode> drawn = [];
        Parallel.For(0, 4_000, _ =>
        {
            if (pool.TryDraw(out ResidentRecordCode code))
            {
                drawn.Add(code);
            }
        });
        drawn.Distinct().Count().ShouldBe(4_000);
    }

    /// <summary>The first draw from ten, a hundred thousand times: chi-square with 9 degrees of freedom, critical value 44.8 for 10^-6.</summary>
    [Fact]
    public void Each_code_is_drawn_first_equally_often()
    {
        System.Security.Cryptography.RandomNumberGenerator random = Lab.Random();
        ResidentRecordCode[] codes = [.. Enumerable.Range(0, 10).Select(digits => Lab.Code(digits))];
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++)
        {
            new ResidentCodePool(Lab.Chiyoda, codes, random).TryDraw(out ResidentRecordCode code);
            counts[Array.IndexOf(codes, code)]++;
        }

        counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000.0).ShouldBeLessThan(44.8);
    }

    [Fact]
    public void Pool_refuses_empty_and_repeated_codes()
    {
        Should.Throw<ArgumentException>(() => new ResidentCodePool(Lab.Chiyoda, [Lab.Code(1), default], Lab.Random()));
        Should.Throw<ArgumentException>(() => new ResidentCodePool(Lab.Chiyoda, [Lab.Code(1), Lab.Code(1)], Lab.Random()));
    }

    [Fact]
    public void Bundle_that_the_space_cannot_give_is_a_result()
    {
        ResidentCodeDesignator designator = new(new FullMemory(), Lab.Random());
        designator.TryAllot(Lab.Chiyoda, 1, out ResidentCodePool? pool).ShouldBeFalse();
        pool.ShouldBeNull();
        new ResidentCodeDesignator(new SaturatedMemory(), Lab.Random()).TryAllot(Lab.Chiyoda, 1, out _).ShouldBeFalse();
    }

    [Fact]
    public void Bundle_needs_a_municipality_and_a_count()
    {
        ResidentCodeDesignator designator = new(new InMemoryAllottedCodes(), Lab.Random());
        Should.Throw<ArgumentException>(() => designator.TryAllot(default, 1, out _));
        Should.Throw<ArgumentOutOfRangeException>(() => designator.TryAllot(Lab.Chiyoda, -1, out _));
    }

    [Fact]
    public void Text_of_a_pool_holds_no_code() =>
        new ResidentCodePool(Lab.Chiyoda, [Lab.Code(9_876_543_210)], Lab.Random()).ToString().ShouldBe("ResidentCodePool(1 left)");

    private sealed class FullMemory : IAllottedCodes
    {
        public long Count => ResidentCodeDesignator.CodeSpace;

        public bool TryAdd(ResidentRecordCode code, LocalGovernmentCode municipality) => false;
    }

    private sealed class SaturatedMemory : IAllottedCodes
    {
        public long Count => 0;

        public bool TryAdd(ResidentRecordCode code, LocalGovernmentCode municipality) => false;
    }
}
