using System.Security.Cryptography;
using MyNumber.Numbering.Issuing.Codes;

namespace MyNumber.Numbering.Tests.Issuing.Codes;

public sealed class ResidentCodeDesignatorTests
{
    /// <summary>The first draw from ten, a hundred thousand times: chi-square with 9 degrees of freedom, critical value 44.8 for 10^-6.</summary>
    [Fact]
    public async Task Each_code_is_drawn_first_equally_often()
    {
        RandomNumberGenerator random = Lab.Random();
        ResidentRecordCode[] codes = [.. Enumerable.Range(0, 10).Select(digits => Lab.Code(digits))];
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++)
        {
            InMemoryAllottedCodes allotted = new(random);
            await allotted.AddAsync(Lab.Chiyoda, codes);
            counts[Array.IndexOf(codes, (await allotted.DrawAsync(Lab.Chiyoda, Lab.Requests(1)))[0])]++;
        }

        counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000.0).ShouldBeLessThan(44.8);
    }

    [Fact]
    public async Task Bundle_that_the_space_cannot_give_is_a_result()
    {
        (await new ResidentCodeDesignator(new FixedMemory(ResidentCodeDesignator.CodeSpace), Lab.Random()).AllotAsync(Lab.Chiyoda, 1)).ShouldBe(0);
        FixedMemory saturated = new(0);
        (await new ResidentCodeDesignator(saturated, Lab.Random()).AllotAsync(Lab.Chiyoda, 1)).ShouldBe(0);
        saturated.Calls.ShouldBe(1_000);
    }

    [Fact]
    public async Task Bundle_larger_than_a_step_is_whole()
    {
        InMemoryAllottedCodes allotted = new(Lab.Random());
        (await new ResidentCodeDesignator(allotted, Lab.Random()).AllotAsync(Lab.Chiyoda, 25_001)).ShouldBe(25_001);
        (await allotted.LeftAsync(Lab.Chiyoda)).ShouldBe(25_001);
    }

    [Fact]
    public async Task Bundle_needs_a_municipality_and_a_count()
    {
        ResidentCodeDesignator designator = new(new InMemoryAllottedCodes(Lab.Random()), Lab.Random());
        await Should.ThrowAsync<ArgumentException>(async () => await designator.AllotAsync(default, 1));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await designator.AllotAsync(Lab.Chiyoda, -1));
        (await designator.AllotAsync(Lab.Chiyoda, 0)).ShouldBe(0);
    }

    /// <summary>A memory that finds every code designated.</summary>
    private sealed class FixedMemory(long count) : IAllottedCodes
    {
        public int Calls { get; private set; }

        public ValueTask<int> AddAsync(LocalGovernmentCode municipality, ReadOnlyMemory<ResidentRecordCode> codes, CancellationToken cancellationToken = default)
        {
            Calls++;
            return ValueTask.FromResult(0);
        }

        public ValueTask<IReadOnlyList<ResidentRecordCode>> DrawAsync(
            LocalGovernmentCode municipality, ReadOnlyMemory<Guid> requests, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(count);

        public ValueTask<long> LeftAsync(LocalGovernmentCode municipality, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
