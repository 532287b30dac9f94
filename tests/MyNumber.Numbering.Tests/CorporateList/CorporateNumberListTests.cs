using System.Text;
using MyNumber.Numbering.CorporateList;
using static MyNumber.Numbering.Tests.CorporateList.ListText;

namespace MyNumber.Numbering.Tests.CorporateList;

public sealed class CorporateNumberListTests
{
    [Fact]
    public async Task Published_row_is_read_in_every_column()
    {
        CorporateListEntry entry = (await Read(TottoriCourt + "\r\n")).ShouldHaveSingleItem();
        entry.RowNumber.ShouldBe(1);
        CorporateNumberRow row = entry.Row.ShouldNotBeNull();
        row.SequenceNumber.ShouldBe(1);
        row.CorporateNumber.ToString().ShouldBe("1000013050238");
        row.Process.ShouldBe(CorporateProcess.New);
        row.IsCorrection.ShouldBeTrue();
        row.UpdateDate.ShouldBe(new DateOnly(2018, 4, 2));
        row.ChangeDate.ShouldBe(new DateOnly(2015, 10, 5));
        row.Name.ShouldBe("鳥取簡易裁判所");
        row.Kind.ShouldBe(CorporationKind.StateOrgan);
        (row.PrefectureName, row.CityName, row.StreetNumber).ShouldBe(("鳥取県", "鳥取市", "東町２丁目２２３"));
        (row.PrefectureCode, row.CityCode, row.PostCode).ShouldBe(("31", "201", "6800011"));
        (row.NameImageId, row.AddressImageId, row.AddressOutside, row.AddressOutsideImageId, row.ChangeCause).ShouldBe((string.Empty, string.Empty, string.Empty, string.Empty, string.Empty));
        (row.CloseDate, row.CloseCause, row.SuccessorCorporateNumber).ShouldBe((null, null, null));
        row.AssignmentDate.ShouldBe(new DateOnly(2015, 10, 5));
        row.IsLatest.ShouldBeTrue();
        (row.EnglishName, row.EnglishPrefectureName, row.EnglishCityName).ShouldBe(("Tottori Summary Court", "Tottori", "2-223, Higashimachi, Tottori shi"));
        (row.EnglishAddressOutside, row.Furigana, row.IsHidden).ShouldBe((string.Empty, "トットリカンイサイバンショ", false));
    }

    [Theory]
    [InlineData("one byte at a time", 1)]
    [InlineData("seven bytes at a time", 7)]
    [InlineData("all at once", int.MaxValue)]
    public async Task Encodings_and_cuts_make_no_difference(string description, int readSize)
    {
        string text = $"{DietLibrary}\r\n{TottoriCourt}\n{DietLibrary}";
        Encoding shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        foreach ((byte[] bytes, CorporateListEncoding encoding) in new[]
        {
            (Encoding.UTF8.GetBytes(text), CorporateListEncoding.Utf8),
            (Encoding.UTF8.GetBytes("\uFEFF" + text), CorporateListEncoding.Utf8),
            (shiftJis.GetBytes(text), CorporateListEncoding.ShiftJis),
        })
        {
            List<CorporateListEntry> entries = await Read(bytes, new CorporateListOptions { Encoding = encoding }, readSize);
            entries.Select(entry => entry.Row?.Name).ShouldBe(["国立国会図書館", "鳥取簡易裁判所", "国立国会図書館"], description);
            entries.Select(entry => entry.RowNumber).ShouldBe([1, 2, 3]);
            entries[0].Row!.StreetNumber.ShouldBe("永田町１丁目１０－１");
        }
    }

    [Theory]
    [InlineData("comma", "\"甲, 乙\"", "甲, 乙")]
    [InlineData("doubled quotes", "\"甲\"\"乙\"\"\"", "甲\"乙\"")]
    [InlineData("line break", "\"甲\r\n乙\"", "甲\r\n乙")]
    [InlineData("unquoted", "甲", "甲")]
    [InlineData("quoted nothing", "\"\"", "")]
    [InlineData("a quote alone", "\"\"\"\"", "\"")]
    public async Task Quoted_text_is_what_is_between_the_quotes(string description, string field, string name)
    {
        List<CorporateListEntry> entries = await Read($"{With(6, field)}\n{With(6, field)}\r\n{With(28, field)}");
        entries.Count.ShouldBe(3, description);
        (entries[0].Row!.Name, entries[1].Row!.Name, entries[2].Row!.Furigana).ShouldBe((name, name, name));
    }

