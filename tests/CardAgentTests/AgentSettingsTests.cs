using CardAgent;

namespace CardAgentTests;

public sealed class AgentSettingsTests
{
    [SkippableFact]
    public void Nothing_said_means_port_36200_the_first_person_of_seed_1_and_the_sample_portal()
    {
        AgentSettings settings = AgentSettings.Read([], out _).ShouldNotBeNull();
        settings.Port.ShouldBe(36200);
        settings.Seed.ShouldBe(1);
        settings.Person.ShouldBe(0);
        settings.Reader.ShouldBeNull();
        settings.Allowed.Origins.ShouldBe(["http://localhost:5080"]);
    }

    [SkippableFact]
    public void Card_in_a_reader_is_asked_by_nobody_who_is_not_named()
    {
        AgentSettings.Read(["--reader"], out _)!.Allowed.Origins.ShouldBeEmpty();
        AgentSettings.Read(["--reader", "--allow", "https://a.example"], out _)!.Allowed.Origins.ShouldBe(["https://a.example"]);
    }

    [SkippableFact]
    public void Everything_said_is_taken()
    {
        AgentSettings settings = AgentSettings.Read(["--allow", "https://a.example", "--port", "0", "--allow", "https://b.example", "--seed", "7", "--person", "2"], out _).ShouldNotBeNull();
        settings.Allowed.Origins.ShouldBe(["https://a.example", "https://b.example"]);
        (settings.Port, settings.Seed, settings.Person).ShouldBe((0, 7, 2));
    }

    [SkippableFact]
    public void Reader_may_have_a_name_or_none()
    {
        AgentSettings.Read(["--reader"], out _)!.Reader.ShouldBe("");
        AgentSettings.Read(["--reader", "--port", "0"], out _)!.Reader.ShouldBe("");
        AgentSettings.Read(["--reader", "ACME Reader 00"], out _)!.Reader.ShouldBe("ACME Reader 00");
    }

    [SkippableTheory]
    [InlineData("an unknown name", "--bogus")]
    [InlineData("a name without value", "--port")]
    [InlineData("a port of the system", "--port", "80")]
    [InlineData("a port too high", "--port", "65536")]
    [InlineData("a negative port", "--port", "-1")]
    [InlineData("a seed that is no number", "--seed", "one")]
    [InlineData("a person too far", "--person", "12")]
    [InlineData("a site that is none", "--allow", "bank.example")]
    [InlineData("all sites", "--allow", "*")]
    public void Anything_else_is_told(string what, params string[] arguments)
    {
        AgentSettings.Read(arguments, out string fault).ShouldBeNull(what);
        fault.ShouldStartWith(arguments[0] + ": ");
    }

    [SkippableTheory]
    [InlineData("a slash", "http://localhost:5080/")]
    [InlineData("a path", "http://localhost:5080/login")]
    public void Site_with_a_slash_or_a_path_is_told_what_would_do(string what, string site)
    {
        AgentSettings.Read(["--allow", site], out string fault).ShouldBeNull(what);
        fault.ShouldContain("末尾に / もパスも付けません。http://localhost:5080 なら使えます");
        fault.ShouldContain("without slash or path at the end: http://localhost:5080 would do");
    }

    [SkippableTheory]
    [InlineData("http elsewhere", "http://bank.example/")]
    [InlineData("no scheme", "bank.example")]
    public void Site_that_no_origin_can_be_made_of_is_told_why(string what, string site)
    {
        AgentSettings.Read(["--allow", site], out string fault).ShouldBeNull(what);
        fault.ShouldContain("https://bank.example の形です。http は、この端末のサイトだけです");
        fault.ShouldContain("http only on this machine");
        fault.ShouldNotContain("なら使えます");
    }

    [SkippableTheory]
    [InlineData("an argument with a value", "--pin", "1234")]
    [InlineData("in one", "--pin=1234")]
    [InlineData("a value alone", "1234")]
    [InlineData("a value behind others", "--port", "0", "1234")]
    public void What_may_be_a_PIN_is_not_taken_and_not_said_again(string what, params string[] arguments)
    {
        AgentSettings.Read(arguments, out string fault).ShouldBeNull(what);
        fault.ShouldContain("不明な引数です");
        fault.ShouldNotContain("1234");
    }

    [SkippableTheory]
    [InlineData("a PIN for a person", "--person", "4649")]
    [InlineData("a PIN for a site", "--allow", "4649")]
    [InlineData("a PIN behind a site", "--allow", "http://localhost:5080/4649")]
    [InlineData("a PIN as a site's", "--allow", "https://me:4649@bank.example")]
    [InlineData("a PIN with the marks of an argument", "--4649", "0")]
    public void What_is_no_possible_value_is_not_said_again(string what, params string[] arguments)
    {
        AgentSettings.Read(arguments, out string fault).ShouldBeNull(what);
        fault.ShouldNotBeEmpty();
        fault.ShouldNotContain("4649");
    }
}
