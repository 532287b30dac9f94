using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Verbs;
using MyNumber.Numbering;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Verbs;

public sealed class NumberIssueVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("individual", "individual", "individual")]
    [InlineData("codes", "resident-code", "resident-record")]
    [InlineData("companies", "corporate", "corporate")]
    [InlineData("unregistered bodies", "corporate --kind=unregistered", "corporate")]
    public void Issued_numbers_are_valid_and_none_comes_twice(string row, string arguments, string kind)
    {
        ToolRun run = ToolRun.Of(["number", "issue", .. arguments.Split(' '), "--count", "10000"]);
        run.Code.ShouldBe(ExitCode.Done, row);
        run.Error.TrimEnd().ShouldBe($"mynumber: {NumberIssueVerb.Notice}", row);
        run.Lines.Distinct(StringComparer.Ordinal).Count().ShouldBe(10_000, row);
        ToolRun check = ToolRun.Fed(run.Output, "number", "check", kind);
        check.Code.ShouldBe(ExitCode.Done, row);
        check.Lines.Length.ShouldBe(10_000, row);
    }

    [Theory]
    [InlineData("individual")]
    [InlineData("resident-code")]
    [InlineData("corporate")]
    public void Same_seed_gives_the_same_numbers_and_another_seed_others(string what)
    {
        string[] first = ToolRun.Of("number", "issue", what, "--count", "50", "--seed", "7").Lines;
        ToolRun.Of("number", "issue", what, "--count", "50", "--seed", "7").Lines.ShouldBe(first);
        ToolRun.Of("number", "issue", what, "--count", "50", "--seed", "8").Lines.Intersect(first, StringComparer.Ordinal).Count().ShouldBeLessThan(3);
        ToolRun.Of("number", "issue", what, "--count", "50").Lines.Intersect(first, StringComparer.Ordinal).Count().ShouldBeLessThan(3);
    }

    [Theory]
    [InlineData("individual")]
    [InlineData("resident-code")]
    [InlineData("corporate")]
    public void Skipping_goes_on_where_a_run_ended(string what)
    {
        string[] whole = ToolRun.Of("number", "issue", what, "--count", "5000", "--seed", "7").Lines;
        ToolRun.Of("number", "issue", what, "--count", "800", "--skip", "4200", "--seed", "7").Lines.ShouldBe(whole[4200..]);
    }

    [Theory]
    [InlineData("stock-company", CorporateNumberKind.StockCompany)]
    [InlineData("special-limited-company", CorporateNumberKind.SpecialLimitedCompany)]
    [InlineData("membership-or-foreign-company", CorporateNumberKind.MembershipOrForeignCompany)]
    [InlineData("other-registered", CorporateNumberKind.OtherRegisteredCorporation)]
    [InlineData("registered-association", CorporateNumberKind.RegisteredAssociation)]
    [InlineData("unregistered", CorporateNumberKind.UnregisteredOrganization)]
    public void Corporate_numbers_are_of_the_kind(string kind, CorporateNumberKind expected)
    {
        foreach (string line in ToolRun.Of("number", "issue", "corporate", "--kind", kind, "--count", "500", "--seed", "1").Lines)
        {
            CorporateNumber number = CorporateNumber.Parse(line);
            number.Kind.ShouldBe(expected);
            number.Warning.ShouldBe(CorporateNumberWarning.None);
        }
    }

    [Fact]
    public void Codes_beside_the_numbers_are_those_of_the_same_seed()
    {
        string[] codes = ToolRun.Of("number", "issue", "resident-code", "--count", "20", "--seed", "3").Lines;
        string[] numbers = ToolRun.Of("number", "issue", "individual", "--count", "20", "--seed", "3").Lines;
        string[] both = ToolRun.Of("number", "issue", "individual", "--resident-codes", "--count", "20", "--seed", "3").Lines;
        both.ShouldBe(numbers.Zip(codes, (number, code) => $"{number}\t{code}"));
    }

    [Fact]
    public void Csv_has_a_header_and_can_be_validated()
    {
        ToolRun run = ToolRun.Of("number", "issue", "individual", "--resident-codes", "--count", "3", "--format", "csv");
        run.Lines[0].ShouldBe("individualNumber,residentRecordCode");
        run.Lines.Length.ShouldBe(4);
        ToolRun.Fed(run.Output, "number", "validate", "-", "--kind", "individual", "--csv-column", "1", "--header").Code.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("by the option of the tool", "--json")]
    [InlineData("by the format", "--format=json")]
    public void Json_is_one_object_on_a_line(string row, string option)
    {
        ToolRun run = ToolRun.Of("number", "issue", "individual", "--resident-codes", "--count", "3", option);
        run.Json.Length.ShouldBe(3, row);
        foreach (JsonElement line in run.Json)
        {
            IndividualNumber.TryParse(line.GetProperty("individualNumber").GetString(), out _).ShouldBeTrue(row);
            ResidentRecordCode.TryParse(line.GetProperty("residentRecordCode").GetString(), out _).ShouldBeTrue(row);
        }
    }

    [Fact]
    public void Notice_is_json_where_the_answers_are()
    {
        ToolRun run = ToolRun.Of("number", "issue", "individual", "--json");
        JsonDocument.Parse(run.Error).RootElement.GetProperty("notice").GetString().ShouldBe(NumberIssueVerb.Notice);
    }

    [Fact]
    public void Key_file_in_bytes_and_in_digits_is_the_same_key()
    {
        byte[] key = [.. Enumerable.Range(100, 32).Select(value => (byte)value)];
        string bytes = _folder.Write("key.bin", key);
        string digits = _folder.Write("key.txt", $"{Convert.ToHexString(key)}\r\n");
        string[] numbers = ToolRun.Of("number", "issue", "individual", "--count", "10", "--key-file", bytes).Lines;
        ToolRun.Of("number", "issue", "individual", "--count", "10", "--key-file", digits).Lines.ShouldBe(numbers);
        ToolRun.Fed(Convert.ToHexString(key), "number", "issue", "individual", "--count", "10", "--key-file", "-").Lines.ShouldBe(numbers);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("short", "secretsecret")]
    [InlineData("digits that are none", "secretsecretsecretsecretsecretsecretsecretsecretsecretsecret0123")]
    [InlineData("one byte too many", "secretsecretsecretsecretsecret012")]
    public void Key_file_of_another_shape_is_refused_without_repeating_it(string row, string content)
    {
        ToolRun run = ToolRun.Of("number", "issue", "individual", "--key-file", _folder.Write("key", content));
        run.Code.ShouldBe(ExitCode.Undetermined, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.TrimEnd().ShouldBe("mynumber: The key file holds neither 32 bytes nor 64 hexadecimal digits.", row);
    }

    [Fact]
    public void Key_file_that_is_not_there_is_undetermined() =>
        ToolRun.Of("number", "issue", "individual", "--key-file", Path.Combine(_folder.Path, "none")).Error.TrimEnd().ShouldBe("mynumber: The file does not exist.");

    [Theory]
    [InlineData("what to issue is missing", "")]
    [InlineData("unknown number", "987654321098")]
    [InlineData("no number", "individual --count=0")]
    [InlineData("more than there are", "individual --count=10000000001")]
    [InlineData("beyond the end", "individual --count=1 --skip=10000000000")]
    [InlineData("sum beyond every integer", "individual --count=9223372036854775807 --skip=9223372036")]
    [InlineData("negative skip", "individual --skip=-1")]
    [InlineData("seed and key", "individual --seed=1 --key-file=987654321098")]
    [InlineData("key in an argument", "individual 987654321098")]
    [InlineData("unknown kind", "corporate --kind=987654321098")]
    [InlineData("kind of a person", "individual --kind=stock-company")]
    [InlineData("unknown format", "individual --format=987654321098")]
    [InlineData("seed that is no integer", "individual --seed=9876543210980000000000")]
    public void Wrong_use_is_usage_and_issues_nothing(string row, string arguments)
    {
        ToolRun run = ToolRun.Of(["number", "issue", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldNotContain("987654321098", Case.Sensitive, row);
    }

    [Fact]
    public void Stop_ends_a_run()
    {
        ToolRun run = ToolRun.Of(Stream.Null, ["number", "issue", "individual", "--count", "10000000000"], new CancellationToken(canceled: true));
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Tokyo", "130001", "8000020130001")]
    [InlineData("Yokohama", "141003", "3000020141003")]
    public void Local_government_gets_the_observed_number(string row, string code, string number)
    {
        ToolRun run = ToolRun.Of("number", "issue", "local-government-corporate", code, "--lang", "en");
        run.Code.ShouldBe(ExitCode.Done, row);
        run.Lines.ShouldBe([number], row);
        run.Error.ShouldContain("observed", Case.Sensitive, row);
        ToolRun.Fed(code, "number", "issue", "local-government-corporate", "--json").Json[0].GetProperty("corporateNumber").GetString().ShouldBe(number, row);
    }

    [Theory]
    [InlineData("wrong check digit", "130002", "WrongCheckDigit")]
    [InlineData("five digits", "13000", "TooShort")]
    public void Wrong_local_government_code_is_refused_with_its_reason(string row, string code, string fault)
    {
        ToolRun run = ToolRun.Of("number", "issue", "local-government-corporate", code);
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldContain(fault, Case.Sensitive, row);
        run.Error.ShouldNotContain(code, Case.Sensitive, row);
    }
}
