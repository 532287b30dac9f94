using MyNumber.Jpki.Revocation.Crl;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

/// <summary>Sorting and search where lists are longer than one piece, and serials crowd.</summary>
public sealed class CrlWordsTests
{
    private const int Piece = 1 << 17;

    [Theory]
    [InlineData("none", 0)]
    [InlineData("one", 1)]
    [InlineData("one piece", Piece)]
    [InlineData("one more than a piece", Piece + 1)]
    [InlineData("three pieces", 3 * Piece)]
    public void Words_come_out_sorted_and_all(string description, int count)
    {
        ulong[] given = [.. Enumerable.Range(0, count).Select(i => unchecked((ulong)i * 0x9E37_79B9_7F4A_7C15))];
        CrlWords words = new(count * 37);
        Array.ForEach(given, words.Add);
        words.Sort().ShouldBe(given.Order().ToArray(), description);
    }

    [Fact]
    public void Words_in_order_already_stay()
    {
        ulong[] given = [.. Enumerable.Range(0, Piece + 5).Select(i => (ulong)i << 33)];
        CrlWords words = new(given.Length * 37);
        Array.ForEach(given, words.Add);
        words.Sort().ShouldBe(given);
    }

    [Theory]
    [InlineData("one serial for all", 0U, 1U)]
    [InlineData("in turn", 1U, 0U)]
    [InlineData("crowded at one end, with one far away", 1U, 1U)]
    public void Crowded_serials_are_found_and_their_neighbours_are_not(string description, uint step, uint far)
    {
        const uint First = 0x1000_0000;
        ulong[] given = [.. Enumerable.Range(0, 50_000).Select(i => ((ulong)(First + ((uint)i * step * 2)) << 32) | 0x16), ((ulong)uint.MaxValue * far << 32) | 0x16];
        Array.Sort(given);
        CrlIndex index = new(given, new CrlSideTable.Builder().Build(), 1000);
        foreach (ulong word in given)
        {
            uint serial = (uint)(word >> 32);
            Find(index, serial).ShouldNotBeNull(description);
            if (step == 1 && serial is > 1 and < uint.MaxValue)
            {
                Find(index, serial + 1).ShouldBeNull(description);
            }
        }

        Find(index, First - 1).ShouldBeNull(description);
        Find(index, uint.MaxValue - 1).ShouldBeNull(description);
    }

    private static CrlEntry? Find(CrlIndex index, uint serial) => index.Find([0x00, .. BitConverter.GetBytes(serial).Reverse()]);
}
