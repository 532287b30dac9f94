using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

public sealed class OcspRequestTests
{
    [Fact]
    public void Sha1_request_without_nonce_has_the_71_bytes_of_the_research_example()
    {
        VerifiedPath path = StatusLab.Path();
        string request = Convert.ToHexString(OcspRequest.Encode(path.Certificate, path.Issuer, OcspCertIdHash.Sha1));
        request.Length.ShouldBe(71 * 2);
        request[..46].ShouldBe("30453043" + "3041" + "303F303D" + "300906052B0E03021A0500" + "0414");
        request[86..90].ShouldBe("0414");
        request[130..].ShouldBe("02040A1B2C3D");
    }

    [SkippableTheory]
    [InlineData("SHA-1", OcspCertIdHash.Sha1, "-sha1")]
    [InlineData("SHA-256", OcspCertIdHash.Sha256, "-sha256")]
    public void Openssl_writes_the_same_request(string hash, OcspCertIdHash id, string option)
    {
        hash.ShouldNotBeNull();
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using TemporaryFolder folder = new();
        VerifiedPath path = StatusLab.Path();
        string issuer = folder.Write("issuer.der", path.Issuer.Certificate.RawData.Span);
        string leaf = folder.Write("leaf.der", path.Certificate.RawData.Span);
        string issuerPem = Path.Combine(folder.Path, "issuer.pem"), leafPem = Path.Combine(folder.Path, "leaf.pem"), request = Path.Combine(folder.Path, "request.der");
        openssl.Run("x509", "-inform", "DER", "-in", issuer, "-out", issuerPem).ExitCode.ShouldBe(0);
        openssl.Run("x509", "-inform", "DER", "-in", leaf, "-out", leafPem).ExitCode.ShouldBe(0);
        openssl.Run("ocsp", "-issuer", issuerPem, option, "-cert", leafPem, "-no_nonce", "-reqout", request).All.ShouldNotContain("rror");
        OcspRequest.Encode(path.Certificate, path.Issuer, id).ShouldBe(File.ReadAllBytes(request));
    }

    [SkippableFact]
    public void Openssl_reads_the_nonce_back()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using TemporaryFolder folder = new();
        VerifiedPath path = StatusLab.Path();
        byte[] nonce = [.. Enumerable.Range(0xA0, 32).Select(i => (byte)i)];
        string request = folder.Write("request.der", OcspRequest.Encode(path.Certificate, path.Issuer, OcspCertIdHash.Sha256, nonce));
        string text = openssl.Run("ocsp", "-reqin", request, "-req_text").All.Replace("\n", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
        text.ShouldContain("SerialNumber:0A1B2C3D");
        text.ShouldContain("OCSPNonce:" + "0420" + Convert.ToHexString(nonce));
    }
}
