using FsCheck;
using FsCheck.Fluent;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

public sealed class OcspResponderTests
{
    private const string Malformed = "30030A0101";
    private const string InternalError = "30030A0102";
    private const string TryLater = "30030A0103";
    private const string SigRequired = "30030A0105";
    private const string Unauthorized = "30030A0106";

    private readonly LabAuthority _lab = TestLab.At(TestLab.Fixed);
    private readonly AuthorityGeneration _issuer;
    private readonly IssuedCertificate _leaf;
    private readonly byte[] _request;

    public OcspResponderTests()
    {
        _issuer = _lab.Of(CertificatePurpose.UserAuthentication).Current;
        _leaf = TestLab.Issue(_lab).UserAuthentication;
        _request = OcspRequests.For(_issuer, _leaf);
    }

    [Fact]
    public void Request_has_the_documented_length() => _request.Length.ShouldBe(71);

    [Fact]
    public void Good_answer_has_tick_times_and_no_reason()
    {
        string answer = Answer(_request);
        answer.ShouldContain("8000" + Time("20260401030000Z") + "A011" + Time("20260401031500Z"));
        answer.ShouldContain(Time("20260401030005Z"));
    }

    [Fact]
    public void Held_answer_is_revoked_with_hold()
    {
        _lab.Statuses.Hold(_leaf.Identity);
        Answer(_request).ShouldContain("A116" + Time("20260401030005Z") + "A003" + "0A0106");
    }

    [Fact]
    public void Unspecified_reason_is_left_out()
    {
        _lab.Statuses.Revoke(_leaf.Identity, RevocationReason.Unspecified);
        Answer(_request).ShouldContain("A111" + Time("20260401030005Z") + Time("20260401030000Z"));
    }

