using System.Text.Json;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Cards;

public sealed class CardPinsVerbTests
{
    // Tries of a fresh card: project research notes on the card, table of PINs.
    private static readonly (string Pin, int Tries)[] _fresh =
    [
        ("authentication", 3), ("signature", 5), ("input-support", 3), ("matching-a", 10), ("matching-b", 10),
        ("surface-matching-a", 10), ("surface-matching-b", 10), ("birth-date", 10), ("common-residence", 3), ("residence", 3),
    ];

    [Fact]
    public void All_references_of_a_fresh_card_are_told_and_none_is_spent()
    {
        using CardBench bench = new();
        for (int i = 0; i < 4; i++)
        {
            ToolRun run = bench.Run("pins --json");
            run.Code.ShouldBe(ExitCode.Done);
            run.Json.Select(row => (row.GetProperty("pin").GetString()!, row.GetProperty("triesLeft").GetInt32())).ShouldBe(_fresh);
            run.Json.ShouldAllBe(row => row.GetProperty("state").GetString() == "ready");
        }
    }

    [Fact]
    public void Reference_that_is_not_there_has_no_count()
    {
        using CardBench bench = new(profile: CardProfile.WithoutSignatureCertificate);
        JsonElement row = bench.Run("pins --json").Json.First(one => one.GetProperty("pin").GetString() == "signature");
        (row.GetProperty("state").GetString(), row.GetProperty("triesLeft").ValueKind).ShouldBe(("none", JsonValueKind.Null));
        bench.Run("pins").Lines[1].ShouldBe("signature password: not on this card");
    }

    [Fact]
    public void Wrong_pin_shows_in_its_own_count_only()
    {
        using CardBench bench = new();
        bench.Run("read number --pin-env WRONG").Code.ShouldBe(ExitCode.Refused);
        bench.Run("pins").Lines.Take(3).ShouldBe(["user authentication PIN: tries left: 3", "signature password: tries left: 5", "input-support PIN: tries left: 2"]);
    }

    [Fact]
    public void Blocked_reference_is_told_with_the_way_out()
    {
        using CardBench bench = new();
        for (int i = 0; i < 3; i++)
        {
            bench.Run("read number --pin-env WRONG --last-try").Code.ShouldBe(ExitCode.Refused);
        }

        bench.Run("pins").Lines[2].ShouldBe("input-support PIN: blocked; only the municipal office unblocks it");
        bench.Run("pins --lang").Lines[2].ShouldBe("券面事項入力補助用の暗証番号: ロックされています。市区町村の窓口で初期化が必要です");
        bench.Run("pins --json").Json[2].GetProperty("state").GetString().ShouldBe("blocked");
    }
}
