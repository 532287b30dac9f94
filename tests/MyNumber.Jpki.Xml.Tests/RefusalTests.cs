using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Xml.Signing;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Xml.Tests;

/// <summary>Each trick has its own reason. Texts are changed in the signed document; where the signature is looked at first, that is the reason.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Transform = """<ds:Transform Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></ds:Transform>""";

    private readonly XmlDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("http address", "http://127.0.0.1/x.xml", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("file address", "file:///etc/hostname", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("relative address", "form.xml", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("relative address with an identifier", "form.xml#a", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("XPointer with a path", "#xpointer(//*)", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("XPointer that breaks out", "#xpointer(id('a') | id('b'))", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("XPointer whose quotes are one", "#xpointer(id('))", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("XPointer of nothing", "#xpointer(id(''))", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("element scheme", "#element(/1)", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("no identifier", "#", VerificationReason.XmlReferenceNotAccepted)]
    [InlineData("an identifier that nobody has", "#nobody", VerificationReason.XmlReferenceNotFound)]
    public async Task Reference_elsewhere_is_refused(string description, string uri, VerificationReason reason) =>
        await RefusedWhenSigned(description, "URI=\"#構成情報\"", $"URI=\"{uri}\"", reason);

    [Theory]
    [InlineData("XSLT", """<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"></ds:Transform>""")]
    [InlineData("XPath", """<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>not(self::x)</ds:XPath></ds:Transform>""")]
    [InlineData("XPath filter", """<ds:Transform Algorithm="http://www.w3.org/2002/06/xmldsig-filter2"></ds:Transform>""")]
    [InlineData("base64", """<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#base64"></ds:Transform>""")]
    [InlineData("canonicalisation twice", Transform + Transform)]
    [InlineData("three transforms", Transform + Transform + Transform)]
    [InlineData("Canonical XML 1.1", """<ds:Transform Algorithm="http://www.w3.org/2006/12/xml-c14n11"></ds:Transform>""")]
    [InlineData("signature taken out of an element that does not hold it", """<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>""")]
    [InlineData("none inside of the list", "")]
    public async Task Transform_that_is_not_on_the_list_is_refused(string description, string transforms) =>
        await RefusedWhenSigned(description, Transform, transforms, VerificationReason.XmlTransformNotAccepted);

    [Theory]
    [InlineData("HMAC with the public key as secret", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")]
    [InlineData("DSA", "http://www.w3.org/2000/09/xmldsig#dsa-sha1")]
    [InlineData("ECDSA over an RSA key", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256")]
    [InlineData("SHA-1", "http://www.w3.org/2000/09/xmldsig#rsa-sha1")]
    [InlineData("MD5", "http://www.w3.org/2001/04/xmldsig-more#rsa-md5")]
    [InlineData("nothing", "")]
    public async Task Signature_algorithm_that_is_not_accepted_is_refused(string description, string algorithm) =>
        await RefusedWhenSigned(description, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", algorithm, VerificationReason.AlgorithmNotAccepted);

    [Theory]
    [InlineData("another hash of the same key", "xmldsig-more#rsa-sha256", "xmldsig-more#rsa-sha512", VerificationReason.SignatureInvalid)]
    [InlineData("SHA-1 digest", "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1", VerificationReason.AlgorithmNotAccepted)]
    [InlineData("unknown digest", "http://www.w3.org/2001/04/xmlenc#sha256", "urn:x", VerificationReason.AlgorithmNotAccepted)]
    [InlineData("canonicalisation of SignedInfo unknown", """<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315">""", """<ds:CanonicalizationMethod Algorithm="urn:x">""", VerificationReason.XmlCanonicalizationNotAccepted)]
    [InlineData("canonicalisation of SignedInfo changed", """<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315">""", """<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">""", VerificationReason.SignatureInvalid)]
    [InlineData("white space in SignedInfo", "<ds:SignedInfo>", "<ds:SignedInfo> ", VerificationReason.SignatureInvalid)]
    [InlineData("comment in SignedInfo", "<ds:SignedInfo>", "<ds:SignedInfo><!-- -->", VerificationReason.XmlSignatureMalformed)]
    [InlineData("comment in a digest", "</ds:DigestValue>", "<!-- --></ds:DigestValue>", VerificationReason.XmlSignatureMalformed)]
    [InlineData("comment in the signature value", "</ds:SignatureValue>", "<!-- --></ds:SignatureValue>", VerificationReason.XmlSignatureMalformed)]
    [InlineData("instruction in the signature", "<ds:SignedInfo>", "<?x?><ds:SignedInfo>", VerificationReason.XmlSignatureMalformed)]
    [InlineData("ideographic space in the signature", "<ds:SignedInfo>", "　<ds:SignedInfo>", VerificationReason.XmlSignatureMalformed)]
    [InlineData("text in the signature", "<ds:SignedInfo>", "x<ds:SignedInfo>", VerificationReason.XmlSignatureMalformed)]
    [InlineData("two SignedInfo", "<ds:SignatureValue>", "<ds:SignedInfo></ds:SignedInfo><ds:SignatureValue>", VerificationReason.XmlSignatureMalformed)]
    [InlineData("a Manifest in SignedInfo", "</ds:SignedInfo>", "<ds:Manifest></ds:Manifest></ds:SignedInfo>", VerificationReason.XmlSignatureMalformed)]
    [InlineData("HMACOutputLength", "#rsa-sha256\"></ds:SignatureMethod>", "#rsa-sha256\"><ds:HMACOutputLength>1</ds:HMACOutputLength></ds:SignatureMethod>", VerificationReason.AlgorithmNotAccepted)]
    [InlineData("RetrievalMethod", "<ds:KeyInfo>", "<ds:KeyInfo><ds:RetrievalMethod URI=\"http://127.0.0.1/\"></ds:RetrievalMethod>", VerificationReason.XmlKeyInfoNotAccepted)]
    [InlineData("KeyValue", "<ds:KeyInfo>", "<ds:KeyInfo><ds:KeyValue></ds:KeyValue>", VerificationReason.XmlKeyInfoNotAccepted)]
    [InlineData("CRL in X509Data", "<ds:X509Data>", "<ds:X509Data><ds:X509CRL>AAAA</ds:X509CRL>", VerificationReason.XmlKeyInfoNotAccepted)]
    [InlineData("other serial number", "<ds:X509Data>", "<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>CN=x</ds:X509IssuerName><ds:X509SerialNumber>1</ds:X509SerialNumber></ds:X509IssuerSerial>", VerificationReason.XmlKeyInfoMismatch)]
    [InlineData("other key identifier", "<ds:X509Data>", "<ds:X509Data><ds:X509SKI>AAAA</ds:X509SKI>", VerificationReason.XmlKeyInfoMismatch)]
    [InlineData("no certificate", "X509Certificate", "X509SubjectName", VerificationReason.SignerNotFound)]
    [InlineData("certificate damaged", "<ds:X509Certificate>M", "<ds:X509Certificate>N", VerificationReason.CertificateMalformed)]
    [InlineData("base64 in two forms", "</ds:DigestValue>", "A</ds:DigestValue>", VerificationReason.XmlSignatureMalformed)]
    [InlineData("attribute that is unknown", "<ds:Reference ", "<ds:Reference x=\"\" ", VerificationReason.XmlSignatureMalformed)]
    public async Task Changed_signature_is_refused(string description, string old, string replacement, VerificationReason reason) =>
        await RefusedWhenSigned(description, old, replacement, reason);

    [Theory]
    [InlineData("text", "花子", "太郎", VerificationReason.ContentDigestMismatch)]
    [InlineData("one space", "見本　花子", "見本　花子 ", VerificationReason.ContentDigestMismatch)]
    [InlineData("attribute", "p:z=\"1\"", "p:z=\"2\"", VerificationReason.ContentDigestMismatch)]
    [InlineData("instruction added", "<empty>", "<?x?><empty>", VerificationReason.ContentDigestMismatch)]
    [InlineData("carriage return dropped", "&#xD;", "", VerificationReason.ContentDigestMismatch)]
    [InlineData("namespace that SignedInfo inherits too", "urn:example:person", "urn:example:people", VerificationReason.SignatureInvalid)]
    [InlineData("language that SignedInfo inherits too", "xml:lang=\"ja\"", "xml:lang=\"en\"", VerificationReason.SignatureInvalid)]
    public async Task Changed_content_is_refused(string description, string old, string replacement, VerificationReason reason) =>
        await RefusedWhenSigned(description, old, replacement, reason);

    [Fact]
    public async Task Comment_in_a_signed_text_cuts_nothing_in_what_is_handed_out()
    {
        string xml = Encoding.UTF8.GetString(_desk.SignDetached()).Replace("見本　花子", "見本<!-- -->　花子", StringComparison.Ordinal);
        XmlVerificationResult result = await _desk.VerifyAsync(xml, XmlDesk.CompositionOnly);
        result.Reason.ShouldBe(VerificationReason.None);
        Encoding.UTF8.GetString(result.SignedParts[0].Canonical.Span).ShouldContain(">見本　花子<");
        using System.Xml.XmlReader reader = result.SignedParts[0].CreateReader();
        reader.ReadToFollowing("氏名", "urn:example:person").ShouldBeTrue();
        reader.ReadElementContentAsString().ShouldBe("見本　花子");
    }

    [Theory]
    [InlineData("DTD", "<!DOCTYPE DataRoot>", VerificationReason.XmlMalformed)]
    [InlineData("entity bomb", "<!DOCTYPE DataRoot [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>", VerificationReason.XmlMalformed)]
    [InlineData("entity from a file", "<!DOCTYPE DataRoot [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>", VerificationReason.XmlMalformed)]
    [InlineData("two root elements", "<DataRoot/>", VerificationReason.XmlMalformed)]
    [InlineData("text outside", "x", VerificationReason.XmlMalformed)]
    public async Task Document_with_more_before_it_is_refused(string description, string before, VerificationReason reason)
    {
        string xml = Encoding.UTF8.GetString(_desk.SignDetached());
        int start = xml.IndexOf("<DataRoot", StringComparison.Ordinal);
        (await _desk.VerifyAsync(xml[..start] + before + xml[start..], XmlDesk.CompositionOnly)).Reason.ShouldBe(reason, description);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("no element", "<!-- -->")]
    [InlineData("not closed", "<a>")]
    [InlineData("another encoding", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a/>")]
    [InlineData("another version", "<?xml version=\"1.1\"?><a/>")]
    [InlineData("version with more behind it, which the platform's reader passes over", "<?xml version=\"1.0x\"?><a/>")]
    [InlineData("relative namespace", "<a xmlns=\"relative\"/>")]
    [InlineData("undeclared prefix", "<p:a/>")]
    [InlineData("attribute twice by namespace", "<a xmlns:p=\"urn:x\" xmlns:q=\"urn:x\" p:a=\"\" q:a=\"\"/>")]
    [InlineData("control character", "<a>&#1;</a>")]
    [InlineData("unknown entity", "<a>&nbsp;</a>")]
    public async Task What_is_no_document_is_refused(string description, string xml) =>
        (await _desk.VerifyAsync(xml, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.XmlMalformed, description);

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        (await _desk.VerifyAsync([0x3C, 0x61, 0x3E, 0xC0, 0x80, 0x3C, 0x2F, 0x61, 0x3E], XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.XmlMalformed);
        (await _desk.VerifyAsync(Encoding.Unicode.GetBytes("<a/>"), XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.XmlMalformed);
    }

    [Fact]
    public async Task Ceilings_are_kept()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000)), wide = $"<a>{string.Concat(Enumerable.Repeat("<b/>", 600_000))}</a>";
        (await _desk.VerifyAsync(deep, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.XmlTooLarge);
        (await _desk.VerifyAsync(wide, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.XmlTooLarge);
        (await _desk.VerifyAsync(new byte[XmlSignatureLimits.DocumentLength + 1], XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.XmlTooLarge);
        string many = Encoding.UTF8.GetString(_desk.SignDetached());
        int start = many.IndexOf("<ds:Reference ", StringComparison.Ordinal), end = many.IndexOf("</ds:SignedInfo>", StringComparison.Ordinal);
        many = many.Insert(end, string.Concat(Enumerable.Repeat(many[start..end], XmlSignatureLimits.References)));
        (await _desk.VerifyAsync(many, XmlDesk.CompositionOnly)).Reason.ShouldBe(VerificationReason.XmlTooLarge);
    }

    [Fact]
    public async Task Octets_that_grow_without_bound_are_not_written()
    {
        string part = string.Concat(Enumerable.Repeat("<p:b/>", 20_000));
        string xml = $"<a xmlns:p=\"urn:{new string('x', 100_000)}\">{part}</a>";
        XmlSigningOptions exclusive = new() { ReferenceCanonicalization = XmlCanonicalization.Exclusive };
        Should.Throw<ArgumentException>(() => XmlDocumentSigner.SignEnveloped(_desk.Signer, Encoding.UTF8.GetBytes(xml), exclusive));
        (await _desk.VerifyAsync(XmlDocumentSigner.SignEnveloped(_desk.Signer, Encoding.UTF8.GetBytes(xml)), XmlExpectation.Enveloped("a"))).Reason.ShouldBe(VerificationReason.None);
    }

    /// <summary>What is copied again and again for each of many small things would pass the bound: the work grows with the document, and not with its square.</summary>
    [Theory]
    [InlineData("references to characters", "&amp;&#x5B57;&lt;")]
    [InlineData("inherited attributes of the xml namespace", "<b xml:x{0}=\"\"/>")]
    [InlineData("declarations", "<b xmlns:p{0}=\"urn:p\" xmlns:q=\"urn:{0}\"/>")]
    public async Task Many_small_things_take_memory_in_proportion_to_the_document(string description, string part)
    {
        string inside = string.Concat(Enumerable.Range(0, 20_000).Select(number => part.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        string around = string.Concat(Enumerable.Range(0, 50_000).Select(number => string.Create(CultureInfo.InvariantCulture, $" xml:y{number}=\"\"")));
        byte[] xml = Encoding.UTF8.GetBytes($"<a{around}><s Id=\"s\">{inside}</s><t/></a>");
        XmlExpectation expected = XmlExpectation.Detached(XmlElementPath.Of("a", "t"), XmlElementPath.Of("a", "s"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        byte[] signed = XmlDocumentSigner.SignDetached(_desk.Signer, xml, XmlElementPath.Of("a", "t"), ["s"]);
        ValueTask<XmlVerificationResult> verification = _desk.Verifier.VerifyAsync(signed, expected);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        (await verification).Reason.ShouldBe(VerificationReason.None, description);
        taken.ShouldBeLessThan(400L * xml.Length, description);
    }

    [Theory]
    [InlineData("held", RevocationReason.CertificateHold, VerificationReason.Held)]
    [InlineData("revoked", RevocationReason.KeyCompromise, VerificationReason.Revoked)]
    public async Task Ended_certificate_is_refused(string description, RevocationReason ended, VerificationReason reason)
    {
        _desk.Status.Answer = FixedStatus.Ended(ended);
        XmlVerificationResult result = await _desk.VerifyAsync(_desk.SignEnveloped(), XmlDesk.WholeDocument);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, reason), description);
        (result.Holder, result.Signer, result.SignedParts.Count).ShouldBe((null, null, 0));
    }

    [Fact]
    public async Task Responder_down_leaves_it_undetermined()
    {
        _desk.Status.Answer = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
        XmlVerificationResult result = await _desk.VerifyAsync(_desk.SignEnveloped(), XmlDesk.WholeDocument);
        (result.Outcome, result.Reason, result.SignedParts.Count).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusUnreachable, 0));
    }

    [Fact]
    public async Task Expired_certificate_is_refused()
    {
        byte[] signed = _desk.SignEnveloped();
        _desk.Clock.Set(ShapedLeaf.LastSecond.AddSeconds(1));
        (await _desk.VerifyAsync(signed, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.Expired);
    }

    [Fact]
    public async Task Other_certificate_in_KeyInfo_is_refused()
    {
        string xml = Encoding.UTF8.GetString(_desk.SignEnveloped());
        byte[] other = (ShapedLeaf.Signature with { Key = 22, Serial = [0x02] }).IssueBy(_desk.Authority);
        (await _desk.VerifyAsync(WithCertificate(xml, other), XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.SignatureInvalid);
        using ShapedAuthority stranger = new(5, "C=JP, O=OTHER TEST, OU=OTHER for digital signature, OU=Other Test Laboratory");
        (await _desk.VerifyAsync(WithCertificate(xml, ShapedLeaf.Signature.IssueBy(stranger)), XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.IssuerUnknown);
        string both = xml.Replace("<ds:X509Data>", $"<ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(other)}</ds:X509Certificate>", StringComparison.Ordinal);
        (await _desk.VerifyAsync(both, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.SignerNotFound);
    }

    [Fact]
    public async Task Authority_beside_the_signer_is_no_second_signer()
    {
        string xml = Encoding.UTF8.GetString(_desk.SignEnveloped()).Replace(
            "<ds:X509Data>", $"<ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(_desk.Authority.Der)}</ds:X509Certificate>", StringComparison.Ordinal);
        (await _desk.VerifyAsync(xml, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task User_authentication_certificate_is_refused_as_the_wrong_one()
    {
        using RSA key = LabKeyPool.Load(ShapedLeaf.UserAuthentication.Key);
        SignerCredential login = SignerCredential.Create(ShapedLeaf.UserAuthentication.IssueBy(_desk.Authority), key);
        byte[] signed = XmlDocumentSigner.SignEnveloped(login, XmlDesk.ApplicationBytes);
        (await _desk.VerifyAsync(signed, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.WrongPurpose);
    }

    [Fact]
    public async Task Document_without_a_signature_is_refused() =>
        (await _desk.VerifyAsync(XmlDesk.Application, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.XmlSignatureNotFound);

    private static string WithCertificate(string xml, byte[] certificate)
    {
        int start = xml.IndexOf("<ds:X509Certificate>", StringComparison.Ordinal) + 20, end = xml.IndexOf("</ds:X509Certificate>", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{xml[..start]}{Convert.ToBase64String(certificate)}{xml[end..]}");
    }

    /// <summary>Changes the document; if the reason lies behind the signature value, the change is signed with the customer's own key, as a malicious signer could.</summary>
    private async Task RefusedWhenSigned(string description, string old, string replacement, VerificationReason reason)
    {
        string xml = Encoding.UTF8.GetString(_desk.SignDetached());
        xml.ShouldContain(old, Case.Sensitive, description);
        string changed = xml.Replace(old, replacement, StringComparison.Ordinal);
        bool behindTheValue = reason is VerificationReason.XmlReferenceNotAccepted or VerificationReason.XmlReferenceNotFound or VerificationReason.XmlTransformNotAccepted;
        XmlVerificationResult result = await _desk.VerifyAsync(behindTheValue ? _desk.SignAgain(changed) : changed, XmlDesk.CompositionOnly);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, reason), description);
        result.SignedParts.ShouldBeEmpty();
    }
}
