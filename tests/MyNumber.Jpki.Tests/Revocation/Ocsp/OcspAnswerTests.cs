using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

public sealed class OcspAnswerTests
{
    private const string Sha1 = "1.3.14.3.2.26";

    internal static RevocationEvidence Judge(byte[] response, OcspOptions? options = null, byte[]? nonce = null) =>
        new OcspResponseVerifier(options ?? new OcspOptions(), new ManualTimeProvider(StatusLab.Now)).Verify(response, StatusLab.Path(), nonce);

    private static RevocationEvidence JudgeAnswers(params LabAnswer[] answers) => Judge(new LabResponse { Answers = answers }.Encode());

    [Theory]
    [InlineData("good under SHA-256", "2.16.840.1.101.3.4.2.1")]
    [InlineData("good under SHA-1 though SHA-256 was asked", Sha1)]
    public void Matching_answer_is_good(string description, string hash)
    {
        description.ShouldNotBeNull();
        byte[] response = new LabResponse { Answers = [new LabAnswer { Hash = hash }] }.Encode();
        RevocationEvidence evidence = Judge(response);
        evidence.State.ShouldBe(RevocationState.Good);
        evidence.Failure.ShouldBe(VerificationReason.None);
        evidence.Method.ShouldBe(RevocationMethod.Ocsp);
        evidence.ThisUpdate.ShouldBe(StatusLab.Now.AddMinutes(-5));
        evidence.NextUpdate.ShouldBe(StatusLab.Now.AddMinutes(10));
        evidence.OcspResponse.ToArray().ShouldBe(response);
    }

    [Theory]
    [InlineData("no reason given", null, RevocationState.Revoked)]
    [InlineData("destroyed before delivery", 0, RevocationState.Revoked)]
    [InlineData("key compromised", 1, RevocationState.Revoked)]
    [InlineData("address changed", 3, RevocationState.Revoked)]
    [InlineData("hold", 6, RevocationState.Held)]
    public void Revoked_answer_keeps_reason_and_time(string description, int? reason, RevocationState state)
    {
        description.ShouldNotBeNull();
        RevocationEvidence evidence = JudgeAnswers(new LabAnswer { Status = "revoked", Reason = reason });
        evidence.State.ShouldBe(state);
        evidence.Reason.ShouldBe((RevocationReason?)reason);
        evidence.Since.ShouldBe(StatusLab.Now.AddDays(-3));
    }

    [Fact]
    public void Unknown_stays_unknown()
    {
        RevocationEvidence evidence = JudgeAnswers(new LabAnswer { Status = "unknown" });
        evidence.State.ShouldBe(RevocationState.Unknown);
        evidence.Failure.ShouldBe(VerificationReason.StatusUnknown);
    }

    [Theory]
    [InlineData("with extended-revoke", true)]
    [InlineData("without extended-revoke", false)]
    public void Hold_since_1970_means_never_issued_and_not_held(string description, bool extended)
    {
        description.ShouldNotBeNull();
        RevocationEvidence evidence = Judge(new LabResponse
        {
            Answers = [new LabAnswer { Status = "revoked", Reason = 6, Since = DateTimeOffset.UnixEpoch }],
            Extension = extended ? ("1.3.6.1.5.5.7.48.1.9", false, [0x05, 0x00]) : null,
        }.Encode());
        evidence.State.ShouldBe(RevocationState.Unknown);
        evidence.Failure.ShouldBe(VerificationReason.StatusNeverIssued);
        evidence.Reason.ShouldBeNull();
        evidence.Since.ShouldBeNull();
    }

    [Fact]
    public void Real_hold_beside_extended_revoke_stays_a_hold() =>
        Judge(new LabResponse
        {
            Answers = [new LabAnswer { Status = "revoked", Reason = 6 }],
            Extension = ("1.3.6.1.5.5.7.48.1.9", false, [0x05, 0x00]),
        }.Encode()).State.ShouldBe(RevocationState.Held);

    [Fact]
    public void Right_serial_under_the_other_generations_key_is_another_certificate()
    {
        byte[] response = new LabResponse { Answers = [new LabAnswer { NamedIssuer = StatusLab.SecondAnchor }] }.Encode();
        RevocationEvidence evidence = Judge(response);
        evidence.State.ShouldBe(RevocationState.Unreachable);
        evidence.Failure.ShouldBe(VerificationReason.StatusForOtherCertificate);
        evidence.OcspResponse.ToArray().ShouldBe(response);
    }

    public static TheoryData<string, byte[]?, bool, string> OtherCertificates => new()
    {
        { "another serial", [0x0A, 0x1B, 0x2C, 0x3E], false, Sha1 },
        { "serial with one octet more", [0x01, 0x0A, 0x1B, 0x2C, 0x3D], false, Sha1 },
        { "another authority's name and key", null, true, Sha1 },
        { "a hash that is not known", null, false, "2.16.840.1.101.3.4.2.3" },
    };

    [Theory]
    [MemberData(nameof(OtherCertificates))]
    public void Answer_about_another_certificate_is_refused(string description, byte[]? serial, bool strangeIssuer, string hash)
    {
        description.ShouldNotBeNull();
        LabAnswer answer = new() { Serial = serial, NamedIssuer = strangeIssuer ? StatusLab.StrangeAnchor : null, Hash = hash };
        JudgeAnswers(answer).Failure.ShouldBe(VerificationReason.StatusForOtherCertificate);
    }

    [Fact]
    public void Matching_answer_is_found_among_others()
    {
        LabAnswer other = new() { NamedIssuer = StatusLab.SecondAnchor };
        LabAnswer held = new() { Status = "revoked", Reason = 6 };
        JudgeAnswers(other, held, new LabAnswer { Serial = [0x01] }).State.ShouldBe(RevocationState.Held);
    }

    [Fact]
    public void Two_answers_about_one_certificate_are_believed_in_neither() =>
        JudgeAnswers(new LabAnswer { Status = "revoked", Reason = 1 }, new LabAnswer { Hash = Sha1 }).Failure.ShouldBe(VerificationReason.StatusMalformed);

    [Fact]
    public void No_answer_at_all_is_refused() => JudgeAnswers().Failure.ShouldBe(VerificationReason.StatusForOtherCertificate);

    [Theory]
    [InlineData("malformedRequest", 1)]
    [InlineData("internalError", 2)]
    [InlineData("tryLater", 3)]
    [InlineData("sigRequired", 5)]
    [InlineData("unauthorized", 6)]
    public void Refusal_is_undetermined_with_its_bytes(string description, byte status)
    {
        description.ShouldNotBeNull();
        RevocationEvidence evidence = Judge(LabResponse.Refusal(status));
        evidence.State.ShouldBe(RevocationState.Unreachable);
        evidence.Failure.ShouldBe(VerificationReason.StatusRefused);
        evidence.OcspResponse.ToArray().ShouldBe(LabResponse.Refusal(status));
    }
}
