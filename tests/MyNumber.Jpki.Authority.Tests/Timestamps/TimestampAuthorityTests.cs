using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Jpki.Signatures.Timestamps;

namespace MyNumber.Jpki.Authority.Tests.Timestamps;

public sealed class TimestampAuthorityTests : IDisposable
{
    /// <summary>SHA-256 of nothing, as openssl ts -query writes it without a nonce.</summary>
    private const string Query = "30360201013031300d060960864801650304020105000420e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly byte[] Data = "申込書"u8.ToArray();

    private readonly TimeDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("SHA-256", "SHA256")]
    [InlineData("SHA-384", "SHA384")]
    [InlineData("SHA-512", "SHA512")]
    public void Token_over_each_digest_is_valid_under_the_pinned_anchor(string description, string hash)
    {
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(1234.5));
        TimestampRequest request = TimestampRequest.ForData(Data, new HashAlgorithmName(hash), _desk.Random);
        request.ReadResponse(_desk.Authority.Answer(request.Encode()), out TimestampToken? token).ShouldBe(VerificationReason.None, description);
        TimestampResult result = _desk.Verifier.Verify(token!.RawData.Span, Data, _desk.Clock.GetUtcNow());
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Valid, VerificationReason.None), description);
        (token.GeneratedAt, token.Accuracy, token.Policy, token.IsOrdered).ShouldBe((TestLab.Fixed.AddMilliseconds(1234), TimeSpan.FromSeconds(1), "1.3.6.1.4.1.99999.3.1", false));
        token.Nonce.Span.SequenceEqual(request.Nonce.Span).ShouldBeTrue();
        _desk.Verifier.Verify(token.RawData.Span, "申込書 "u8, _desk.Clock.GetUtcNow()).Reason.ShouldBe(VerificationReason.TimestampImprintMismatch);
    }

    [Theory]
    [InlineData("SHA-1", "3026020101 3021 3009 06052b0e03021a0500 0414da39a3ee5e6b4b0d3255bfef95601890afd80709", "30093007020102 03020780")]
    [InlineData("digest that nobody knows", "3033020101302e300a06082a864886f70d0205 0420e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "30093007020102 03020780")]
    [InlineData("digest with parameters", "30370201013032300e06096086480165030402010201000420e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "30093007020102 03020780")]
    [InlineData("imprint that is too short", "30350201013030300d06096086480165030402010500041fe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8", "30093007020102 03020204")]
    [InlineData("another version", "30360201023031300d060960864801650304020105000420e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "30093007020102 03020520")]
    [InlineData("another policy", "303c0201013031300d060960864801650304020105000420e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85506042a030405", "300a3008020102 0303000001")]
    [InlineData("an extension", "30410201013031300d060960864801650304020105000420e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855a009300706032a03040400", "300b3009020102 030407000080")]
    [InlineData("default FALSE written out", "30390201013031300d060960864801650304020105000420e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855010100", "30093007020102 03020204")]
    [InlineData("something behind it", Query + "00", "30093007020102 03020204")]
    [InlineData("length in a long form", "3081360201013031300d060960864801650304020105000420e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "30093007020102 03020204")]
    [InlineData("nothing", "", "30093007020102 03020204")]
    [InlineData("text", "48656c6c6f", "30093007020102 03020204")]
    public void What_is_not_stamped_is_rejected_with_its_reason(string description, string query, string reply)
    {
        byte[] answer = _desk.Authority.Answer(Bytes(query));
        answer.ShouldBe(Bytes(reply), description);
        TimestampRequest.ForData([], HashAlgorithmName.SHA256, _desk.Random).ReadResponse(answer, out TimestampToken? token).ShouldBe(VerificationReason.TimestampRefused, description);
        token.ShouldBeNull();
    }

    [Theory]
    [InlineData("34 octets", 34, false)]
    [InlineData("33 octets", 33, false)]
    [InlineData("32 octets", 32, true)]
    [InlineData("one octet", 1, true)]
    public void Nonce_is_echoed_up_to_its_ceiling(string description, int length, bool isGranted)
    {
        byte[] nonce = [0x02, (byte)length, .. Enumerable.Repeat((byte)0x11, length)];
        byte[] query = [0x30, (byte)(0x36 + nonce.Length + 3), .. Bytes(Query)[2..], .. nonce, 0x01, 0x01, 0xFF];
        byte[] answer = _desk.Authority.Answer(query);
        (answer.AsSpan().IndexOf(nonce) > 0).ShouldBe(isGranted, description);
        answer.Length.ShouldBeGreaterThan(isGranted ? 1000 : 10, description);
    }

    [Fact]
    public void Certificate_is_left_out_unless_it_is_asked_for()
    {
        byte[] certificate = _desk.Authority.Certificate.ToArray();
        byte[] without = _desk.Authority.Answer(Bytes(Query));
        without.AsSpan().IndexOf(certificate).ShouldBe(-1);
        _desk.Authority.Answer((byte[])[0x30, 0x39, .. Bytes(Query)[2..], 0x01, 0x01, 0xFF]).AsSpan().IndexOf(certificate).ShouldBeGreaterThan(0);
        without.Length.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Serial_numbers_rise_while_the_clock_stands_and_from_one_authority_to_the_next()
    {
        List<Int128> serials = [];
        for (int i = 0; i < 3; i++)
        {
            serials.Add(Serial(_desk));
        }

        using TimeDesk later = new(TestLab.Fixed.AddSeconds(1));
        serials.Add(Serial(later));
        serials.ShouldBe(serials.Distinct().Order());
    }

    [Theory]
    [InlineData("before the certificate begins", -1, true)]
    [InlineData("in its last second", 315_619_199, false)]
    [InlineData("after its end", 315_619_200, true)]
    public void Nothing_is_stamped_outside_of_the_certificates_period(string description, long seconds, bool isRefused)
    {
        _desk.Clock.Set(TestLab.Fixed.AddSeconds(seconds));
        byte[] answer = _desk.Authority.Answer(Bytes(Query));
        (answer.Length == 12).ShouldBe(isRefused, description);
        answer.AsSpan().IndexOf(Bytes("0303010002")).ShouldBe(isRefused ? 7 : -1, description);
    }

    [Fact]
    public void Certificate_has_the_one_critical_purpose()
    {
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(_desk.Authority.Certificate.Span), anchor = X509CertificateLoader.LoadCertificate(_desk.Authority.Anchor.Span);
        X509EnhancedKeyUsageExtension purpose = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single();
        (purpose.Critical, purpose.EnhancedKeyUsages.Cast<Oid>().Single().Value).ShouldBe((true, "1.3.6.1.5.5.7.3.8"));
        certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages.ShouldBe(X509KeyUsageFlags.DigitalSignature);
        certificate.Issuer.ShouldBe(anchor.Subject);
        anchor.Extensions.OfType<X509EnhancedKeyUsageExtension>().ShouldBeEmpty();
    }

    [Fact]
    public void Trust_without_the_list_is_undetermined_and_under_another_anchor_invalid()
    {
        TimestampRequest request = TimestampRequest.ForData(Data, HashAlgorithmName.SHA256, _desk.Random);
        request.ReadResponse(_desk.Authority.Answer(request.Encode()), out TimestampToken? token).ShouldBe(VerificationReason.None);
        byte[] foreign = TestLab.Anchor(TestLab.At(TestLab.Fixed), Certificates.CertificatePurpose.Signature);
        new TimestampVerifier(new ChainTimestampTrust([_desk.Authority.Anchor])).Verify(token!.RawData.Span, Data, TestLab.Fixed).Outcome.ShouldBe(VerificationOutcome.Undetermined);
        new TimestampVerifier(new ChainTimestampTrust([foreign], [_desk.Authority.PublishList()])).Verify(token.RawData.Span, Data, TestLab.Fixed).Outcome.ShouldNotBe(VerificationOutcome.Valid);
    }

    [Theory]
    [InlineData("name of the real service", "ＪＰＫＩ", "1.2.3", 1, 4096)]
    [InlineData("policy that is none", "Lab", "policy", 1, 4096)]
    [InlineData("no accuracy", "Lab", "1.2.3", 0, 4096)]
    [InlineData("accuracy of two days", "Lab", "1.2.3", 172_800, 4096)]
    [InlineData("no length", "Lab", "1.2.3", 1, 0)]
    [InlineData("too much length", "Lab", "1.2.3", 1, 65_537)]
    public void Setting_out_of_range_is_an_argument_error(string description, string organization, string policy, int seconds, int bytes) =>
        Should.Throw<ArgumentException>(
            () => new TimeDesk(null, new TimestampAuthorityOptions { Organization = organization, Policy = policy, Accuracy = TimeSpan.FromSeconds(seconds), MaximumRequestBytes = bytes }), description);

    [Theory]
    [InlineData("half a microsecond more", 15)]
    [InlineData("a tick less than a second", 9_999_999)]
    public void Accuracy_of_parts_of_a_microsecond_is_an_argument_error(string description, long ticks) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new TimeDesk(null, new TimestampAuthorityOptions { Accuracy = TimeSpan.FromTicks(ticks) }), description).ParamName.ShouldBe("Accuracy");

    [Fact]
    public void One_key_for_both_is_an_argument_error()
    {
        using RSA key = Testing.Keys.LabKeyPool.Load(7);
        Should.Throw<ArgumentException>(() => new TimestampAuthority(key, key, _desk.Clock)).ParamName.ShouldBe("key");
    }

    private static Int128 Serial(TimeDesk desk)
    {
        TimestampRequest request = TimestampRequest.ForData(Data, HashAlgorithmName.SHA256, desk.Random);
        request.ReadResponse(desk.Authority.Answer(request.Encode()), out TimestampToken? token).ShouldBe(VerificationReason.None);
        return token!.SerialNumber.ToArray().Aggregate((Int128)0, (number, octet) => (number << 8) | octet);
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal));
}
