using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

public sealed class OcspFormTests
{
    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "nothing", [] },
        { "status 4, which is not used", LabResponse.Refusal(4) },
        { "status 7", LabResponse.Refusal(7) },
        { "success without bytes", LabResponse.Refusal(0) },
        { "refusal in non-minimal length", [0x30, 0x81, 0x03, 0x0A, 0x01, 0x03] },
        { "refusal in indefinite length", [0x30, 0x80, 0x0A, 0x01, 0x03, 0x00, 0x00] },
        { "another response type", LabResponse.Wrap([0x30, 0x00], "1.3.6.1.5.5.7.48.1.3") },
        { "basic response that is empty", LabResponse.Wrap([0x30, 0x00]) },
        { "a byte after the end", [.. new LabResponse().Encode(), 0x00] },
        { "reason 7, which is not used", new LabResponse { Answers = [new LabAnswer { Status = "revoked", Reason = 7 }] }.Encode() },
        { "reason 11", new LabResponse { Answers = [new LabAnswer { Status = "revoked", Reason = 11 }] }.Encode() },
        { "critical extension nobody knows", new LabResponse { Extension = ("2.25.7", true, [0x05, 0x00]) }.Encode() },
        { "nonce twice", new LabResponse { Nonce = [1], Extension = ("1.3.6.1.5.5.7.48.1.2", false, [0x04, 0x01, 0x01]) }.Encode() },
        { "nonce of no octets", new LabResponse { Nonce = [] }.Encode() },
        { "more certificates than the ceiling", new LabResponse { Certificates = [.. Enumerable.Repeat(StatusLab.Responder(), 9)] }.Encode() },
        { "more answers than the ceiling", new LabResponse { Answers = [.. Enumerable.Range(1, 65).Select(i => new LabAnswer { Serial = [(byte)i] })] }.Encode() },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Malformed_response_is_named_so(string description, byte[] response)
    {
        description.ShouldNotBeNull();
        RevocationEvidence evidence = OcspAnswerTests.Judge(response);
        evidence.State.ShouldBe(RevocationState.Unreachable);
        evidence.Failure.ShouldBe(VerificationReason.StatusMalformed);
        evidence.OcspResponse.ToArray().ShouldBe(response);
    }

    [Fact]
    public void Response_over_the_size_limit_is_not_read()
    {
        byte[] response = new LabResponse().Encode();
        OcspAnswerTests.Judge(response, new OcspOptions { MaximumResponseLength = response.Length }).State.ShouldBe(RevocationState.Good);
        OcspAnswerTests.Judge(response, new OcspOptions { MaximumResponseLength = response.Length - 1 }).Failure.ShouldBe(VerificationReason.StatusMalformed);
    }

    [Fact]
    public void Response_cut_at_any_length_is_malformed()
    {
        byte[] response = new LabResponse { Nonce = [1, 2, 3] }.Encode();
        for (int length = 0; length < response.Length; length++)
        {
            OcspAnswerTests.Judge(response[..length]).Failure.ShouldBe(VerificationReason.StatusMalformed, $"length {length}");
        }
    }

    // The signed part lies between the header and the signature; certificates behind it are judged by their own signature.
    [Fact]
    public void Flipped_bits_never_turn_held_into_good_or_anything_else()
    {
        byte[] response = new LabResponse { Answers = [new LabAnswer { Status = "revoked", Reason = 6 }] }.Encode();
        Random random = new(20260601);
        for (int round = 0; round < 4000; round++)
        {
            byte[] changed = [.. response];
            for (int flips = random.Next(1, 4); flips > 0; flips--)
            {
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            }

            RevocationEvidence evidence = OcspAnswerTests.Judge(changed);
            evidence.State.ShouldBeOneOf(RevocationState.Unreachable, RevocationState.Held);
        }
    }

    [Fact]
    public void Each_bit_of_the_signed_part_matters()
    {
        byte[] response = new LabResponse { Answers = [new LabAnswer { Status = "revoked", Reason = 1 }] }.Encode();
        ReadOnlyMemory<byte> signed = OcspResponse.TryRead(response)!.ToBeSigned;
        int start = response.AsSpan().IndexOf(signed.Span);
        for (int at = start; at < start + signed.Length; at++)
        {
            byte[] changed = [.. response];
            changed[at] ^= (byte)(1 << (at % 8));
            OcspAnswerTests.Judge(changed).State.ShouldBe(RevocationState.Unreachable, $"offset {at}");
        }
    }
}
