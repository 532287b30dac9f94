using System.Text;
using System.Xml;
using MyNumber.Jpki.Xml.Signing;

namespace MyNumber.Jpki.Xml.Tests;

/// <summary>What is written means what was given, in whatever form an office wants it.</summary>
public sealed class FormTests : IDisposable
{
    private readonly XmlDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("no namespace", "<form/>", "form", "")]
    [InlineData("no namespace below a prefixed root", "<a:f xmlns:a=\"urn:a\"><b/></a:f>", "b", "")]
    [InlineData("default namespace below a prefixed root", "<a:f xmlns:a=\"urn:a\"><b xmlns=\"urn:b\"/></a:f>", "b", "urn:b")]
    [InlineData("the signature's own prefix for something else", "<ds:f xmlns:ds=\"urn:a\"/>", "f", "urn:a")]
    public async Task Enveloped_content_keeps_its_namespaces(string description, string xml, string name, string space)
    {
        foreach (string prefix in (string[])[string.Empty, "ds"])
        {
            byte[] signed = XmlDocumentSigner.SignEnveloping(_desk.Signer, Encoding.UTF8.GetBytes(xml), options: new XmlSigningOptions { Prefix = prefix });
            XmlVerificationResult result = await _desk.VerifyAsync(signed, XmlExpectation.Enveloping());
            result.Reason.ShouldBe(VerificationReason.None, description);
            using XmlReader content = result.SignedParts[0].CreateReader();
            content.ReadToFollowing(name, space).ShouldBeTrue(description);
            new DocumentEditor(signed).Document.GetElementsByTagName(name, space).Count.ShouldBe(1, description);
        }
    }

    [Fact]
    public async Task Percent_encoded_reference_names_a_japanese_identifier()
    {
        XmlSigningOptions options = new() { Prefix = string.Empty, SignatureId = "s1", SignatureIdName = "id", PercentEncodesReferences = true };
        byte[] signed = _desk.SignDetached(options);
        string xml = Encoding.UTF8.GetString(signed);
        xml.ShouldContain("URI=\"#%E6%A7%8B%E6%88%90%E6%83%85%E5%A0%B1\"");
        xml.ShouldContain("<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" id=\"s1\">");
        XmlVerificationResult result = await _desk.VerifyAsync(signed, XmlDesk.CompositionOnly);
        result.Reason.ShouldBe(VerificationReason.None);
        result.SignedParts.ShouldHaveSingleItem().LocalName.ShouldBe("構成情報");
    }

    [Theory]
    [InlineData("lower-case digits", "#%e6%a7%8b%e6%88%90%e6%83%85%e5%a0%b1", VerificationReason.None)]
    [InlineData("one character encoded", "#%E6%A7%8B成情報", VerificationReason.None)]
    [InlineData("twice encoded", "#%25E6%25A7%258B%25E6%2588%2590%25E6%2583%2585%25E5%25A0%25B1", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("broken octets", "#%E6%A7", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("number sign encoded too", "%23%E6%A7%8B%E6%88%90%E6%83%85%E5%A0%B1", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("another identifier", "#%E6%A7%8B", VerificationReason.XmlReferenceNotFound)]
    public async Task Percent_encoding_of_a_reference_is_undone_once(string description, string uri, VerificationReason reason)
    {
        string xml = Encoding.UTF8.GetString(_desk.SignDetached()).Replace("URI=\"#構成情報\"", $"URI=\"{uri}\"", StringComparison.Ordinal);
        (await _desk.VerifyAsync(_desk.SignAgain(xml), XmlDesk.CompositionOnly)).Reason.ShouldBe(reason, description);
    }

    [Theory]
    [InlineData("identifier that looks encoded", "%41")]
    [InlineData("pointer", "xpointer(/)")]
    [InlineData("nothing", "")]
    [InlineData("absent", null)]
    public void Identifier_is_taken_as_it_is_written(string description, string? id) =>
        Should.Throw<ArgumentException>(() => XmlDocumentSigner.SignDetached(_desk.Signer, "<a><b Id=\"A\"/><c Id=\"%41\"/></a>"u8, XmlElementPath.Of("a"), [id!]), description)
            .ParamName.ShouldBe("ids", description);

    [Theory]
    [InlineData("spaces around", " a ")]
    [InlineData("line end around", "&#10;a")]
    public async Task Identifier_of_the_xml_namespace_is_trimmed(string description, string repeated)
    {
        string xml = Encoding.UTF8.GetString(XmlDocumentSigner.SignDetached(_desk.Signer, "<r><x Id=\"a\"/><s/><y/></r>"u8, XmlElementPath.Of("r", "s"), ["a"], XmlDesk.Exclusive));
        xml = xml.Replace("<y>", $"<y xml:id=\"{repeated}\">", StringComparison.Ordinal);
        XmlExpectation expected = XmlExpectation.Detached(XmlElementPath.Of("r", "s"), XmlElementPath.Of("r", "x"));
        (await _desk.VerifyAsync(xml, expected)).Reason.ShouldBe(VerificationReason.XmlIdRepeated, description);
    }

    [Fact]
    public async Task Document_at_the_ceilings_is_signed_and_verified_and_one_beyond_is_refused_before_the_key_is_asked()
    {
        (await VerifyNested(123)).Reason.ShouldBe(VerificationReason.None);
        using CountingKey key = new(_desk.Key);
        MyNumber.Jpki.Signatures.SignerCredential signer = MyNumber.Jpki.Signatures.SignerCredential.Create(_desk.Certificate, key);
        Should.Throw<ArgumentException>(() => XmlDocumentSigner.SignDetached(signer, Nested(125), Path(125), ["x"]));
        string wide = $"<a><s/><x Id=\"x\"/>{string.Concat(Enumerable.Repeat("<b/>", 499_990))}</a>";
        Should.Throw<ArgumentException>(() => XmlDocumentSigner.SignDetached(signer, Encoding.UTF8.GetBytes(wide), XmlElementPath.Of("a", "s"), ["x"]));
        byte[] tooLong = Encoding.UTF8.GetBytes($"<a><s/><x Id=\"x\"/>{new string('x', XmlSignatureLimits.DocumentLength - 200)}</a>");
        Should.Throw<ArgumentException>(() => XmlDocumentSigner.SignDetached(signer, tooLong, XmlElementPath.Of("a", "s"), ["x"]));
        key.Asked.ShouldBe(0);
    }

    private static byte[] Nested(int depth) =>
        Encoding.UTF8.GetBytes($"{string.Concat(Enumerable.Repeat("<a>", depth))}<s/>{string.Concat(Enumerable.Repeat("</a>", depth - 1))}<x Id=\"x\"/></a>");

    private static XmlElementPath Path(int depth) => XmlElementPath.Of([.. Enumerable.Repeat("a", depth), "s"]);

    private async Task<XmlVerificationResult> VerifyNested(int depth)
    {
        byte[] signed = XmlDocumentSigner.SignDetached(_desk.Signer, Nested(depth), Path(depth), ["x"]);
        return await _desk.VerifyAsync(signed, XmlExpectation.Detached(Path(depth), XmlElementPath.Of("a", "x")));
    }
}
