using System.Buffers.Binary;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Tests.Sealing;

/// <summary>Random bytes behind content: what comes back, which lengths show, and what is refused.</summary>
public sealed class BlindingTests
{
    [Theory]
    [InlineData("nothing", 0, 256)]
    [InlineData("one byte", 1, 256)]
    [InlineData("the last that fits one step", 220, 256)]
    [InlineData("one more", 221, 512)]
    [InlineData("much", 100_000, 100_096)]
    public void Content_comes_back_and_length_is_told_in_steps_only(string row, int length, int wrapped)
    {
        byte[] content = [.. Enumerable.Range(0, length).Select(value => (byte)(value % 251))];
        byte[] bytes = Blinding.Wrap(content);
        bytes.Length.ShouldBe(wrapped, row);
        Blinding.Unwrap(bytes)!.Value.ToArray().ShouldBe(content, row);
        Blinding.Wrap(content).ShouldNotBe(bytes, row);
    }

    [Theory]
    [InlineData("negative", -1)]
    [InlineData("smallest", int.MinValue)]
    [InlineData("largest", int.MaxValue)]
    [InlineData("too few random bytes", 221)]
    [InlineData("too many random bytes for the step", 219 - 256 + 1)]
    public void Length_that_fits_nothing_is_refused(string row, int length)
    {
        byte[] bytes = Blinding.Wrap(new byte[10]);
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        Blinding.Unwrap(bytes).HasValue.ShouldBeFalse(row);
    }

    [Fact]
    public void Content_that_could_have_been_shorter_is_refused()
    {
        byte[] bytes = new byte[512];
        BinaryPrimitives.WriteInt32BigEndian(bytes, 220);
        Blinding.Unwrap(bytes).HasValue.ShouldBeFalse();
        BinaryPrimitives.WriteInt32BigEndian(bytes, 221);
        Blinding.Unwrap(bytes).HasValue.ShouldBeTrue();
    }

    [Fact]
    public void Bytes_of_another_length_are_refused()
    {
        foreach (int length in new[] { 0, 3, 255, 257, 300 })
        {
            Blinding.Unwrap(new byte[length]).HasValue.ShouldBeFalse();
        }
    }
}