    [Fact]
    public void Change_after_the_tick_shows_with_the_next_tick_when_asked_so()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed, new LabAuthorityOptions { Responder = new OcspResponderOptions { AnswersAsOfTick = true } });
        IssuedCertificate leaf = TestLab.Issue(lab).UserAuthentication;
        lab.Statuses.Hold(leaf.Identity);
        byte[] request = OcspRequests.For(lab.Of(CertificatePurpose.UserAuthentication).Current, leaf);
        Hex(lab.Responder.Answer(request)).ShouldContain("8000" + Time("20260401030000Z"));
        TestLab.ClockOf(lab).Advance(TimeSpan.FromMinutes(15));
        Hex(lab.Responder.Answer(request)).ShouldContain("0A0106" + Time("20260401031500Z"));
    }

    [Fact]
    public void Serial_never_issued_is_unknown()
    {
        byte[] request = OcspRequests.For(System.Security.Cryptography.SHA1.HashData(_issuer.Naming.Name.Encoded.Span), _issuer.KeyIdentifier.ToArray(), [0x05, 0, 0, 1]);
        Answer(request).ShouldContain("8200" + Time("20260401030000Z"));
    }

    [Fact]
    public void Right_serial_under_the_other_generation_is_unknown()
    {
        AuthorityGeneration previous = _lab.Of(CertificatePurpose.UserAuthentication).Of(KeyGeneration.Previous);
        Answer(OcspRequests.For(previous, _leaf)).ShouldContain("8200" + Time("20260401030000Z"));
    }

    [Theory]
    [InlineData("name of nobody", true)]
    [InlineData("key of nobody", false)]
    public void Foreign_issuer_is_unauthorized(string description, bool spoilName)
    {
        byte[] name = System.Security.Cryptography.SHA1.HashData(_issuer.Naming.Name.Encoded.Span);
        byte[] key = _issuer.KeyIdentifier.ToArray();
        (spoilName ? name : key)[0] ^= 1;
        Answer(OcspRequests.For(name, key, _leaf.Identity.SerialNumber.ToArray())).ShouldBe(Unauthorized, description);
    }

    [Theory]
    [InlineData("one octet", 1)]
    [InlineData("sixteen, as openssl sends", 16)]
    [InlineData("thirty-two", 32)]
    [InlineData("longest", 128)]
    public void Nonce_is_echoed_as_it_came(string description, int length)
    {
        byte[] nonce = OcspRequests.Wrap(0x04, OcspRequests.Wrap(0x04, Enumerable.Repeat((byte)0xA7, length).ToArray()));
        Answer(OcspRequests.WithNonce(_leaf, length)).ShouldContain("06092B0601050507300102" + Hex(nonce), customMessage: description);
    }

    [Theory]
    [InlineData("empty nonce", 0)]
    [InlineData("one past the longest", 129)]
    [InlineData("far too long", 1000)]
    public void Nonce_outside_the_limits_is_malformed(string description, int length) =>
        Answer(OcspRequests.WithNonce(_leaf, length)).ShouldBe(Malformed, description);

    [Theory]
    [InlineData("nonce without inner OCTET STRING", "06092B0601050507300102", "0402A7A7")]
    [InlineData("unknown critical extension", "06032A0304", "0101FF04020500")]
    [InlineData("extension without value", "06032A0304", "")]
    public void Extension_that_cannot_be_honoured_is_malformed(string description, string oid, string rest) =>
        Answer(OcspRequests.WithExtension(_leaf, oid, Convert.FromHexString(rest))).ShouldBe(Malformed, description);

    [Fact]
    public void Unknown_extension_that_is_not_critical_is_ignored() =>
        Answer(OcspRequests.WithExtension(_leaf, "06032A0304", Convert.FromHexString("04020500"))).ShouldStartWith("3082");

    [Fact]
    public void Without_a_nonce_none_is_answered() => Answer(_request).ShouldNotContain("2B0601050507300102");

    [Fact]
    public void Every_truncation_is_malformed()
    {
        for (int length = 0; length < _request.Length; length++)
        {
            Hex(_lab.Responder.Answer(_request.AsMemory(0, length))).ShouldBe(Malformed);
        }
    }

    [Theory]
    [InlineData("empty list of certificates", "3004" + "3002" + "3000")]
    [InlineData("SET for SEQUENCE", "3104" + "3102" + "3000")]
    [InlineData("data after the end", "3004300230000500")]
    [InlineData("indefinite length", "30803080308000000000")]
    [InlineData("version written", "30083006A003020101" + "3000")]
    [InlineData("empty octets", "")]
    [InlineData("length far beyond the data", "3084FFFFFFFF")]
    public void Broken_structure_is_malformed(string description, string request) => Answer(Convert.FromHexString(request)).ShouldBe(Malformed, description);

    [Fact]
    public void More_certificates_than_the_ceiling_are_malformed()
    {
        Answer(OcspRequests.Many(Enumerable.Repeat(_leaf, 16))).ShouldStartWith("3082");
        Answer(OcspRequests.Many(Enumerable.Repeat(_leaf, 17))).ShouldBe(Malformed);
    }

    [Fact]
    public void Certificates_of_other_issuers_in_one_request_are_unknown_because_one_delegate_signs()
    {
        CardCertificates card = TestLab.Issue(_lab);
        string[] answers = Answer(OcspRequests.Many(card.UserAuthentication, card.Signature!, _leaf)).Split("0204040000");
        answers.Length.ShouldBe(4);
        answers[1].ShouldStartWith("028000");
        answers[2].ShouldStartWith("028200");
        answers[3].ShouldStartWith("018000");
    }

    [Fact]
    public void Request_longer_than_the_ceiling_is_malformed() => Answer(new byte[8193]).ShouldBe(Malformed);

    [Fact]
    public void Changed_bytes_never_throw()
    {
        Gen<(int At, byte Value)> changes = Gen.Choose(0, _request.Length - 1).SelectMany(at => Gen.Choose(0, 255).Select(value => (at, (byte)value)));
        Prop.ForAll(Arb.From(changes), change =>
        {
            byte[] request = [.. _request];
            request[change.At] = change.Value;
            return _lab.Responder.Answer(request)[0] == 0x30;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("not base64", "***")]
    [InlineData("empty", "")]
    [InlineData("broken escape", "%ZZ")]
    [InlineData("broken escape inside", "MEUw%4")]
    public void Get_that_cannot_be_read_is_malformed(string description, string path) => Hex(_lab.Responder.AnswerGet(path)).ShouldBe(Malformed, description);

    [Fact]
    public void Get_path_of_any_length_is_malformed_at_worst() => Hex(_lab.Responder.AnswerGet(new string('A', 100_000))).ShouldBe(Malformed);

    [Theory]
    [InlineData("escaped", true)]
    [InlineData("bare", false)]
    public void Get_answers_like_post(string description, bool escaped)
    {
        string text = Convert.ToBase64String(_request);
        Hex(_lab.Responder.AnswerGet(escaped ? Uri.EscapeDataString(text) : text)).ShouldBe(Answer(_request), description);
    }

    [Theory]
    [InlineData("internal error", OcspResponseStatus.InternalError, InternalError)]
    [InlineData("try later", OcspResponseStatus.TryLater, TryLater)]
    [InlineData("signature required", OcspResponseStatus.SigRequired, SigRequired)]
    [InlineData("unauthorized", OcspResponseStatus.Unauthorized, Unauthorized)]
    public void Error_fault_answers_nothing_else(string description, OcspResponseStatus error, string expected)
    {
        _lab.Responder.Faults = new OcspFaults { Error = error };
        Answer(_request).ShouldBe(expected, description);
    }

    [Fact]
    public void Stale_fault_moves_both_times_back()
    {
        _lab.Responder.Faults = new OcspFaults { ThisUpdateAge = TimeSpan.FromHours(1) };
        Answer(_request).ShouldContain("8000" + Time("20260401020000Z") + "A011" + Time("20260401021500Z"));
    }

    [Fact]
    public void Key_hash_fault_names_the_other_generation_for_the_right_serial()
    {
        _lab.Responder.Faults = new OcspFaults { WrongIssuerKeyHash = true };
        AuthorityGeneration previous = _lab.Of(CertificatePurpose.UserAuthentication).Of(KeyGeneration.Previous);
        Answer(_request).ShouldContain("0414" + Hex(previous.KeyIdentifier.ToArray()) + "0204" + Hex(_leaf.Identity.SerialNumber.ToArray()) + "8000");
    }

    [Fact]
    public void Faults_can_be_taken_off_again()
    {
        string before = Answer(_request);
        _lab.Responder.Faults = new OcspFaults { WrongSignature = true };
        Answer(_request).ShouldNotBe(before);
        _lab.Responder.Faults = OcspFaults.None;
        Answer(_request).ShouldBe(before);
    }

    private static string Time(string text) => "180F" + Hex(System.Text.Encoding.ASCII.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);

    private string Answer(byte[] request) => Hex(_lab.Responder.Answer(request));
}
