using System.Text;
using MyNumber.Numbering;
using MyNumber.Numbering.Bulk;
using MyNumber.Numbering.CorporateList;

namespace MyNumber.Architecture.Tests;

/// <summary>What docs/numbering/bulk.md shows.</summary>
public sealed class BulkSnippets
{
    [Fact]
    public void Lines_are_walked()
    {
        byte[] utf8 = Encoding.ASCII.GetBytes("123456789018\n123456789012\n");
        StringWriter report = new();

        #region bulk-lines
        BadRows rows = BulkValidator.FindBadLines(BulkNumberKind.Individual, utf8);
        while (rows.MoveNext())
        {
            report.WriteLine($"row {rows.Current.Index}: {rows.Current.Fault}");
        }

        report.WriteLine($"{rows.RowsRead} rows");
        #endregion

        report.ToString().ReplaceLineEndings("\n").ShouldBe("row 1: WrongCheckDigit\n2 rows\n");
    }

    [Fact]
    public void Records_are_counted_and_rows_are_marked()
    {
        byte[] utf8 = Encoding.ASCII.GetBytes("123456789018\n123456789012\n");
        byte[] table = Encoding.ASCII.GetBytes("00001,8700110005901\n00002,8700110005902\n");

        #region bulk-records
        BulkCount lines = BulkValidator.Count(BulkValidator.FindBadLines(BulkNumberKind.Individual, utf8));
        BulkCount records = BulkValidator.Count(BulkValidator.FindBadRecords(BulkNumberKind.Corporate, table, stride: 20, offset: 6));
        NumberFault[] reasons = new NumberFault[lines.Rows];
        BulkValidator.Mark(BulkValidator.FindBadLines(BulkNumberKind.Individual, utf8), reasons);   // None for a good row
        #endregion

        (lines.Rows, lines.GoodRows).ShouldBe((2, 1));
        (records.Rows, records.GoodRows).ShouldBe((2, 1));
        reasons.ShouldBe([NumberFault.None, NumberFault.WrongCheckDigit]);
    }

    [Fact]
    public async Task Stream_is_walked()
    {
        using MemoryStream stream = new("123456789018\n123456789012\n"u8.ToArray());
        StringWriter report = new();

        #region bulk-stream
        BulkCount count = await BulkStream.ValidateLinesAsync(
            BulkNumberKind.Individual, stream, bad => report.WriteLine($"row {bad.Index}: {bad.Fault}"));
        report.WriteLine($"{count.GoodRows} of {count.Rows} rows are good");
        #endregion

        report.ToString().ReplaceLineEndings("\n").ShouldBe("row 1: WrongCheckDigit\n1 of 2 rows are good\n");
    }

    [Fact]
    public async Task List_is_walked()
    {
        using MemoryStream csv = new("x\n"u8.ToArray());
        StringWriter report = new();

        #region corporate-list
        CorporateListOptions options = new() { Encoding = CorporateListEncoding.Utf8 };
        await foreach (CorporateListEntry entry in CorporateNumberList.ReadAsync(csv, options))
        {
            report.WriteLine(entry.IsGood
                ? $"{entry.Row.CorporateNumber} {entry.Row.Name}"
                : $"row {entry.RowNumber}: {entry.Fault.Reason}");
        }
        #endregion

        report.ToString().ReplaceLineEndings("\n").ShouldBe("row 1: WrongColumnCount\n");
    }
}
