using CardAgentTests.Lab;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;

namespace CardAgentTests.Cards;

public sealed class PinSecrecyTests : AgentTest
{
    [SkippableFact]
    public async Task PIN_is_in_no_page_and_in_no_line_of_the_log()
    {
        string wrong = Agent.SignaturePassword[..^1] + (Agent.SignaturePassword[^1] == '9' ? '8' : '9');
        AgentRequest request = await Agent.Bank.AskAsync(StatementPurpose.Application, "口座開設");
        Page asked = await Agent.AskAsync(request);
        Page again = await Agent.EnterAsync(asked, wrong);
        Page done = await Agent.EnterAsync(again, Agent.SignaturePassword);
        string[] secrets = [wrong, Agent.SignaturePassword];
        foreach (string secret in secrets)
        {
            asked.Html.ShouldNotContain(secret);
            again.Html.ShouldNotContain(secret);
            done.Html.ShouldNotContain(secret);
            Agent.Log.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [SkippableFact]
    public async Task Log_tells_who_asked_and_what_came_of_it_and_neither_nonce_nor_text_nor_token()
    {
        AgentRequest request = await Agent.Bank.AskAsync(StatementPurpose.Approval, "振込の控え");
        Page page = await Agent.AskAsync(request);
        await Agent.PostOwnAsync("/cancel", page.Fields);
        await Agent.AskAsync(request, "https://evil.example");
        Agent.Log.Lines.ShouldContain(line => line.StartsWith("Information 1 https://bank.example asks: Approval.", StringComparison.Ordinal));
        Agent.Log.Lines.ShouldContain(line => line.StartsWith("Information 2 https://bank.example gets: Cancelled.", StringComparison.Ordinal));
        Agent.Log.Lines.ShouldContain(line => line.StartsWith("Warning 3 A request was refused: OriginNotAllowed.", StringComparison.Ordinal));
        foreach (string secret in (string[])[request.Statement.Nonce, "振込の控え", page.Token, "evil.example"])
        {
            Agent.Log.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [SkippableFact]
    public async Task Name_of_the_holder_is_not_on_the_page_that_asks_for_the_password()
    {
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(StatementPurpose.CertificateHandover));
        page.Html.ShouldNotContain(Agent.World.Holder.Person.Attributes.Name);
    }
}
