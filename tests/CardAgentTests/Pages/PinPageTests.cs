using System.Text.RegularExpressions;
using CardAgentTests.Lab;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;

namespace CardAgentTests.Pages;

public sealed class PinPageTests : AgentTest
{
    [SkippableTheory]
    [InlineData(null, "ja", "ログイン")]
    [InlineData("ja,en;q=0.5", "ja", "ログイン")]
    [InlineData("de", "ja", "ログイン")]
    [InlineData("en-GB,en;q=0.9,ja;q=0.1", "en", "Log in")]
    public async Task Page_speaks_the_language_of_the_browser_and_Japanese_otherwise(string? accepted, string language, string title)
    {
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(), Bank.Origin, message => RunningAgent.Say(message, "Accept-Language", accepted));
        page.Html.ShouldContain($"<html lang=\"{language}\">");
        page.Html.ShouldContain($"<h1>{title}</h1>");
        page.Html.ShouldContain("<strong class=\"origin\">https://bank.example</strong>");
    }

    [SkippableTheory]
    [InlineData(StatementPurpose.Login, "inputmode=\"numeric\" pattern=\"[0-9]{4}\" maxlength=\"4\"", "氏名や住所は含まれません")]
    [InlineData(StatementPurpose.Approval, "inputmode=\"numeric\" pattern=\"[0-9]{4}\" maxlength=\"4\"", "氏名や住所は含まれません")]
    [InlineData(StatementPurpose.Application, "pattern=\"[0-9A-Za-z]{6,16}\" maxlength=\"16\"", "氏名・住所・生年月日・性別が相手に伝わります")]
    [InlineData(StatementPurpose.CertificateHandover, "pattern=\"[0-9A-Za-z]{6,16}\" maxlength=\"16\"", "氏名・住所・生年月日・性別が相手に伝わります")]
    public async Task Field_is_labelled_and_shaped_and_the_page_says_what_leaves(StatementPurpose purpose, string shape, string leaves)
    {
        string? text = purpose is StatementPurpose.Approval or StatementPurpose.Application ? "内容" : null;
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(purpose, text));
        page.Html.ShouldContain("<label for=\"pin\">");
        page.Html.ShouldContain(shape);
        page.Html.ShouldContain("required aria-describedby=\"hint tries\"");
        page.Html.ShouldContain(leaves);
    }

    [SkippableTheory]
    [InlineData("at first", false)]
    [InlineData("after a wrong PIN", true)]
    public async Task Field_tells_browser_and_password_managers_to_keep_nothing(string what, bool isWrong)
    {
        Page page = await Agent.AskLoginAsync();
        page = isWrong ? await Agent.EnterAsync(page, Agent.WrongPin) : page;
        string field = Regex.Match(page.Html, "<input[^>]* id=\"pin\"[^>]*>").Value;
        foreach (string mark in (string[])["type=\"password\"", "autocomplete=\"one-time-code\"", "data-1p-ignore", "data-lpignore=\"true\"", "data-bwignore", "data-form-type=\"other\"", "spellcheck=\"false\""])
        {
            field.Split(' ').ShouldContain(mark, what);
        }

        field.ShouldNotContain(" value=");
        Regex.Matches(page.Html, " name=\"([^\"]*)\"").Select(name => name.Groups[1].Value).ShouldBeSubsetOf(["viewport", "token", "pin"], what);
    }

    [SkippableFact]
    public async Task Wrong_PIN_is_told_to_a_screen_reader_and_the_field_is_empty()
    {
        Page again = await Agent.EnterAsync(await Agent.AskLoginAsync(), Agent.WrongPin);
        again.Html.ShouldContain("role=\"alert\"");
        again.Html.ShouldContain("aria-invalid=\"true\" autofocus>");
    }

    [SkippableFact]
    public async Task Title_has_the_programs_name_once()
    {
        (await Agent.GetAsync("/")).Html.ShouldContain("<title>カードエージェント</title>");
        (await Agent.GetAsync("/", message => RunningAgent.Say(message, "Accept-Language", "en"))).Html.ShouldContain("<title>Card agent</title>");
        (await Agent.AskLoginAsync()).Html.ShouldContain("<title>ログイン — カードエージェント</title>");
    }

    [SkippableFact]
    public async Task Texts_of_the_asker_are_encoded()
    {
        AgentRequest request = await Agent.Bank.AskAsync(StatementPurpose.Application, "</div><form action=https://evil.example><input name=pin>&amp;\"'");
        Dictionary<string, string> fields = new(request.ToFields()) { ["audience"] = "<img/src=x>" };
        Page page = await Agent.PostAsync("/ask", fields, message => RunningAgent.Say(message, "Origin", Bank.Origin));
        page.Html.ShouldContain("&lt;/div&gt;&lt;form action=https://evil.example&gt;&lt;input name=pin&gt;&amp;amp;&quot;&#x27;");
        page.Html.ShouldContain("&lt;img/src=x&gt;");
        page.Html.ShouldNotContain("<img");
    }

    [SkippableFact]
    public async Task Refused_origin_is_encoded()
    {
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(), "https://<b>bold</b>");
        page.Html.ShouldContain("https://&lt;b&gt;bold&lt;/b&gt;");
    }

    [SkippableFact]
    public async Task Page_with_the_answer_speaks_English_too()
    {
        Page page = await Agent.AskLoginAsync();
        Page done = await Agent.EnterAsync(page, Agent.LoginPin, change: message => RunningAgent.Say(message, "Accept-Language", "en"));
        done.Html.ShouldContain("lang=\"en\"");
    }
}
