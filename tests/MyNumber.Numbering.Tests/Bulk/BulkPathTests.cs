using MyNumber.Numbering.Bulk;

namespace MyNumber.Numbering.Tests.Bulk;

public sealed class BulkPathTests
{
    [Theory]
    [InlineData("x64 with AVX2", true, true, true, "Avx2")]
    [InlineData("Arm64, old x64", false, true, true, "Vector128")]
    [InlineData("no vectors", false, false, true, "Scalar")]
    [InlineData("vectors of a machine with the high byte first", false, true, false, "Scalar")]
    public void Vectors_are_used_where_the_low_byte_comes_first(string description, bool avx2, bool vectors, bool littleEndian, string expected) =>
        BulkPaths.Choose(avx2, vectors, littleEndian).ToString().ShouldBe(expected, description);
}
