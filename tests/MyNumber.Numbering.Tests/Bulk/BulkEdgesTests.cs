using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using MyNumber.Numbering.Bulk;

namespace MyNumber.Numbering.Tests.Bulk;

/// <summary>Layouts at the ends of what an integer holds.</summary>
public sealed class BulkEdgesTests
{
    [Theory]
    [InlineData("number at the end of a record of the greatest width", int.MaxValue, int.MaxValue - 12)]
    [InlineData("number one before", int.MaxValue, int.MaxValue - 13)]
    [InlineData("offset behind the buffer", 1_000, 500)]
    public void Number_behind_the_buffer_is_a_record_cut_short(string description, int stride, int offset)
    {
        foreach (BulkPath path in SupportedPaths())
        {
            BadRows rows = new(BulkNumberKind.Individual, path, "123456789018        "u8, stride, offset);
            rows.MoveNext().ShouldBeTrue(description);
            rows.Current.ShouldBe(new BadRow(0, NumberFault.Empty), description);
            rows.MoveNext().ShouldBeFalse(description);
            rows.RowsRead.ShouldBe(1, description);
            rows.BytesConsumed.ShouldBe(20, description);
        }
    }

    [Fact]
    public void Last_record_that_is_cut_behind_its_number_is_consumed_as_far_as_it_goes()
    {
        byte[] records = new byte[716];
        records.AsSpan().Fill((byte)' ');
        for (int row = 0; row < 8; row++)
        {
            "123456789018"u8.CopyTo(records.AsSpan(row * 100));
        }

        foreach (BulkPath path in SupportedPaths())
        {
            BadRows rows = new(BulkNumberKind.Individual, path, records, 100, 0);
            rows.MoveNext().ShouldBeFalse();
            rows.MoveNext().ShouldBeFalse();
            rows.RowsRead.ShouldBe(8);
            rows.BytesConsumed.ShouldBe(716);
        }
    }

    [SkippableFact]
    public void Greatest_buffer_of_wide_records_is_read_to_its_end_on_every_path()
    {
        const int Stride = 300_000_000;
        Skip.IfNot(Environment.Is64BitProcess, "A 32-bit process has no room for the buffer.");

        // Untouched pages of a block of this size take no memory.
        nint memory = Marshal.AllocHGlobal(int.MaxValue);
        try
        {
            Span<byte> records = MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), memory), int.MaxValue);
            for (int row = 0; row < 8; row++)
            {
                (row == 5 ? "123456789012    "u8 : "123456789018    "u8).CopyTo(records[(row * Stride)..]);
            }

            foreach (BulkPath path in SupportedPaths())
            {
                BadRows rows = new(BulkNumberKind.Individual, path, records, Stride, 0);
                rows.MoveNext().ShouldBeTrue();
                rows.Current.ShouldBe(new BadRow(5, NumberFault.WrongCheckDigit));
                rows.MoveNext().ShouldBeFalse();
                rows.RowsRead.ShouldBe(8);
                rows.BytesConsumed.ShouldBe(int.MaxValue);
                "123456789018"u8.CopyTo(records[(5 * Stride)..]);
                BulkValidator.Count(new BadRows(BulkNumberKind.Individual, path, records, Stride, 0)).ShouldBe(new BulkCount(8, 0));
                "123456789012"u8.CopyTo(records[(5 * Stride)..]);
            }
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }

    [Fact]
    public void Default_walk_has_no_row()
    {
        BulkValidator.Count(default).ShouldBe(new BulkCount(0, 0));
        NumberFault[] faults = [NumberFault.Empty];
        BulkValidator.Mark(default, faults).ShouldBe(new BulkCount(0, 0));
        faults.ShouldBe([NumberFault.None]);
        BadRows rows = default;
        rows.MoveNext().ShouldBeFalse();
        rows.BytesConsumed.ShouldBe(0);
    }

    private static IEnumerable<BulkPath> SupportedPaths() => Enum.GetValues<BulkPath>().Where(path => path != BulkPath.Avx2 || Avx2.IsSupported);
}
