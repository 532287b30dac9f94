using CardAgentTests.Lab;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;

namespace CardAgentTests.Cards;

public sealed class PinTests : AgentTest
{
    [SkippableFact]
    public async Task Wrong_PIN_shows_the_tries_left_and_asks_again()
    {
        Page page = await Agent.AskLoginAsync();
        page.Html.ShouldContain("残り3回");
        Page again = await Agent.EnterAsync(page, Agent.WrongPin);
        again.Html.ShouldContain("暗証番号が違います");
        again.Html.ShouldContain("残り2回");
        Outcome(await Agent.EnterAsync(again, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableTheory]
    [InlineData("nothing", "")]
    [InlineData("a digit short", "123")]
    [InlineData("a digit long", "12345")]
    [InlineData("a letter", "123a")]
    [InlineData("wide digits", "１２３４")]
    [InlineData("a space", "12 4")]
    [InlineData("far too long", "11111111111111111111111111111111111111111111111111")]
    public async Task PIN_that_cannot_be_one_spends_no_try(string what, string typed)
    {
        Page again = await Agent.EnterAsync(await Agent.AskLoginAsync(), typed);
        again.Html.ShouldContain("暗証番号の形ではありません", customMessage: what);
        again.Html.ShouldContain("残り3回");
    }

    [SkippableFact]
    public async Task Last_try_is_spent_only_when_the_holder_ticks_the_box()
    {
        Page last = await SpendAllButOneAsync();
        last.Html.ShouldContain("最後の1回です");
        last.Html.ShouldContain("type=\"checkbox\" id=\"last-try\" name=\"last-try\" value=\"yes\" required");
        Page again = await Agent.EnterAsync(last, Agent.WrongPin);
        again.LeavesTheAgent.ShouldBeFalse();
        again.Html.ShouldContain("role=\"alert\">最後の1回です。続けるなら、確認の欄に印を付けてください");
        (await Agent.TriesLeftAsync()).ShouldBe(1);
        Outcome(await Agent.EnterAsync(again, Agent.LoginPin, lastTry: true)).ShouldBe(AgentOutcome.Given);
        (await Agent.TriesLeftAsync()).ShouldBe(3);
    }

    [SkippableFact]
    public async Task Box_is_not_there_before_the_last_try()
    {
        (await Agent.AskLoginAsync()).Html.ShouldNotContain("last-try\"");
    }

    [SkippableFact]
    public async Task Wrong_last_try_blocks_and_is_told_as_blocked_also_next_time()
    {
        Page last = await SpendAllButOneAsync();
        Outcome(await Agent.EnterAsync(last, Agent.WrongPin, lastTry: true)).ShouldBe(AgentOutcome.PinBlocked);
        Outcome(await Agent.AskLoginAsync()).ShouldBe(AgentOutcome.PinBlocked);
        (await Agent.AskAsync(await Agent.Bank.AskAsync(StatementPurpose.CertificateHandover))).Html.ShouldContain("残り5回");
    }

    [SkippableFact]
    public async Task Request_ends_with_its_second_wrong_PIN()
    {
        Page again = await Agent.EnterAsync(await Agent.AskLoginAsync(), Agent.WrongPin);
        Outcome(await Agent.EnterAsync(again, Agent.WrongPin, lastTry: true)).ShouldBe(AgentOutcome.WrongPin);
        (await Agent.TriesLeftAsync()).ShouldBe(1);
    }

    [SkippableFact]
    public async Task Card_that_does_not_tell_its_tries_is_guarded_by_the_box_from_the_first()
    {
        await using RunningAgent agent = await RunningAgent.StartAsync(reader: world => new SilentCounterReader(world.Holder.Reader));
        Page page = await agent.AskLoginAsync();
        page.Html.ShouldContain("カードが答えません");
        page.Html.ShouldContain("name=\"last-try\" value=\"yes\" required");
        (await agent.EnterAsync(page, agent.WrongPin)).Html.ShouldContain("role=\"alert\">残りの回数が分かりません。続けるなら、確認の欄に印を付けてください");
        (await agent.TriesLeftAsync()).ShouldBe(3);
    }

    [SkippableFact]
    public async Task Tries_that_a_silent_card_told_are_remembered_over_requests()
    {
        await using RunningAgent agent = await RunningAgent.StartAsync(reader: world => new SilentCounterReader(world.Holder.Reader));
        Page page = await agent.EnterAsync(await agent.AskLoginAsync(), agent.WrongPin, lastTry: true);
        page.Html.ShouldContain("残り2回");
        await agent.PostOwnAsync("/cancel", page.Fields);
        page = await agent.AskLoginAsync();
        page.Html.ShouldContain("残り2回");
        page = await agent.EnterAsync(page, agent.WrongPin);
        page.Html.ShouldContain("最後の1回です");
        await agent.PostOwnAsync("/cancel", page.Fields);
        page = await agent.EnterAsync(await agent.AskLoginAsync(), agent.WrongPin);
        page.LeavesTheAgent.ShouldBeFalse();
        (await agent.TriesLeftAsync()).ShouldBe(1);
    }

    [SkippableFact]
    public async Task Try_whose_answer_was_lost_leaves_nothing_to_remember_of_a_silent_card()
    {
        // The eighth VERIFY is the second PIN: each page asks for the tries once, each PIN twice before it is sent.
        FaultScript script = FaultScript.Of(FaultTrigger.On(0x20, occurrence: 8), FaultAction.Truncate(0));
        await using RunningAgent agent = await RunningAgent.StartAsync(reader: world => new SilentCounterReader(new FaultReader(world.Holder.Reader, script)));
        Page page = await agent.EnterAsync(await agent.AskLoginAsync(), agent.WrongPin, lastTry: true);
        page.Html.ShouldContain("残り2回");
        Outcome(await agent.EnterAsync(page, agent.WrongPin)).ShouldBe(AgentOutcome.Failed);
        (await agent.TriesLeftAsync()).ShouldBe(1);

        page = await agent.AskLoginAsync();
        page.Html.ShouldContain("カードが答えません");
        (await agent.EnterAsync(page, agent.WrongPin)).LeavesTheAgent.ShouldBeFalse();
        (await agent.TriesLeftAsync()).ShouldBe(1);
    }

    [SkippableFact]
    public async Task Tries_of_a_card_that_was_taken_away_at_the_PIN_are_not_those_of_the_next()
    {
        await using RunningAgent agent = await RunningAgent.StartAsync(reader: world => new SilentCounterReader(world.Holder.Reader));
        Page page = await agent.EnterAsync(await agent.AskLoginAsync(), agent.WrongPin, lastTry: true);
        page.Html.ShouldContain("残り2回");
        EmulatedCard card = agent.World.Holder.Reader.Remove()!;
        Outcome(await agent.EnterAsync(page, agent.LoginPin)).ShouldBe(AgentOutcome.NoCard);

        agent.World.Holder.Reader.Insert(card);
        page = await agent.AskLoginAsync();
        page.Html.ShouldNotContain("残り2回");
        page.Html.ShouldContain("name=\"last-try\"");
    }

    [SkippableFact]
    public async Task Card_that_is_not_there_is_asked_for_and_then_used()
    {
        EmulatedCard card = Agent.World.Holder.Reader.Remove()!;
        Page page = await Agent.AskLoginAsync();
        page.Html.ShouldContain("カードがありません");
        page.Html.ShouldNotContain("name=\"pin\"");
        page = await Agent.PostOwnAsync("/card", page.Fields);
        page.Html.ShouldContain("カードがありません");
        Agent.World.Holder.Reader.Insert(card);
        page = await Agent.PostOwnAsync("/card", page.Fields);
        Outcome(await Agent.EnterAsync(page, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableFact]
    public async Task Card_taken_away_before_the_PIN_is_told_as_no_card()
    {
        Page page = await Agent.AskLoginAsync();
        Agent.World.Holder.Reader.Remove();
        Outcome(await Agent.EnterAsync(page, Agent.LoginPin)).ShouldBe(AgentOutcome.NoCard);
    }

    [SkippableTheory]
    [InlineData("at the selection", 4)]
    [InlineData("at the PIN", 8)]
    [InlineData("while the certificate is read", 11)]
    public async Task Card_taken_away_in_the_midst_is_told_as_no_card(string what, int command)
    {
        Page page = await Agent.AskLoginAsync();
        Agent.World.Holder.Reader.RemoveAtCommand(command, RemovalMoment.BeforeAnswer);
        Outcome(await Agent.EnterAsync(page, Agent.LoginPin)).ShouldBe(AgentOutcome.NoCard, what);
    }

    [SkippableFact]
    public async Task Card_without_signature_certificate_is_told_so_without_asking_for_a_password()
    {
        using EmulatedCard child = new EmulatedCardBuilder(CardPerson.Sample).Build();
        EmulatedReader reader = new();
        reader.Insert(child);
        await using RunningAgent agent = await RunningAgent.StartAsync(reader: _ => reader);
        Page page = await agent.AskAsync(await agent.Bank.AskAsync(StatementPurpose.CertificateHandover));
        Bank.Read(page, StatementPurpose.CertificateHandover).Outcome.ShouldBe(AgentOutcome.NoCertificate);
    }

    private static AgentOutcome Outcome(Page page) => Bank.Read(page, StatementPurpose.Login).Outcome;

    private async Task<Page> SpendAllButOneAsync()
    {
        Outcome(await Agent.EnterAsync(await Agent.EnterAsync(await Agent.AskLoginAsync(), Agent.WrongPin), Agent.WrongPin)).ShouldBe(AgentOutcome.WrongPin);
        return await Agent.AskLoginAsync();
    }
}
