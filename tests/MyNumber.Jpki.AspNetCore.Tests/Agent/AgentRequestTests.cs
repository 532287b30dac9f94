using Microsoft.Extensions.Primitives;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Tests.Agent;

public sealed class AgentRequestTests
{
    private const string Origin = "https://bank.example";
    private const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 4, 5, TimeSpan.Zero);
    private static readonly Uri Return = new("https://bank.example/signin-jpki");

    [Theory]
    [InlineData("login", StatementPurpose.Login, "login", null)]
    [InlineData("approval", StatementPurpose.Approval, "approve", "振込\n10,000円")]
    [InlineData("application", StatementPurpose.Application, "apply", "口座開設申込書\n見本")]
    [InlineData("handover", StatementPurpose.CertificateHandover, "certificate", null)]
    public void A_request_comes_over_the_wire_and_asks_for_the_same_statement(string description, StatementPurpose purpose, string word, string? text)
    {
        HolderChallenge challenge = Challenge(purpose, text);
        IReadOnlyDictionary<string, string> fields = AgentRequest.For(challenge, Return, "state").ToFields();
        fields["purpose"].ShouldBe(word, description);
        fields.Keys.ShouldNotContain("origin");

        Read(fields, Origin, out AgentRequest? read).ShouldBeTrue();

        read!.Statement.Message.ToArray().ShouldBe(challenge.Message.ToArray());
        read.ReturnAddress.ShouldBe(Return);
        read.State.ShouldBe("state");
        read.ToString().ShouldBe("AgentRequest(***)");
    }

    [Fact]
    public void A_text_whose_line_ends_a_browser_changed_is_the_text_that_was_sent()
    {
        HolderChallenge challenge = Challenge(StatementPurpose.Application, "一行目\n二行目");
        Dictionary<string, string> fields = new(AgentRequest.For(challenge, Return, "state").ToFields()) { ["text"] = "一行目\r\n二行目" };
        Read(fields, Origin, out AgentRequest? read).ShouldBeTrue();
        read!.Statement.Message.ToArray().ShouldBe(challenge.Message.ToArray());
    }

    [Theory]
    [InlineData("another site's return address", "return", "https://evil.example/signin-jpki", Origin)]
    [InlineData("a return address that begins like the origin", "return", "https://bank.example.evil.example/", Origin)]
    [InlineData("a return address with a user", "return", "https://bank.example@evil.example/", Origin)]
    [InlineData("a script for a return address", "return", "javascript:alert(1)", Origin)]
    [InlineData("a relative return address", "return", "/signin-jpki", Origin)]
    [InlineData("another origin", "state", "state", "https://evil.example")]
    [InlineData("the same host on another port", "state", "state", "https://bank.example:444")]
    [InlineData("the same host without TLS", "state", "state", "http://bank.example")]
    [InlineData("no origin", "state", "state", "")]
    [InlineData("the origin null", "state", "state", "null")]
    [InlineData("another version", "version", "2", Origin)]
    [InlineData("a purpose of nobody", "purpose", "Login", Origin)]
    [InlineData("a login with a text", "text", "振込", Origin)]
    [InlineData("a short nonce", "nonce", "AAAA", Origin)]
    [InlineData("a nonce with a line break", "nonce", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh\n", Origin)]
    [InlineData("a day for an instant", "issued-at", "2026-11-21", Origin)]
    [InlineData("an instant of another zone", "issued-at", "2026-11-21T03:04:05+09:00", Origin)]
    [InlineData("an audience with a line break", "audience", "a\nnonce: b", Origin)]
    [InlineData("an origin told by the page", "origin", Origin, Origin)]
    public void A_request_of_another_shape_is_refused(string description, string name, string value, string origin)
    {
        Dictionary<string, string> fields = new(AgentRequest.For(Challenge(StatementPurpose.Login, null), Return, "state").ToFields()) { [name] = value };
        Read(fields, origin, out AgentRequest? read).ShouldBeFalse(description);
        read.ShouldBeNull();
    }

    [Theory]
    [InlineData("no version", "version")]
    [InlineData("no purpose", "purpose")]
    [InlineData("no audience", "audience")]
    [InlineData("no nonce", "nonce")]
    [InlineData("no instant", "issued-at")]
    [InlineData("no return address", "return")]
    [InlineData("no state", "state")]
    [InlineData("no text", "text")]
    public void A_request_without_a_field_is_refused(string description, string name)
    {
        Dictionary<string, string> fields = new(AgentRequest.For(Challenge(StatementPurpose.Application, "見本"), Return, "state").ToFields());
        fields.Remove(name).ShouldBeTrue();
        Read(fields, Origin, out _).ShouldBeFalse(description);
    }

    [Fact]
    public void A_field_given_twice_is_refused()
    {
        IReadOnlyDictionary<string, string> fields = AgentRequest.For(Challenge(StatementPurpose.Login, null), Return, "state").ToFields();
        AgentRequest.TryRead(fields.Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Key == "nonce" ? [field.Value, field.Value] : [field.Value]))), Origin, out _).ShouldBeFalse();
        Read([.. fields, KeyValuePair.Create("nonce", fields["nonce"])], Origin, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_state_over_the_limit_and_a_return_address_elsewhere_are_not_sent()
    {
        HolderChallenge challenge = Challenge(StatementPurpose.Login, null);
        AgentRequest.For(challenge, Return, new string('s', 8192)).State.Length.ShouldBe(8192);
        Should.Throw<ArgumentException>(() => AgentRequest.For(challenge, Return, new string('s', 8193)));
        Should.Throw<ArgumentException>(() => AgentRequest.For(challenge, new Uri("https://evil.example/"), "state"));
    }

    private static HolderChallenge Challenge(StatementPurpose purpose, string? text) =>
        new(new HolderStatement(purpose, Origin, Origin, Nonce, Now, text), "session", Now.AddMinutes(5));

    private static bool Read(IEnumerable<KeyValuePair<string, string>> fields, string origin, out AgentRequest? request) =>
        AgentRequest.TryRead(fields.Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Value))), origin, out request);
}
