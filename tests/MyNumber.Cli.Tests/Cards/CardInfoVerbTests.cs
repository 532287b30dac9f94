using System.Text.Json;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Cards;

public sealed class CardInfoVerbTests
{
    [Fact]
    public void Whole_card_is_told_without_a_pin_and_without_a_name()
    {
        using CardBench bench = new();
        ToolRun run = bench.Run("info --json");
        run.Code.ShouldBe(ExitCode.Done);
        JsonElement answer = run.Json[0];
        answer.GetProperty("kind").GetString().ShouldBe("Individual Number Card");
        answer.GetProperty("atr").GetString().ShouldBe("3BE000FF8131FE4514");
        answer.GetProperty("applications").EnumerateArray().Select(one => one.GetString()).ShouldBe(["input-support", "surface", "residence", "common", "jpki"]);
        (answer.GetProperty("signatureCertificate").GetBoolean(), answer.GetProperty("authenticationCertificate").GetBoolean()).ShouldBe((true, true));
        answer.GetProperty("label").GetString().ShouldBe("JPKIAPICCTOKEN2");
        answer.GetProperty("missing").GetArrayLength().ShouldBe(0);
        run.All.ShouldNotContain("見本");
    }

    [Fact]
    public void Childs_card_has_no_signature_certificate()
    {
        using CardBench bench = new(profile: CardProfile.WithoutSignatureCertificate);
        JsonElement answer = bench.Run("info --json").Json[0];
        answer.GetProperty("kind").GetString().ShouldBe("Individual Number Card without signature certificate");
        answer.GetProperty("signatureCertificate").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Text_has_a_line_each_in_both_languages()
    {
        using CardBench bench = new();
        bench.Run("info").Lines.Length.ShouldBe(7);
        bench.Run("info --lang").Lines[0].ShouldBe("種別: 個人番号カード (Confirmed)");
    }

    [Fact]
    public void Card_that_is_in_use_is_undetermined()
    {
        using CardBench bench = new();
        using (bench.Reader.Connect())
        {
            bench.Run("info").Code.ShouldBe(ExitCode.Undetermined);
        }

        bench.Run("info").Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void Card_that_is_torn_out_is_undetermined()
    {
        using CardBench bench = new();
        bench.Reader.RemoveAtCommand(4);
        ToolRun run = bench.Run("info");
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("No card is in the reader.");
    }

    [Fact]
    public void Stopped_run_is_undetermined()
    {
        using CardBench bench = new();
        bench.Run("info", cancellation: new CancellationToken(canceled: true)).Code.ShouldBe(ExitCode.Undetermined);
    }
}
