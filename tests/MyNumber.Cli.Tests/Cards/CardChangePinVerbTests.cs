using MyNumber.Card.Emulation.Faults;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Cards;

public sealed class CardChangePinVerbTests : IDisposable
{
    private readonly CardBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("authentication", "LOGIN", "NEW", "read authentication-certificate --by authentication")]
    [InlineData("input-support", "INPUT", "NEW", "read number")]
    [InlineData("signature", "SIGN", "NEW_PASSWORD", "read signature-certificate")]
    public void New_pin_opens_and_the_old_one_does_not(string which, string old, string replacement, string use)
    {
        ToolRun run = _bench.Run($"change-pin {which} --pin-env {old} --new-pin-env {replacement} --json");
        run.Code.ShouldBe(ExitCode.Done, which);
        run.Lines.ShouldBe([$$"""{"pin":"{{which}}","outcome":"Changed"}"""], which);
        _bench.Run($"{use} --pin-env {replacement}").Code.ShouldBe(ExitCode.Done, which);
        _bench.Run($"{use} --pin-env {old}").Code.ShouldBe(ExitCode.Refused, which);
    }

    [Fact]
    public void Residence_pin_is_changed_in_both_applications()
    {
        _bench.Run("change-pin residence --pin-env RESIDENCE --new-pin-env NEW").Code.ShouldBe(ExitCode.Done);
        _bench.Run("change-pin residence --pin-env RESIDENCE --new-pin-env NEW").Code.ShouldBe(ExitCode.Refused);
        _bench.Run("change-pin residence --pin-env NEW --new-pin-env RESIDENCE").Code.ShouldBe(ExitCode.Done);
        (_bench.Tries("residence"), _bench.Tries("common-residence")).ShouldBe((3, 3));
    }

    [Theory]
    [InlineData("the common half", "common-residence", "common-residence", "residence")]
    [InlineData("the other half", "residence-application", "residence", "common-residence")]
    public void Half_of_the_residence_pin_is_changed_alone(string row, string half, string changed, string untouched)
    {
        ToolRun run = _bench.Run($"change-pin {half} --pin-env RESIDENCE --new-pin-env NEW --json");
        run.Code.ShouldBe(ExitCode.Done, row);
        run.Lines.ShouldBe([$$"""{"pin":"{{half}}","outcome":"Changed"}"""], row);
        _bench.Run($"change-pin {half} --pin-env RESIDENCE --new-pin-env NEW").Code.ShouldBe(ExitCode.Refused, row);
        (_bench.Tries(changed), _bench.Tries(untouched)).ShouldBe((2, 3), row);
        _bench.Run("change-pin residence --pin-env RESIDENCE --new-pin-env NEW").Code.ShouldBe(ExitCode.Refused, row);
    }

    [Fact]
    public void Card_that_leaves_between_the_halves_is_mended_by_the_other_half()
    {
        ToolRun torn = null!;
        for (int command = 1; torn?.Error.Contains("change-pin residence-application", StringComparison.Ordinal) != true; command++)
        {
            using CardBench bench = new();
            bench.Reader.RemoveAtCommand(command);
            torn = bench.Run("change-pin residence --pin-env RESIDENCE --new-pin-env NEW");
            torn.Code.ShouldBe(ExitCode.Undetermined);
            if (torn.Error.Contains("The common application has the new residence PIN, the other half perhaps not.", StringComparison.Ordinal))
            {
                bench.Reader.Insert(bench.Card);
                bench.Run("change-pin residence-application --pin-env RESIDENCE --new-pin-env NEW").Code.ShouldBe(ExitCode.Done);
                bench.Run("change-pin residence --pin-env NEW --new-pin-env RESIDENCE").Code.ShouldBe(ExitCode.Done);
            }
        }
    }

    [Fact]
    public void Card_whose_last_answer_is_lost_has_the_new_pin_in_both_halves_and_is_told_how_to_know()
    {
        ToolRun torn = null!;
        for (int command = 1; torn?.Error.Contains("If that answers that the old one is wrong, it was changed already.", StringComparison.Ordinal) != true; command++)
        {
            command.ShouldBeLessThan(20);
            using CardBench bench = new();
            bench.Reader.RemoveAtCommand(command, RemovalMoment.BeforeAnswer);
            torn = bench.Run("change-pin residence --pin-env RESIDENCE --new-pin-env NEW");
            bench.Reader.Insert(bench.Card);
            if (bench.Card.Decisions.Count(decision => decision.Command == "CHANGE KEY") == 2)
            {
                torn.Code.ShouldBe(ExitCode.Undetermined);
                ToolRun again = bench.Run("change-pin residence-application --pin-env RESIDENCE --new-pin-env NEW");
                again.Code.ShouldBe(ExitCode.Refused);
                again.Error.ShouldContain("wrong; tries left: 2");
                bench.Run("change-pin residence --pin-env NEW --new-pin-env RESIDENCE").Code.ShouldBe(ExitCode.Done);
            }
        }
    }

    [Fact]
    public void Both_pins_may_be_two_lines_of_one_descriptor()
    {
        _bench.Descriptors[3] = $"{_bench.Variables["LOGIN"]}\n{_bench.Variables["NEW"]}\n";
        _bench.Run("change-pin authentication --pin-fd 3 --new-pin-fd 3").Code.ShouldBe(ExitCode.Done);
        _bench.Run("read authentication-certificate --by authentication --pin-env NEW").Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void New_pin_is_typed_twice()
    {
        _bench.Typed = "8624\n6039\n6039\n";
        ToolRun run = _bench.Run("change-pin authentication");
        run.Code.ShouldBe(ExitCode.Done);
        run.Error.ReplaceLineEndings("\n").ShouldBe("user authentication PIN: \nuser authentication PIN (new): \nuser authentication PIN (new) again: \n");
    }

    [Theory]
    [InlineData("the second differs", "8624\n6039\n6038\n", 1)]
    [InlineData("the second is longer", "8624\n6039\n60399\n", 1)]
    [InlineData("the second is empty", "8624\n6039\n\n", 3)]
    [InlineData("the new one is empty", "8624\n\n", 3)]
    [InlineData("the old one is empty", "\n", 3)]
    public void Entries_that_do_not_fit_change_nothing(string row, string typed, int code)
    {
        _bench.Typed = typed;
        ((int)_bench.Run("change-pin authentication").Code).ShouldBe(code, row);
        _bench.Card.Decisions.ShouldBeEmpty(row);
    }

    [Theory]
    [InlineData("too short", "authentication", "LOGIN", "SHORT", "too short")]
    [InlineData("too long", "authentication", "LOGIN", "LONG", "too long")]
    [InlineData("a letter", "input-support", "INPUT", "LETTERS", "a character that is not allowed")]
    [InlineData("a password without letters", "signature", "SIGN", "ONLY_DIGITS", "a letter is missing")]
    [InlineData("a short residence PIN", "residence", "RESIDENCE", "SHORT", "too short")]
    [InlineData("a long half of one", "residence-application", "RESIDENCE", "LONG", "too long")]
    public void New_pin_against_its_rule_is_refused_before_the_old_one_is_tried(string row, string which, string old, string replacement, string reason)
    {
        ToolRun run = _bench.Run($"change-pin {which} --pin-env {old} --new-pin-env {replacement}");
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Error.ShouldContain($"the new one: {reason}", Case.Sensitive, row);
        _bench.Card.Decisions.ShouldNotContain(decision => decision.Command == "VERIFY", row);
    }

    [Theory]
    [InlineData("authentication", "WRONG", 2)]
    [InlineData("input-support", "WRONG", 2)]
    [InlineData("signature", "WRONG_PASSWORD", 4)]
    [InlineData("residence", "WRONG", 2)]
    [InlineData("common-residence", "WRONG", 2)]
    public void Wrong_old_pin_changes_nothing_and_costs_one_try(string which, string variable, int left)
    {
        string replacement = which == "signature" ? "NEW_PASSWORD" : "NEW";
        ToolRun run = _bench.Run($"change-pin {which} --pin-env {variable} --new-pin-env {replacement}");
        run.Code.ShouldBe(ExitCode.Refused, which);
        run.Error.ShouldContain($"tries left: {left}", Case.Sensitive, which);
        _bench.Tries(which).ShouldBe(left, which);
    }

    [Theory]
    [InlineData("matching numbers are not chosen", "change-pin matching-a --pin-env MATCHING_A --new-pin-env NEW")]
    [InlineData("no new PIN", "change-pin authentication --pin-env LOGIN")]
    [InlineData("no old PIN", "change-pin authentication --new-pin-env NEW")]
    [InlineData("two new PINs", "change-pin authentication --pin-env LOGIN --new-pin-env NEW --new-pin-fd 3")]
    [InlineData("a new PIN as a word", "change-pin authentication 6039 --pin-env LOGIN")]
    public void Wrong_use_is_usage(string row, string line)
    {
        _bench.Run(line).Code.ShouldBe(ExitCode.Usage, row);
        _bench.Card.Decisions.ShouldBeEmpty(row);
    }
}