    [Theory]
    [InlineData("sequence is a word", 0, "one", CorporateListReason.WrongSequenceNumber)]
    [InlineData("sequence is negative", 0, "-1", CorporateListReason.WrongSequenceNumber)]
    [InlineData("number with a wrong check digit", 1, "2000013050238", CorporateListReason.WrongCorporateNumber)]
    [InlineData("no number", 1, "", CorporateListReason.WrongCorporateNumber)]
    [InlineData("number in full width", 1, "１００００１３０５０２３８", CorporateListReason.WrongCorporateNumber)]
    [InlineData("process not known", 2, "02", CorporateListReason.UnknownCode)]
    [InlineData("no process", 2, "", CorporateListReason.UnknownCode)]
    [InlineData("process is too large", 2, "99999999999", CorporateListReason.UnknownCode)]
    [InlineData("correction is 2", 3, "2", CorporateListReason.UnknownCode)]
    [InlineData("no update date", 4, "", CorporateListReason.WrongDate)]
    [InlineData("date that is none", 4, "2023-02-29", CorporateListReason.WrongDate)]
    [InlineData("date with slashes", 5, "2023/02/28", CorporateListReason.WrongDate)]
    [InlineData("date with a time", 22, "2023-02-28T00:00", CorporateListReason.WrongDate)]
    [InlineData("close date that is none", 18, "0000-00-00", CorporateListReason.WrongDate)]
    [InlineData("kind not known", 8, "100", CorporateListReason.UnknownCode)]
    [InlineData("kind by name", 8, "StateOrgan", CorporateListReason.UnknownCode)]
    [InlineData("close cause not known", 19, "02", CorporateListReason.UnknownCode)]
    [InlineData("successor with a wrong check digit", 20, "2000013050238", CorporateListReason.WrongCorporateNumber)]
    [InlineData("latest is empty", 23, "", CorporateListReason.UnknownCode)]
    [InlineData("hidden is a space", 29, " ", CorporateListReason.UnknownCode)]
    public async Task Bad_field_is_named_and_the_rows_around_it_are_read(string description, int column, string field, CorporateListReason reason)
    {
        List<CorporateListEntry> entries = await Read($"{DietLibrary}\n{With(column, field)}\n{DietLibrary}\n");
        entries.Select(entry => entry.IsGood).ShouldBe([true, false, true], description);
        entries[1].Fault.ShouldBe(new CorporateListFault(column, reason), description);
        entries[1].RowNumber.ShouldBe(2);
    }

    [Theory]
    [InlineData("no change date", 5, CorporateListReason.WrongDate)]
    [InlineData("no kind", 8, CorporateListReason.UnknownCode)]
    [InlineData("no assignment date", 22, CorporateListReason.WrongDate)]
    public async Task Only_a_deleted_entry_may_leave_a_column_out(string description, int column, CorporateListReason reason)
    {
        (await Read(With(column, string.Empty)))[0].Fault.ShouldBe(new CorporateListFault(column, reason), description);
        string[] fields = With(column, string.Empty).Split(',');
        fields[2] = "99";
        CorporateNumberRow row = (await Read(string.Join(',', fields)))[0].Row.ShouldNotBeNull(description);
        new object?[] { row.ChangeDate, row.Kind, row.AssignmentDate }.Count(value => value is null).ShouldBe(1, description);
    }

    [Theory]
    [InlineData("closed in a merger", 19, "11", CloseCause.Merger)]
    [InlineData("liquidated", 19, "01", CloseCause.Liquidation)]
    public async Task Close_cause_is_read(string description, int column, string field, CloseCause cause) =>
        (await Read(With(column, field)))[0].Row!.CloseCause.ShouldBe(cause, description);

    [Fact]
    public async Task Successor_is_read() =>
        (await Read(With(20, "1000011000005")))[0].Row!.SuccessorCorporateNumber!.Value.ToString().ShouldBe("1000011000005");

    [Fact]
    public async Task Reading_ends_after_the_first_bad_row_when_asked()
    {
        List<CorporateListEntry> entries = await Read($"{DietLibrary}\nx\n{DietLibrary}\n", new CorporateListOptions { StopAtBadRow = true });
        entries.Select(entry => entry.IsGood).ShouldBe([true, false]);
    }

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Should.Throw<ArgumentNullException>(() => CorporateNumberList.ReadAsync(null!));
        Should.Throw<ArgumentOutOfRangeException>(() => CorporateNumberList.ReadAsync(Stream.Null, new CorporateListOptions { Encoding = (CorporateListEncoding)9 }));
    }

    [Fact]
    public async Task Cancelled_reading_stops()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (CorporateListEntry _ in CorporateNumberList.ReadAsync(new MemoryStream(new byte[10]), null, source.Token))
            {
            }
        });
    }
}
