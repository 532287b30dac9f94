using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Services;

namespace MyNumber.Jpki.Tests.Signatures.Timestamps;

public sealed class TimestampRequestTests : IDisposable
{
    private static readonly byte[] Data = Encoding.ASCII.GetBytes("abc");

    private readonly StampDesk _desk = new();
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    public void Dispose()
    {
        _desk.Dispose();
        _random.Dispose();
    }

    [Fact]
    public void A_request_has_the_bytes_of_the_standard()
    {
        TimestampRequest request = TimestampRequest.ForData(Data, HashAlgorithmName.SHA256, _random, LabStamp.Policy);
        byte[] nonce = request.Nonce.ToArray();
        nonce.Length.ShouldBe(8);
        nonce[0].ShouldBeInRange((byte)0x40, (byte)0x7F);

        // RFC 3161 §2.4.1; the SHA-256 of "abc" is FIPS 180-4's example.
        byte[] expected =
        [
            0x30, 0x4D, 0x02, 0x01, 0x01, 0x30, 0x2F, 0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x04, 0x20,
            .. Convert.FromHexString("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"),
            0x06, 0x0A, .. Convert.FromHexString("2B06010401868D1F0301"), 0x02, 0x08, .. nonce, 0x01, 0x01, 0xFF,
        ];
        request.Encode().ShouldBe(expected);
    }

    [Fact]
    public void An_answer_to_the_request_gives_its_token()
    {
        TimestampRequest request = Request();
        LabStamp stamp = Answer(request);
        request.ReadResponse(stamp.Response(), out TimestampToken? token).ShouldBe(VerificationReason.None);
        token!.Nonce.ToArray().ShouldBe(request.Nonce.ToArray());
        request.ReadResponse(stamp.Response(1), out _).ShouldBe(VerificationReason.None); // grantedWithMods
    }

    [Theory]
    [InlineData("rejection", 2)]
    [InlineData("waiting", 3)]
    [InlineData("revocationWarning", 4)]
    [InlineData("revocationNotification", 5)]
    public void A_refusal_is_told(string description, int status)
    {
        TimestampRequest request = Request();
        request.ReadResponse(Answer(request).Response(status), out TimestampToken? token).ShouldBe(VerificationReason.TimestampRefused, description);
        token.ShouldBeNull();
    }

    public static TheoryData<string, VerificationReason> Wrong => new()
    {
        { "another nonce", VerificationReason.TimestampNonceMismatch },
        { "no nonce", VerificationReason.TimestampNonceMismatch },
        { "another imprint", VerificationReason.TimestampImprintMismatch },
        { "another hash", VerificationReason.TimestampImprintMismatch },
        { "another policy", VerificationReason.TimestampPolicyMismatch },
        { "no TSTInfo", VerificationReason.TimestampMalformed },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_answer_to_another_request_is_refused(string description, VerificationReason expected)
    {
        TimestampRequest request = Request();
        LabStamp stamp = Answer(request);
        stamp = description switch
        {
            "another nonce" => stamp with { Nonce = [0x41, .. stamp.Nonce!.AsSpan(1)] },
            "no nonce" => stamp with { Nonce = null },
            "another imprint" => stamp with { Data = [1] },
            "another hash" => stamp with { HashOid = "2.16.840.1.101.3.4.2.2", Hash = SHA384.HashData },
            "another policy" => stamp with { PolicyOid = "1.3.6.1.4.1.99999.3.2" },
            _ => stamp with { Signing = new() },
        };
        request.ReadResponse(stamp.Response(), out TimestampToken? token).ShouldBe(expected);
        token.ShouldBeNull();
    }

    [Fact]
    public void Answers_of_another_shape_are_malformed()
    {
        TimestampRequest request = Request();
        byte[] right = Answer(request).Response();
        byte[][] shapes = [[], [0x30, 0x00], [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x00], [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x06], [.. right, 0], right[..^1], new byte[200_000]];
        foreach (byte[] shape in shapes)
        {
            request.ReadResponse(shape, out _).ShouldBe(VerificationReason.TimestampMalformed);
        }
    }

    [Fact]
    public void Another_hash_cannot_be_asked_for() => Should.Throw<ArgumentException>(() => TimestampRequest.ForData(Data, HashAlgorithmName.SHA1, _random));

    private TimestampRequest Request() => TimestampRequest.ForData(Data, HashAlgorithmName.SHA256, new SeededRandom(), LabStamp.Policy);

    private LabStamp Answer(TimestampRequest request) => _desk.Stamp(Data) with { Nonce = request.Nonce.ToArray() };
}
