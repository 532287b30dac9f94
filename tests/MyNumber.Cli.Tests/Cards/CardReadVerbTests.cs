using System.Text.Json;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Cards;

public sealed class CardReadVerbTests : IDisposable
{
    private readonly CardBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("by the PIN", "read number --pin-env INPUT")]
    [InlineData("by matching number A", "read number --by matching-a --pin-env MATCHING_A")]
    public void Number_is_masked(string row, string line)
    {
        ToolRun run = _bench.Run($"{line} --json");
        run.Code.ShouldBe(ExitCode.Done, row);
        run.Lines.ShouldBe(["""{"individualNumber":"************","masked":true}"""], row);
        _bench.Run(line).Lines.ShouldBe(["individual number: ************ (read, check digit right; --reveal writes it in clear)"], row);
    }

    [Fact]
    public void Number_is_in_clear_when_it_is_asked_for() =>
        _bench.Run("read number --pin-env INPUT --reveal").Lines.ShouldBe(["individual number: 123456789018"]);

    [Theory]
    [InlineData("by the PIN", "read attributes --pin-env INPUT")]
    [InlineData("by matching number B", "read attributes --by matching-b --pin-env MATCHING_B")]
    public void Attributes_are_read(string row, string line)
    {
        ToolRun run = _bench.Run($"{line} --json");
        run.Code.ShouldBe(ExitCode.Done, row);
        run.Json[0].EnumerateObject().Select(member => (member.Name, member.Value.GetString()!)).ShouldBe(
            [("name", "見本　花子"), ("address", "東京都千代田区霞が関２－１－２"), ("birthDate", "19900401"), ("sex", "Female")], row);
        _bench.Run(line).Lines.ShouldBe(["name: 見本　花子", "address: 東京都千代田区霞が関２－１－２", "birth date: 19900401", "sex: female"], row);
    }

    [Fact]
    public void Age_is_counted_in_japan_and_the_birth_date_masked()
    {
        // 2026-03-31 15:00 UTC is the holder's birthday in Japan.
        _bench.Clock.Set(new DateTimeOffset(2026, 3, 31, 14, 59, 0, TimeSpan.Zero));
        _bench.Run("read age --pin-env BIRTH --json").Lines.ShouldBe(["""{"age":35,"birthDate":"********","masked":true}"""]);
        _bench.Clock.Set(new DateTimeOffset(2026, 3, 31, 15, 0, 0, TimeSpan.Zero));
        _bench.Run("read age --pin-env BIRTH").Lines.ShouldBe(["age: 36", "birth date: ********"]);
        _bench.Run("read age --pin-env BIRTH --reveal").Lines.ShouldBe(["age: 36", "birth date: 19900401"]);
    }

    [Theory]
    [InlineData("younger", 20, 0, "age 20: reached")]
    [InlineData("the very age", 35, 0, "age 35: reached")]
    [InlineData("older", 36, 1, "age 36: not reached")]
    public void Age_that_is_asked_about_is_told_and_nothing_else(string row, int years, int code, string line)
    {
        ToolRun run = _bench.Run($"read age --reaches {years} --pin-env BIRTH");
        ((int)run.Code).ShouldBe(code, row);
        run.Lines.ShouldBe([line], row);
    }

    [Theory]
    [InlineData("by matching number B", "read face --pin-env MATCHING_B")]
    [InlineData("by matching number A", "read face --by surface-matching-a --pin-env MATCHING_A")]
    public void Face_goes_into_files(string row, string line)
    {
        string folder = Path.Combine(_bench.Folder.Path, "face");
        ToolRun run = _bench.Run($"{line} --out {folder}");
        run.Code.ShouldBe(ExitCode.Done, row);
        File.ReadAllBytes(Path.Combine(folder, "name.png"))[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], row);
        File.ReadAllBytes(Path.Combine(folder, "photo.jp2"))[4..8].ShouldBe("jP  "u8.ToArray(), row);
        Directory.GetFiles(folder).Length.ShouldBe(4, row);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(folder, "photo.jp2")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, row);
        }

        _bench.Run($"{line} --out {folder}").Code.ShouldBe(ExitCode.Undetermined, row);
    }

    [Fact]
    public void Image_of_the_number_goes_into_a_new_file()
    {
        string path = Path.Combine(_bench.Folder.Path, "number.png");
        _bench.Run($"read number-image --pin-env MATCHING_A --out {path}").Code.ShouldBe(ExitCode.Done);
        File.ReadAllBytes(path)[1..4].ShouldBe("PNG"u8.ToArray());
        ToolRun again = _bench.Run($"read number-image --pin-env WRONG_A --out {path}");
        again.Code.ShouldBe(ExitCode.Undetermined);
        again.Error.ShouldContain("is not overwritten");
        _bench.Tries("surface-matching-a").ShouldBe(10);
    }

    [Fact]
    public void Common_application_tells_the_card_and_its_end() =>
        _bench.Run("read common --json").Lines.ShouldBe(["""{"serialNumber":"400000000000001","municipality":"13101","expiry":"2034-04-01"}"""]);

    [Theory]
    [InlineData("number, wrong PIN", "number", "WRONG", "input-support", 2)]
    [InlineData("number, wrong A", "number --by matching-a", "WRONG_A", "matching-a", 9)]
    [InlineData("attributes, wrong B", "attributes --by matching-b", "WRONG_B", "matching-b", 9)]
    [InlineData("age, wrong birth date", "age", "WRONG_BIRTH", "birth-date", 9)]
    public void Wrong_key_is_refused_and_costs_one_try(string row, string what, string variable, string pin, int left)
    {
        ToolRun run = _bench.Run($"read {what} --pin-env {variable} --json");
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Output.ShouldBeEmpty(row);
        JsonElement error = JsonDocument.Parse(run.Error).RootElement;
        error.GetProperty("outcome").GetString().ShouldBe("WrongPin", row);
        error.GetProperty("triesLeft").GetInt32().ShouldBe(left, row);
        error.GetProperty("pin").GetString().ShouldBe(pin, row);
        _bench.Tries(pin).ShouldBe(left, row);
    }

    [Theory]
    [InlineData("too short", "SHORT")]
    [InlineData("too long", "LONG")]
    [InlineData("a letter", "LETTERS")]
    public void Malformed_pin_costs_nothing(string row, string variable)
    {
        ToolRun run = _bench.Run($"read number --pin-env {variable}");
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Error.ShouldContain("no try was spent", Case.Sensitive, row);
        _bench.Tries("input-support").ShouldBe(3, row);
    }

    [Fact]
    public void Last_try_is_kept_until_it_is_allowed()
    {
        _bench.Run("read number --pin-env WRONG").Code.ShouldBe(ExitCode.Refused);
        _bench.Run("read number --pin-env WRONG").Code.ShouldBe(ExitCode.Refused);
        ToolRun kept = _bench.Run("read number --pin-env WRONG");
        kept.Code.ShouldBe(ExitCode.Refused);
        kept.Error.ShouldContain("--last-try spends it");
        _bench.Tries("input-support").ShouldBe(1);
        _bench.Run("read number --pin-env INPUT --last-try").Code.ShouldBe(ExitCode.Done);
        _bench.Tries("input-support").ShouldBe(3);
    }

    [Theory]
    [InlineData("6984", false)]
    [InlineData("6983", true)]
    public void Blocked_pin_is_refused(string row, bool other)
    {
        using CardBench bench = new(EmulatedCardOptions.Default with { BlockedAnswers6983 = other });
        for (int i = 0; i < 3; i++)
        {
            bench.Run("read number --pin-env WRONG --last-try");
        }

        ToolRun run = bench.Run("read number --pin-env INPUT --last-try");
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Error.ShouldContain("only the municipal office", Case.Sensitive, row);
    }

    [Theory]
    [InlineData("nothing to read")]
    [InlineData("an unknown thing", "passport", "--pin-env", "INPUT")]
    [InlineData("a key that opens something else", "number", "--by", "matching-b", "--pin-env", "MATCHING_B")]
    [InlineData("a key for what is free", "common", "--by", "input-support", "--pin-env", "INPUT")]
    [InlineData("images without a place", "face", "--pin-env", "MATCHING_B")]
    [InlineData("an age for the number", "number", "--reaches", "20", "--pin-env", "INPUT")]
    [InlineData("an age below zero", "age", "--reaches", "-1", "--pin-env", "BIRTH")]
    [InlineData("an age beyond people", "age", "--reaches", "151", "--pin-env", "BIRTH")]
    [InlineData("no way to a PIN", "number")]
    [InlineData("a word too many", "number", "98765432x98", "--pin-env", "INPUT")]
    public void Wrong_use_is_usage(string row, params string[] arguments)
    {
        ToolRun run = _bench.Run(string.Join(' ', ["read", .. arguments]));
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldNotContain("98765432x98", Case.Sensitive, row);
        _bench.Card.Decisions.ShouldBeEmpty(row);
    }

    [Theory]
    [InlineData("another key", "number --by matching-b --pin-env MATCHING_B", "number is opened --by one of: input-support, matching-a.")]
    [InlineData("another key of the surface", "face --by birth-date --pin-env BIRTH", "face is opened --by one of: surface-matching-b, surface-matching-a.")]
    [InlineData("what is free", "common --by input-support --pin-env INPUT", "common is free to read: leave --by out.")]
    public void Key_that_does_not_open_it_is_answered_with_those_that_do(string row, string line, string message)
    {
        ToolRun run = _bench.Run($"read {line}");
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Error.TrimEnd().ShouldBe($"mynumber: {message}", row);
    }

    [Theory]
    [InlineData("no signature key", "card-without-signature-certificate", "signature-certificate --pin-env SIGN", "署名用電子証明書のないカード (15歳未満の方や発行を希望しなかった方など) か、顔認証マイナンバーカードです", "this is a card without signature certificate, as of a holder under 15 or one who did not want it, or one without PINs (顔認証マイナンバーカード)")]
    [InlineData("no password", "card-without-pins", "signature-certificate --pin-env SIGN", "署名用電子証明書のないカード (15歳未満の方や発行を希望しなかった方など) か、顔認証マイナンバーカードです", "this is a card without signature certificate, as of a holder under 15 or one who did not want it, or one without PINs (顔認証マイナンバーカード)")]
    [InlineData("no input support", "android-secure-element", "number --pin-env INPUT", "公的個人認証のアプリケーションしかない種別があります (スマートフォンなど)", "there are kinds with the JPKI application alone, such as a phone")]
    [InlineData("no surface", "android-secure-element", "age --pin-env BIRTH", "公的個人認証のアプリケーションしかない種別があります (スマートフォンなど)", "there are kinds with the JPKI application alone, such as a phone")]
    public void What_is_not_on_the_card_is_told_with_the_kind_of_card(string row, string profile, string what, string japanese, string english)
    {
        using CardBench bench = new(profile: CardProfile.All.Single(one => one.Name == profile));
        ToolRun run = bench.Run($"read {what}");
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Error.ShouldContain($"The card does not have it: {english}", Case.Sensitive, row);
        bench.Run($"read {what} --lang").Error.ShouldContain(japanese, Case.Sensitive, row);
    }

    [Theory]
    [InlineData("select", 1)]
    [InlineData("query", 3)]
    [InlineData("verify", 4)]
    [InlineData("read", 6)]
    public void Card_that_is_torn_out_gives_nothing(string row, int command)
    {
        _bench.Reader.RemoveAtCommand(command);
        ToolRun run = _bench.Run("read number --pin-env INPUT --reveal");
        run.Code.ShouldBe(ExitCode.Undetermined, row);
        run.Output.ShouldBeEmpty(row);
    }
}
