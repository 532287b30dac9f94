using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Signatures.Jws;
using MyNumber.Jpki.Tests.Signatures.Cms;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Tests.Signatures.Jws;

public sealed class JwsTests : IDisposable
{
    private static readonly byte[] Payload = Encoding.UTF8.GetBytes("""{"purpose":"見本"}""");

    private readonly SignerDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("RS256", JwsAlgorithm.RS256)]
    [InlineData("PS256", JwsAlgorithm.PS256)]
    public async Task An_rsa_key_signs_and_is_verified(string name, JwsAlgorithm algorithm)
    {
        string token = JwsSigner.Sign(_desk.First, Payload, algorithm, type: "JOSE");
        Encoding.UTF8.GetString(Decode(token.Split('.')[0])).ShouldStartWith($$"""{"alg":"{{name}}","typ":"JOSE","x5t#S256":""");
        (await VerifyAsync(token, algorithm)).ShouldBe(VerificationReason.None);
        _desk.FirstKey.Signatures.ShouldBe(1);
        JwsToken parsed = Parse(token);
        parsed.Type.ShouldBe("JOSE");
        parsed.Certificate.ToArray().ShouldBe(_desk.Desk.SignatureDer);
        parsed.ToString().ShouldBe("JwsToken(***)");
    }

    [Theory]
    [InlineData("P-256", 256, JwsAlgorithm.ES256, 64)]
    [InlineData("P-384", 384, JwsAlgorithm.ES384, 96)]
    public async Task A_key_on_a_curve_signs_and_is_verified(string description, int size, JwsAlgorithm algorithm, int length)
    {
        using EcdsaDesk next = new(size);
        ValidatedCertificate signer = await next.ValidateSignerAsync();
        string token = JwsSigner.Sign(next.Credential, Payload, algorithm);
        Decode(token.Split('.')[2]).Length.ShouldBe(length, description);
        new JwsVerifier(algorithm).Verify(signer, Parse(token), out ReadOnlyMemory<byte> payload).ShouldBe(VerificationReason.None);
        payload.ToArray().ShouldBe(Payload);

        string[] parts = token.Split('.');
        byte[] der = next.Key.SignData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), size == 256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);
        new JwsVerifier(algorithm).Verify(signer, Parse($"{parts[0]}.{parts[1]}.{Encode(der)}"), out _).ShouldBe(VerificationReason.SignatureInvalid, "DER is not the form of JWS");
    }

    [Fact]
    public void An_algorithm_of_another_key_is_not_signed()
    {
        using EcdsaDesk next = new();
        Should.Throw<ArgumentException>(() => JwsSigner.Sign(_desk.First, Payload, JwsAlgorithm.ES256));
        Should.Throw<ArgumentException>(() => JwsSigner.Sign(next.Credential, Payload, JwsAlgorithm.ES256));
        Should.Throw<ArgumentException>(() => JwsSigner.Sign(next.Credential, Payload, JwsAlgorithm.RS256));
        Should.Throw<ArgumentException>(() => JwsSigner.Sign(_desk.First, Payload, (JwsAlgorithm)7));
        Should.Throw<ArgumentException>(() => JwsSigner.Sign(_desk.First, new byte[JwsToken.MaximumLength], JwsAlgorithm.RS256));
        _desk.FirstKey.Signatures.ShouldBe(0);
    }

    [Fact]
    public async Task An_algorithm_that_was_not_named_is_not_accepted()
    {
        string token = JwsSigner.Sign(_desk.First, Payload, JwsAlgorithm.RS256);
        (await VerifyAsync(token, JwsAlgorithm.PS256, JwsAlgorithm.ES256, JwsAlgorithm.ES384)).ShouldBe(VerificationReason.AlgorithmNotAccepted);
        Should.Throw<ArgumentException>(() => new JwsVerifier());
        Should.Throw<ArgumentException>(() => new JwsVerifier((JwsAlgorithm)9));
    }

    [Fact]
    public async Task A_token_of_another_key_kind_is_not_accepted()
    {
        using EcdsaDesk next = new(256);
        (await VerifyAsync(JwsSigner.Sign(next.Credential, Payload, JwsAlgorithm.ES256), JwsAlgorithm.ES256, JwsAlgorithm.RS256)).ShouldBe(VerificationReason.AlgorithmNotAccepted);
    }

    [Fact]
    public async Task A_changed_part_is_refused()
    {
        string[] parts = JwsSigner.Sign(_desk.First, Payload, JwsAlgorithm.RS256).Split('.');
        (await VerifyAsync($"{parts[0]}.{Encode([.. Payload, 32])}.{parts[2]}")).ShouldBe(VerificationReason.SignatureInvalid);
        (await VerifyAsync($"{parts[0]}.{parts[1]}.")).ShouldBe(VerificationReason.SignatureInvalid);
        byte[] signature = Decode(parts[2]);
        (await VerifyAsync($"{parts[0]}.{parts[1]}.{Encode([0, .. signature])}")).ShouldBe(VerificationReason.SignatureInvalid);
        signature[9] ^= 1;
        (await VerifyAsync($"{parts[0]}.{parts[1]}.{Encode(signature)}")).ShouldBe(VerificationReason.SignatureInvalid);
        string header = Encoding.UTF8.GetString(Decode(parts[0])).Replace("RS256", "PS256", StringComparison.Ordinal);
        (await VerifyAsync($"{Encode(Encoding.UTF8.GetBytes(header))}.{parts[1]}.{parts[2]}", JwsAlgorithm.RS256, JwsAlgorithm.PS256)).ShouldBe(VerificationReason.SignatureInvalid);
    }

    public static TheoryData<string, string, VerificationReason> Headers => new()
    {
        { "x5t#S256 alone", """{"alg":"RS256","x5t#S256":"OWN"}""", VerificationReason.None },
        { "x5c alone", """{"alg":"RS256","x5c":["CERT"]}""", VerificationReason.None },
        { "unknown members", """{"alg":"RS256","x5t#S256":"OWN","iat":1,"a":{"b":[{}]},"kid":"k"}""", VerificationReason.None },
        { "none", """{"alg":"none","x5t#S256":"OWN"}""", VerificationReason.AlgorithmNotAccepted },
        { "None in another case", """{"alg":"NONE","x5t#S256":"OWN"}""", VerificationReason.AlgorithmNotAccepted },
        { "HMAC with the public key", """{"alg":"HS256","x5t#S256":"OWN"}""", VerificationReason.AlgorithmNotAccepted },
        { "RS512", """{"alg":"RS512","x5t#S256":"OWN"}""", VerificationReason.AlgorithmNotAccepted },
        { "rs256 in small letters", """{"alg":"rs256","x5t#S256":"OWN"}""", VerificationReason.AlgorithmNotAccepted },
        { "neither certificate nor hash", """{"alg":"RS256"}""", VerificationReason.JwsCertificateMismatch },
        { "hash of another certificate", """{"alg":"RS256","x5t#S256":"OTHER"}""", VerificationReason.JwsCertificateMismatch },
        { "own certificate, hash of another", """{"alg":"RS256","x5t#S256":"OTHER","x5c":["CERT"]}""", VerificationReason.JwsCertificateMismatch },
        { "another certificate, own hash", """{"alg":"RS256","x5t#S256":"OWN","x5c":["SECOND"]}""", VerificationReason.JwsCertificateMismatch },
        { "another certificate first", """{"alg":"RS256","x5c":["SECOND","CERT"]}""", VerificationReason.JwsCertificateMismatch },
        { "crit", """{"alg":"RS256","x5t#S256":"OWN","crit":["exp"],"exp":1}""", VerificationReason.JwsHeaderNotAccepted },
        { "crit that is empty", """{"alg":"RS256","x5t#S256":"OWN","crit":[]}""", VerificationReason.JwsHeaderNotAccepted },
        { "b64", """{"alg":"RS256","x5t#S256":"OWN","b64":false}""", VerificationReason.JwsHeaderNotAccepted },
        { "zip", """{"alg":"RS256","x5t#S256":"OWN","zip":"DEF"}""", VerificationReason.JwsHeaderNotAccepted },
        { "jwk", """{"alg":"RS256","x5t#S256":"OWN","jwk":{}}""", VerificationReason.JwsHeaderNotAccepted },
        { "jku", """{"alg":"RS256","x5t#S256":"OWN","jku":"https://evil.example"}""", VerificationReason.JwsHeaderNotAccepted },
        { "x5u", """{"alg":"RS256","x5t#S256":"OWN","x5u":"https://evil.example"}""", VerificationReason.JwsHeaderNotAccepted },
        { "alg twice", """{"alg":"RS256","alg":"RS256","x5t#S256":"OWN"}""", VerificationReason.JwsMalformed },
        { "alg twice, once escaped", """{"alg":"RS256","\u0061lg":"none","x5t#S256":"OWN"}""", VerificationReason.JwsMalformed },
        { "no alg", """{"x5t#S256":"OWN"}""", VerificationReason.JwsMalformed },
        { "alg is a number", """{"alg":256,"x5t#S256":"OWN"}""", VerificationReason.JwsMalformed },
        { "a lone surrogate", """{"alg":"RS256","kid":"\ud800","x5t#S256":"OWN"}""", VerificationReason.JwsMalformed },
        { "a hash cut short", """{"alg":"RS256","x5t#S256":"AAAA"}""", VerificationReason.JwsMalformed },
        { "x5c is empty", """{"alg":"RS256","x5t#S256":"OWN","x5c":[]}""", VerificationReason.JwsMalformed },
        { "x5c is a text", """{"alg":"RS256","x5t#S256":"OWN","x5c":"CERT"}""", VerificationReason.JwsMalformed },
        { "x5c has spaces", """{"alg":"RS256","x5c":[" CERT"]}""", VerificationReason.JwsMalformed },
        { "x5c has nine", """{"alg":"RS256","x5c":["CERT","AAAA","AAAA","AAAA","AAAA","AAAA","AAAA","AAAA","AAAA"]}""", VerificationReason.JwsMalformed },
        { "an array", """["RS256"]""", VerificationReason.JwsMalformed },
        { "two objects", """{"alg":"RS256","x5t#S256":"OWN"}{}""", VerificationReason.JwsMalformed },
        { "a comment", """{"alg":"RS256",/*a*/"x5t#S256":"OWN"}""", VerificationReason.JwsMalformed },
        { "a trailing comma", """{"alg":"RS256","x5t#S256":"OWN",}""", VerificationReason.JwsMalformed },
        { "cut short", """{"alg":"RS256","x5t#S256":"OWN" """, VerificationReason.JwsMalformed },
        { "too deep", """{"alg":"RS256","a":[[[[[[[[[]]]]]]]]]}""", VerificationReason.JwsMalformed },
        { "nothing", "", VerificationReason.JwsMalformed },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Header_is_judged_before_the_key_is_asked(string description, string header, VerificationReason expected)
    {
        string own = Encode(SHA256.HashData(_desk.Desk.SignatureDer)), other = Encode(SHA256.HashData(_desk.SecondDer));
        string json = header
            .Replace("OWN", own, StringComparison.Ordinal).Replace("OTHER", other, StringComparison.Ordinal)
            .Replace("CERT", Convert.ToBase64String(_desk.Desk.SignatureDer), StringComparison.Ordinal)
            .Replace("SECOND", Convert.ToBase64String(_desk.SecondDer), StringComparison.Ordinal);
        string input = Encode(Encoding.UTF8.GetBytes(json)) + "." + Encode(Payload);
        byte[] signature = _desk.Desk.SignatureKey.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        (await VerifyAsync(input + "." + Encode(signature))).ShouldBe(expected, description);
    }

    [Fact]
    public void Texts_of_another_shape_are_malformed()
    {
        string[] parts = JwsSigner.Sign(_desk.First, Payload, JwsAlgorithm.RS256).Split('.');
        string[] texts =
        [
            "", ".", "..", "a", $"{parts[0]}.{parts[1]}", $"{parts[0]}.{parts[1]}.{parts[2]}.", $"{parts[0]}.{parts[1]}.{parts[2]}.AA", $".{parts[1]}.{parts[2]}",
            $"{parts[0]}=.{parts[1]}.{parts[2]}", $"{parts[0]}.{parts[1]}.{parts[2]}==", $" {parts[0]}.{parts[1]}.{parts[2]}", $"{parts[0]}.{parts[1]}.{parts[2]}\n",
            $"{parts[0]}.AB+/.{parts[2]}", $"{parts[0]}.AAAAA.{parts[2]}", $"{parts[0]}.AB.{parts[2]}", $"{parts[0]}.AAB.{parts[2]}", $"{parts[0]}.あ.{parts[2]}",
            $"{parts[0]}.{new string('A', JwsToken.MaximumLength)}.{parts[2]}", $"{new string('A', JwsToken.MaximumHeaderLength + 4)}.AAAA.AAAA",
        ];
        foreach (string text in texts)
        {
            JwsToken.TryParse(text, out JwsToken? token, out VerificationReason reason).ShouldBeFalse();
            token.ShouldBeNull();
            reason.ShouldBe(VerificationReason.JwsMalformed);
        }
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_malformed()
    {
        byte[] header = [.. "{\"alg\":\"RS256\",\"kid\":\""u8, 0xFF, 0xFE, .. "\"}"u8];
        JwsToken.TryParse($"{Encode(header)}.AAAA.AAAA", out _, out VerificationReason reason).ShouldBeFalse();
        reason.ShouldBe(VerificationReason.JwsMalformed);
    }

    [Fact]
    public async Task The_example_of_the_standard_is_read_and_names_no_certificate()
    {
        // RFC 7515 appendix A.2 (RS256).
        const string Header = "eyJhbGciOiJSUzI1NiJ9";
        const string Claims = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        JwsToken token = Parse($"{Header}.{Claims}.AAAA");
        token.Algorithm.ShouldBe(JwsAlgorithm.RS256);
        Encoding.ASCII.GetString(token.Payload.Span).ShouldBe("{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}");
        (await VerifyAsync($"{Header}.{Claims}.AAAA")).ShouldBe(VerificationReason.JwsCertificateMismatch);
    }

    private static JwsToken Parse(string text)
    {
        JwsToken.TryParse(text, out JwsToken? token, out VerificationReason reason).ShouldBeTrue(reason.ToString());
        return token!;
    }

    private static byte[] Decode(string text) => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private async Task<VerificationReason> VerifyAsync(string text, params JwsAlgorithm[] accepted)
    {
        if (!JwsToken.TryParse(text, out JwsToken? token, out VerificationReason reason))
        {
            return reason;
        }

        reason = new JwsVerifier(accepted.Length == 0 ? [JwsAlgorithm.RS256] : accepted).Verify(await _desk.Desk.ValidateSignerAsync(), token, out ReadOnlyMemory<byte> payload);
        payload.IsEmpty.ShouldBe(reason != VerificationReason.None);
        return reason;
    }
}
