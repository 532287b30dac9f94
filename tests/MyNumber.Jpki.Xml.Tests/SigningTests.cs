using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Xml.Signing;
using MyNumber.Jpki.Xml.Verification;

namespace MyNumber.Jpki.Xml.Tests;

public sealed class SigningTests : IDisposable
{
    private readonly XmlDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Key_is_asked_exactly_once_as_a_card_would_be()
    {
        using CountingKey key = new(_desk.Key);
        byte[] signed = XmlDocumentSigner.SignEnveloped(SignerCredential.Create(_desk.Certificate, key), XmlDesk.ApplicationBytes);
        key.Asked.ShouldBe(1);
        (await _desk.VerifyAsync(signed, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task Options_are_written()
    {
        XmlSigningOptions options = new() { Hash = HashAlgorithmName.SHA512, Prefix = "dsig", SignatureId = "s1", KeyName = "desk <1>" };
        byte[] signed = _desk.SignDetached(options);
        string xml = Encoding.UTF8.GetString(signed);
        xml.ShouldContain("<dsig:Signature xmlns:dsig=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"s1\">");
        xml.ShouldContain("<dsig:KeyName>desk &lt;1&gt;</dsig:KeyName>");
        xml.ShouldContain("rsa-sha512");
        (await _desk.VerifyAsync(signed, XmlDesk.CompositionOnly)).Reason.ShouldBe(VerificationReason.None);
    }

    [Theory]
    [InlineData("no document", "x")]
    [InlineData("DTD", "<!DOCTYPE a><a/>")]
    [InlineData("element without the place", "<a Id=\"構成情報\"/>")]
    [InlineData("identifier twice", "<DataRoot xmlns=\"urn:example:application\"><署名情報/><a Id=\"構成情報\"/><b id=\"構成情報\"/></DataRoot>")]
    [InlineData("no such identifier", "<DataRoot xmlns=\"urn:example:application\"><署名情報/></DataRoot>")]
    public void Document_that_cannot_be_signed_is_an_argument_error(string description, string xml) =>
        Should.Throw<ArgumentException>(() => XmlDocumentSigner.SignDetached(_desk.Signer, Encoding.UTF8.GetBytes(xml), XmlDesk.SignaturePlace, ["構成情報"]), description);

    [Theory]
    [InlineData("SHA-1", "SHA1", "ds", null)]
    [InlineData("prefix that is no name", "SHA256", "a b", null)]
    [InlineData("prefix that is taken", "SHA256", "xmlns", null)]
    [InlineData("identifier that is no name", "SHA256", "ds", "1")]
    [InlineData("name of the identifier that no verifier knows", "SHA256", "ds", "s", "key")]
    [InlineData("name of the key with a control character", "SHA256", "ds", "s", "Id", "\u0001")]
    public void Option_out_of_range_is_an_argument_error(string description, string hash, string prefix, string? id, string idName = "Id", string? keyName = null) =>
        Should.Throw<ArgumentException>(
            () => _desk.SignEnveloped(new XmlSigningOptions { Hash = new HashAlgorithmName(hash), Prefix = prefix, SignatureId = id, SignatureIdName = idName, KeyName = keyName }), description);

    [Fact]
    public async Task Key_name_may_have_characters_beyond_the_first_plane()
    {
        byte[] signed = _desk.SignEnveloped(new XmlSigningOptions { KeyName = "𠮷田" });
        Encoding.UTF8.GetString(signed).ShouldContain("<ds:KeyName>𠮷田</ds:KeyName>");
        (await _desk.VerifyAsync(signed, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.None);
    }

    [Theory]
    [InlineData("first half at the end", new[] { 0x7530, 0xD842 })]
    [InlineData("first half alone", new[] { 0xD842, 0x7530 })]
    [InlineData("second half alone", new[] { 0xDFB7, 0x7530 })]
    public void Key_name_with_half_a_character_is_an_argument_error(string description, int[] units)
    {
        string name = string.Concat(units.Select(unit => (char)unit));
        Should.Throw<ArgumentException>(() => _desk.SignEnveloped(new XmlSigningOptions { KeyName = name }), description).ParamName.ShouldBe("options");
    }

    [Fact]
    public void Options_show_no_name() =>
        new XmlSigningOptions { KeyName = "見本　花子", SignatureId = "hanako" }.ToString().ShouldBe("XmlSigningOptions(***)");

    [Fact]
    public void More_parts_than_references_are_an_argument_error()
    {
        string parts = string.Concat(Enumerable.Range(0, 17).Select(number => $"<b Id=\"i{number}\"/>"));
        string[] ids = [.. Enumerable.Range(0, 17).Select(number => $"i{number}")];
        ArgumentException refusal = Should.Throw<ArgumentException>(() => XmlDocumentSigner.SignDetached(_desk.Signer, Encoding.UTF8.GetBytes($"<a>{parts}</a>"), XmlElementPath.Of("a"), ids));
        (refusal.ParamName, refusal.Message.Contains("16", StringComparison.Ordinal)).ShouldBe(("ids", true));
    }

    [Theory]
    [InlineData("no step")]
    [InlineData("empty step", "")]
    [InlineData("prefix", "p:a")]
    [InlineData("namespace alone", "{urn:a}")]
    [InlineData("stroke", "a/b")]
    [InlineData("step that is absent", "a", null)]
    public void Path_that_is_none_is_an_argument_error(string description, params string?[] steps) =>
        Should.Throw<ArgumentException>(() => XmlElementPath.Of(steps!), description).ParamName.ShouldBe("steps", description);

    [Fact]
    public void Validator_of_the_other_certificate_is_refused()
    {
        MyNumber.Jpki.Validation.CertificateValidator login = new(MyNumber.Jpki.Tests.Shaped.ShapedAuthority.UserAuthenticationAnchors(_desk.Authority), _desk.Status, _desk.Clock);
        Should.Throw<ArgumentException>(() => new XmlDocumentVerifier(login));
    }
}
