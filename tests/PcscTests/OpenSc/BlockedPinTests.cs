using MyNumber.Card.Emulation;
using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.OpenSc;

[Collection(PcscCollection.Name)]
public sealed class BlockedPinTests(PcscDaemon daemon)
{
    public static TheoryData<string, bool, string, string> Answers => new()
    {
        { "6984 is an error without a name", false, "6984", "CKR_GENERAL_ERROR" },
        { "6983 is a locked PIN", true, "6983", "CKR_PIN_LOCKED" },
    };

    [SkippableTheory]
    [MemberData(nameof(Answers))]
    public async Task Three_wrong_pins_block_and_the_right_one_comes_too_late(string description, bool blockedAnswers6983, string answer, string error)
    {
        await using OpenScCard card = await OpenScCard.InsertAsync(daemon, EmulatedCardOptions.Default with { BlockedAnswers6983 = blockedAnswers6983 });
        string[] counters = ["63C3", "63C2", "63C1", "63C0"];
        for (int spent = 0; spent < 3; spent++)
        {
            ProgramOutcome wrong = card.LogIn(OpenScCard.LoginToken, OpenScCard.WrongPin, "--list-objects");
            wrong.ExitCode.ShouldBe(1);
            wrong.All.ShouldContain("CKR_PIN_INCORRECT");
            card.TakeDialogue().ShouldBe(new Dialogue().Load(login: counters[spent])
                .Tries("0018", counters[spent], times: 2).Verify("0018", "0000", counters[spent + 1]).Lines, description);
        }

        ProgramOutcome late = card.LogIn(OpenScCard.LoginToken, OpenScCard.LoginPin, "--list-objects");
        late.ExitCode.ShouldBe(1);
        late.All.ShouldContain(error);
        card.TakeDialogue().ShouldBe(new Dialogue().Load(login: "63C0")
            .Tries("0018", "63C0", times: 2).Verify("0018", TestCard.LoginPin, answer).Lines, description);
        card.Pkcs11("--list-slots").Output.ShouldContain("user PIN locked");
        card.Pkcs15("--list-pins").Output.ShouldContain("Tries left     : 0");
    }

    [SkippableFact]
    public async Task One_blocked_pin_leaves_the_other_as_it_was()
    {
        await using OpenScCard card = await OpenScCard.InsertAsync(daemon);
        for (int i = 0; i < 3; i++)
        {
            card.Pkcs15("--verify-pin", "--auth-id", "01", "--pin", OpenScCard.WrongPin).ExitCode.ShouldBe(255);
        }

        card.Pkcs15("--verify-pin", "--auth-id", "01", "--pin", OpenScCard.LoginPin).ExitCode.ShouldNotBe(0);
        card.Pkcs15("--verify-pin", "--auth-id", "02", "--pin", OpenScCard.SignaturePin).ExitCode.ShouldBe(0);
    }

    [SkippableFact]
    public async Task A_blocked_pin_stays_blocked_over_removal_and_a_new_daemon()
    {
        await using OpenScCard card = await OpenScCard.InsertAsync(daemon);
        for (int i = 0; i < 3; i++)
        {
            card.Pkcs15("--verify-pin", "--auth-id", "01", "--pin", OpenScCard.WrongPin).ExitCode.ShouldBe(255);
        }

        daemon.Kill();
        await card.Reader.Reader.WaitForAttachedAsync(attached: false);
        daemon.Start();
        await card.Reader.WaitAsync();
        card.Pkcs15("--list-pins").Output.ShouldContain("Tries left     : 0");
    }
}
