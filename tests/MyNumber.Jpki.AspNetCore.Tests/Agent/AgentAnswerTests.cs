using System.Buffers.Text;
using Microsoft.Extensions.Primitives;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Tests.Agent;

public sealed class AgentAnswerTests
{
    private const string Origin = "https://bank.example";
    private const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 4, 5, TimeSpan.Zero);
    private static readonly byte[] Certificate = [0x30, 1, 2], Signature = [3, 4, 5, 6], Document = [0x30, 7, 8];

    public static TheoryData<string, AgentAnswer, StatementPurpose> Whole => new()
    {
        { "login", AgentAnswer.Signed(Request(StatementPurpose.Login), Certificate, Signature), StatementPurpose.Login },
        { "approval", AgentAnswer.Signed(Request(StatementPurpose.Approval), Certificate, Signature), StatementPurpose.Approval },
        { "application", AgentAnswer.Applied(Request(StatementPurpose.Application), Document), StatementPurpose.Application },
        { "handover", AgentAnswer.HandedOver(Request(StatementPurpose.CertificateHandover), Certificate), StatementPurpose.CertificateHandover },
        { "cancelled", AgentAnswer.Refused(Request(StatementPurpose.Login), AgentOutcome.Cancelled), StatementPurpose.Login },
        { "blocked", AgentAnswer.Refused(Request(StatementPurpose.Application), AgentOutcome.PinBlocked), StatementPurpose.Application },
    };

    [Theory]
    [MemberData(nameof(Whole), DisableDiscoveryEnumeration = true)]
    public void An_answer_comes_over_the_wire_as_it_was(string description, AgentAnswer answer, StatementPurpose purpose)
    {
        Read(answer.ToFields(), purpose, out AgentAnswer? read).ShouldBeTrue(description);
        (read!.Outcome, read.Nonce, read.State).ShouldBe((answer.Outcome, Nonce, "state"));
        read.Certificate.ToArray().ShouldBe(answer.Certificate.ToArray());
        read.Signature.ToArray().ShouldBe(answer.Signature.ToArray());
        read.Document.ToArray().ShouldBe(answer.Document.ToArray());
        read.ToString().ShouldBe($"AgentAnswer({answer.Outcome})");
    }

    [Theory]
    [InlineData("given", AgentOutcome.Given)]
    [InlineData("cancelled", AgentOutcome.Cancelled)]
    [InlineData("timed-out", AgentOutcome.TimedOut)]
    [InlineData("no-card", AgentOutcome.NoCard)]
    [InlineData("no-certificate", AgentOutcome.NoCertificate)]
    [InlineData("pin-blocked", AgentOutcome.PinBlocked)]
    [InlineData("busy", AgentOutcome.Busy)]
    [InlineData("failed", AgentOutcome.Failed)]
    [InlineData("wrong-pin", AgentOutcome.WrongPin)]
    public void Every_outcome_has_its_word(string word, AgentOutcome outcome)
    {
        AgentRequest request = Request(StatementPurpose.Login);
        AgentAnswer answer = outcome == AgentOutcome.Given ? AgentAnswer.Signed(request, Certificate, Signature) : AgentAnswer.Refused(request, outcome);
        answer.ToFields()["outcome"].ShouldBe(word);
        Read(answer.ToFields(), StatementPurpose.Login, out AgentAnswer? read).ShouldBeTrue();
        read!.Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("a login for an application", StatementPurpose.Login, StatementPurpose.Application)]
    [InlineData("a login for a certificate", StatementPurpose.Login, StatementPurpose.CertificateHandover)]
    [InlineData("an application for a login", StatementPurpose.Application, StatementPurpose.Login)]
    [InlineData("a certificate for a login", StatementPurpose.CertificateHandover, StatementPurpose.Login)]
    [InlineData("a certificate for an application", StatementPurpose.CertificateHandover, StatementPurpose.Application)]
    public void An_answer_to_another_question_is_refused(string description, StatementPurpose given, StatementPurpose asked)
    {
        AgentRequest request = Request(given);
        AgentAnswer answer = given switch
        {
            StatementPurpose.Application => AgentAnswer.Applied(request, Document),
            StatementPurpose.CertificateHandover => AgentAnswer.HandedOver(request, Certificate),
            _ => AgentAnswer.Signed(request, Certificate, Signature),
        };
        Read(answer.ToFields(), asked, out AgentAnswer? read).ShouldBeFalse(description);
        read.ShouldBeNull();
    }

    [Theory]
    [InlineData("a cancellation with a signature", "outcome", "cancelled")]
    [InlineData("another version", "version", "1.0")]
    [InlineData("plain base64", "certificate", "MAEC+/8=")]
    [InlineData("white space in base64", "certificate", "MA EC")]
    [InlineData("a length that base64 has not", "signature", "A")]
    [InlineData("a document too", "document", "MAcI")]
    [InlineData("a field of nobody", "pin", "x")]
    public void An_answer_of_another_shape_is_refused(string description, string name, string value)
    {
        Dictionary<string, string> fields = new(AgentAnswer.Signed(Request(StatementPurpose.Login), Certificate, Signature).ToFields()) { [name] = value };
        Read(fields, StatementPurpose.Login, out _).ShouldBeFalse(description);
    }

    [Fact]
    public void Bytes_and_state_have_a_longest_length()
    {
        Dictionary<string, string> fields = new(AgentAnswer.Applied(Request(StatementPurpose.Application), new byte[1 << 18]).ToFields());
        Read(fields, StatementPurpose.Application, out _).ShouldBeTrue();
        Read(new Dictionary<string, string>(fields) { ["document"] = Base64Url.EncodeToString(new byte[(1 << 18) + 1]) }, StatementPurpose.Application, out _).ShouldBeFalse();
        Read(new Dictionary<string, string>(fields) { ["state"] = new string('s', 8193) }, StatementPurpose.Application, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_refusal_is_not_that_it_was_given() =>
        Should.Throw<ArgumentOutOfRangeException>(() => AgentAnswer.Refused(Request(StatementPurpose.Login), AgentOutcome.Given));

    private static AgentRequest Request(StatementPurpose purpose)
    {
        string? text = purpose is StatementPurpose.Approval or StatementPurpose.Application ? "見本" : null;
        return AgentRequest.For(new HolderChallenge(new HolderStatement(purpose, Origin, Origin, Nonce, Now, text), "session", Now.AddMinutes(5)), new Uri(Origin + "/return"), "state");
    }

    private static bool Read(IEnumerable<KeyValuePair<string, string>> fields, StatementPurpose purpose, out AgentAnswer? answer) =>
        AgentAnswer.TryRead(fields.Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Value))), purpose, out answer);
}
