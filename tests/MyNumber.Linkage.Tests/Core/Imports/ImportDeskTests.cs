using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Imports;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Tests.Core.Imports;

public sealed class ImportDeskTests
{
    private const int People20 = 20;
    private readonly Lab _lab = new();
    private readonly ImportDesk _desk;

    public ImportDeskTests()
    {
        _desk = Desk();
        for (int person = 0; person < People20; person++)
        {
            _lab.PutResident(person);
        }
    }

    private CodeHolder City => _lab.Holder(Bodies.CityHolder);

    [Fact]
    public async Task Dry_run_changes_nothing_and_apply_gives_each_row_its_code()
    {
        ImportRow[] rows = Rows(shiftFrom: People20, by: 0);
        ImportReport report = await _desk.DryRunAsync(City, rows);
        (report.Count(RowOutcome.New), report.HasShift).ShouldBe((People20, false));
        (await _lab.Links.FindAsync(People.Code(0))).IsEmpty.ShouldBeTrue();
        (ImportOutcome outcome, IReadOnlyList<ImportedCode> codes) = await _desk.ApplyAsync(City, rows, report);
        (outcome, codes.Count).ShouldBe((ImportOutcome.Applied, People20));
        foreach (ImportedCode code in codes)
        {
            (await _lab.Codes.JudgeAsync(City, code.Code)).ShouldBe((CodeStanding.InUse, await _lab.Links.FindAsync(People.Code(code.Row))));
        }

        (await _desk.ApplyAsync(City, rows, report)).Codes.ShouldBe(codes, "applied again it is the same");
    }

    [Theory]
    [InlineData("all rows take the next number", 0, 1, 19)]
    [InlineData("rows from the middle on take the next number", 8, 1, 11)]
    [InlineData("rows from the middle on take the number before", 8, -1, 12)]
    public async Task Slipped_rows_are_found_and_nothing_is_applied(string description, int from, int by, int slipped)
    {
        ImportRow[] rows = Rows(from, by);
        ImportReport report = await _desk.DryRunAsync(City, rows);
        report.HasShift.ShouldBeTrue(description);
        report.Shifted.Count().ShouldBeGreaterThanOrEqualTo(slipped - 1, description);
        report.Shifted.ShouldAllBe(finding => finding.Shift == -by && finding.Row >= from);
        (await _desk.ApplyAsync(City, rows, report)).ShouldBe((ImportOutcome.Shifted, []));
        (await _lab.Links.FindAsync(People.Code(0))).IsEmpty.ShouldBeTrue("not even the rows that look right");
    }

    [Fact]
    public async Task Number_of_the_family_member_in_the_row_behind_is_found()
    {
        ImportRow[] rows = Rows(People20, 0);
        rows[3] = Row(4, 3);
        ImportReport report = await _desk.DryRunAsync(City, rows);
        report.Findings[3].Shift.ShouldBe(0, "its own number stands nowhere");
        (report.Findings[3].Outcome, report.Findings[4].Outcome).ShouldBe((RowOutcome.NumberTwice, RowOutcome.NumberTwice));
        (await _desk.ApplyAsync(City, rows, report)).Codes.Select(code => code.Row).ShouldBe(Enumerable.Range(0, People20).Except([3, 4]));
    }

    [Fact]
    public async Task Two_rows_with_swapped_numbers_are_found()
    {
        ImportRow[] rows = Rows(People20, 0);
        (rows[5], rows[6]) = (Row(6, 5), Row(5, 6));
        ImportReport report = await _desk.DryRunAsync(City, rows);
        report.Shifted.Select(finding => (finding.Row, finding.Shift)).ShouldBe([(5, 1), (6, -1)]);
        report.Findings[5].ToString().ShouldBe("row 5: Mismatch (Name, Address, BirthDate, Sex), fits the number of the row behind");
    }

    [Fact]
    public async Task Difference_report_tells_rows_apart_and_leaves_held_codes_alone()
    {
        AgencyCode right = await _lab.AcquireAsync(Bodies.City, 0);
        AgencyCode other = await _lab.AcquireAsync(Bodies.City, 1);
        _lab.Residents.Put(People.Number(3), default, People.Attributes(3));
        FourAttributes moved = new(People.Attributes(4).Name, "架空県別市", People.Attributes(4).BirthDate, People.Attributes(4).Sex);
        ImportRow[] rows =
        [
            new(Lab.Query(0), right), new(Lab.Query(2), other), new(Lab.Query(3)), new(new ResidentQuery(People.Number(4), moved)), new(Lab.Query(99)), new(Lab.Query(5)),
        ];
        ImportReport report = await _desk.DryRunAsync(City, rows);
        report.Findings.Select(finding => finding.Outcome).ShouldBe(
            [RowOutcome.Same, RowOutcome.Different, RowOutcome.NonResident, RowOutcome.Mismatch, RowOutcome.NotFound, RowOutcome.New]);
        report.Findings[3].Fields.ShouldBe([PersonAttribute.Address]);
        report.ToString().ShouldBe("New 1, Same 1, Different 1, Mismatch 1, NotFound 1, NonResident 1");
        (await _desk.ApplyAsync(City, rows, report)).Codes.Select(code => code.Row).ShouldBe([5]);
        (await _lab.Codes.JudgeAsync(City, other)).Standing.ShouldBe(CodeStanding.InUse);
    }

    [Fact]
    public async Task Report_serves_its_own_rows_holder_and_desk_only()
    {
        ImportRow[] rows = Rows(People20, 0);
        ImportReport report = await _desk.DryRunAsync(City, rows);
        (await _desk.ApplyAsync(City, rows[1..], report)).Outcome.ShouldBe(ImportOutcome.OtherRows);
        (await _desk.ApplyAsync(City, [Row(0, 1), .. rows[1..]], report)).Outcome.ShouldBe(ImportOutcome.OtherRows);
        (await _desk.ApplyAsync(_lab.Holder(Bodies.PensionHolder), rows, report)).Outcome.ShouldBe(ImportOutcome.OtherRows);
        (await Desk().ApplyAsync(City, rows, report)).Outcome.ShouldBe(ImportOutcome.OtherRows);
        _lab.Residents.Put(People.Number(7), default, People.Attributes(7));
        (await _desk.ApplyAsync(City, rows, report)).ShouldBe((ImportOutcome.Stale, []));
    }

    [Fact]
    public void No_text_holds_a_value()
    {
        Row(1, 1).ToString().ShouldBe("import row ***");
        new ImportedCode(3, default).ToString().ShouldBe("code of row 3");
        Should.Throw<ArgumentNullException>(() => new ImportRow(null!));
    }

    private static ImportRow Row(int number, int attributes) => new(new ResidentQuery(People.Number(number), People.Attributes(attributes)));

    private static ImportRow[] Rows(int shiftFrom, int by) =>
        [.. Enumerable.Range(0, People20).Select(person => Row(person >= shiftFrom ? Math.Clamp(person + by, 0, People20) : person, person))];

    private ImportDesk Desk() => new(_lab.Residents, _lab.Links, _lab.Codes, RandomNumberGenerator.Create());
}
