using System.Security.Cryptography;
using System.Text;
using MyNumber.IssuingHost;
using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Codes;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Corporate;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Entries;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.Issuing.Notices;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.Issuing.Storage;
using MyNumber.Numbering.Issuing.Storage.Codes;
using MyNumber.Numbering.Issuing.Storage.Versions;
using MyNumber.Numbering.People;

namespace MyNumber.ContractTests.Issuing;

/// <summary>From an allotted bundle to the notice file with every register in one database: allot, draw, generate, notify, designate, record, change on a leak, notice.</summary>
[Collection(PostgresTests.Name)]
public sealed class WholeFlowTests(PostgresFixture postgres)
{
    private static readonly Guid _person = Issues.Request(1);

    [SkippableFact]
    public async Task Sqlite_keeps_a_person_from_code_to_changed_number()
    {
        await using RegisterHome home = await RegisterHome.SqliteAsync();
        await FlowAsync(home);
    }

    [SkippableFact]
    public async Task PostgreSql_keeps_a_person_from_code_to_changed_number()
    {
        await using RegisterHome home = await RegisterHome.PostgreSqlAsync(postgres.Server);
        await FlowAsync(home);
    }

    private static async Task FlowAsync(RegisterHome home)
    {
        ResidentRecordCode code = await EnterAsync(home);
        IdentityRecord born = new() { Person = _person, Version = 0, Attributes = Attributes, Code = code, Municipality = SyntheticRoll.Chiyoda, Since = Issues.Noon };
        (await home.Identity.TryAddAsync(born)).ShouldBeTrue();
        using ConversionKeyRing keys = new(1, new MixedPermutation(NumberConverter.DomainSize, 7));
        IndividualNumber first = await DesignateAsync(home, keys, code);
        IndividualNumber second = await ChangeAsync(home, keys, code, first);
        IdentityRecord numbered = born.Next(Issues.Noon, number: first);
        (await home.Identity.TryAddAsync(numbered)).ShouldBeTrue();
        (await home.Identity.TryAddAsync(numbered.Next(Issues.Noon, number: second))).ShouldBeTrue();
        CorporateNumberIssuer issuer = new(home.Corporate, RandomNumberGenerator.Create(), TimeProvider.System);
        CorporateNumber body = (await issuer.DesignateUnregisteredAsync(Issues.Request(70), "見本会", "東京都千代田区")).ShouldNotBeNull().Number;

        await ShouldStandAfterRestartAsync(home, code, first, second, body);
        await ShouldBePrintedAsync(home, second);
    }

    private static FourAttributes Attributes { get; } = new("見本　太郎", "東京都千代田区一丁目", new BirthDate(new DateOnly(2026, 4, 1)), Sex.Male);

    private static async Task<ResidentRecordCode> EnterAsync(RegisterHome home)
    {
        (await new ResidentCodeDesignator(home.Allotted, RandomNumberGenerator.Create()).AllotAsync(SyntheticRoll.Chiyoda, 20)).ShouldBe(20);
        CodeEntryResult entered = await new ResidentCodeBook(SyntheticRoll.Chiyoda, home.Allotted, home.Entries, TimeProvider.System).EnterAsync(_person);
        entered.Outcome.ShouldBe(CodeEntryOutcome.Drawn);
        return entered.Code;
    }

    private static async Task<IndividualNumber> DesignateAsync(RegisterHome home, ConversionKeyRing keys, ResidentRecordCode code)
    {
        DesignationService mayor = Mayor(home, keys);
        GenerationResponse response = await mayor.DesignateAsync(Issues.Request(2), code, IssueReason.Birth);
        (response.IsMade, response.IsRepeated, response.Issue.State).ShouldBe((true, false, DesignationState.Designated));
        (await mayor.DesignateAsync(Issues.Request(2), code, IssueReason.Birth)).IsRepeated.ShouldBeTrue();
        (await mayor.RecordAsync(new[] { Issues.Request(2) })).ShouldBe(1);
        return response.Issue.Number;
    }

    private static async Task<IndividualNumber> ChangeAsync(RegisterHome home, ConversionKeyRing keys, ResidentRecordCode code, IndividualNumber leaked)
    {
        DesignationService mayor = Mayor(home, keys);
        ChangeForm form = new() { Number = leaked, Grounds = "漏えい", IdentityChecked = true };
        GenerationResponse response = await mayor.ChangeAsync(Issues.Request(3), code, form);
        response.IsMade.ShouldBeTrue();
        (await mayor.ChangeAsync(Issues.Request(4), code, form)).Refusal.ShouldBe(GenerationRefusal.AlreadyReplaced);
        (await mayor.RecordAsync(new[] { Issues.Request(3) })).ShouldBe(1);
        return response.Issue.Number;
    }

    /// <summary>Stores that are opened anew see all that the former ones wrote.</summary>
    private static async Task ShouldStandAfterRestartAsync(RegisterHome home, ResidentRecordCode code, IndividualNumber first, IndividualNumber second, CorporateNumber body)
    {
        SqlAllottedCodes allotted = new(home.Source, home.Dialect, RandomNumberGenerator.Create());
        await allotted.CreateTablesAsync();
        ((await allotted.CountAsync()), (await allotted.LeftAsync(SyntheticRoll.Chiyoda))).ShouldBe((20, 19));
        SqlResidentCodeRegister entries = new(home.Source, home.Dialect);
        await entries.CreateTablesAsync();
        (await entries.FindByCodeAsync(code)).ShouldNotBeNull().Person.ShouldBe(_person);
        (await entries.FindOwedNoticesAsync(9)).ShouldHaveSingleItem().Code.ShouldBe(code);
        IReadOnlyList<NumberIssue> issues = await new SqlNumberRegister(home.Source, home.Dialect).HistoryAsync(code);
        issues.Select(issue => (issue.Number, issue.State)).ShouldBe([(first, DesignationState.Recorded), (second, DesignationState.Recorded)]);
        IReadOnlyList<IdentityRecord> versions = await new SqlIdentityRegister(home.Source, home.Dialect).HistoryAsync(_person);
        versions.Select(version => version.Number).ShouldBe([default, first, second]);
        (await new SqlCorporateRegister(home.Source, home.Dialect).HistoryAsync(body)).ShouldHaveSingleItem().Name.ShouldBe("見本会");
    }

    private static async Task ShouldBePrintedAsync(RegisterHome home, IndividualNumber number)
    {
        IdentityRecord present = (await home.Identity.HistoryAsync(_person))[^1];
        NoticeEntry entry = new() { Addressee = present.Attributes, Number = present.Number, Municipality = present.Municipality, IssuedOn = new DateOnly(2026, 4, 2) };
        using MemoryStream file = new();
        (await NoticeFile.WriteRevealedAsync(file, [entry])).ShouldBe(1);
        string text = Encoding.UTF8.GetString(file.ToArray());
        text.ShouldContain($"\"{number.Reveal()}\"");
        text.ShouldContain("見本　太郎");
    }

    private static DesignationService Mayor(RegisterHome home, ConversionKeyRing keys) =>
        new(SyntheticRoll.Chiyoda, new NumberGenerationCenter(home.Register, keys, TimeProvider.System), home.Register, TimeProvider.System);
}
