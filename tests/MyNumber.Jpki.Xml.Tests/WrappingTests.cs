using System.Text;
using System.Xml;
using MyNumber.Jpki.Xml.Signing;
using MyNumber.Jpki.Xml.Verification;

namespace MyNumber.Jpki.Xml.Tests;

/// <summary>XML signature wrapping: the signed element is moved aside and another is put where the receiver looks.</summary>
public sealed class WrappingTests : IDisposable
{
    private readonly XmlDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Signed_root_inside_of_the_signature_under_a_forged_root_is_refused()
    {
        DocumentEditor edit = new(XmlDocumentSigner.SignEnveloping(_desk.Signer, XmlDesk.ApplicationBytes, options: XmlDesk.Exclusive));
        XmlElement forged = edit.New("DataRoot", "urn:example:application");
        XmlElement signature = edit.Signature;
        edit.Document.ReplaceChild(forged, signature);
        forged.AppendChild(signature);
        await Refused(edit, XmlDesk.WholeDocument, VerificationReason.XmlCoverageMismatch);
    }

    [Fact]
    public async Task Forged_root_with_the_signed_root_beside_the_signature_is_refused()
    {
        DocumentEditor edit = new(XmlDocumentSigner.SignDetached(_desk.Signer, WithRootId(), XmlElementPath.Of(XmlDesk.Space + "DataRoot"), ["root"], XmlDesk.Exclusive));
        XmlElement original = edit.Root, signature = edit.Signature;
        XmlElement forged = edit.New("DataRoot", "urn:example:application");
        edit.Document.ReplaceChild(forged, original);
        original.RemoveChild(signature);
        forged.AppendChild(signature);
        forged.AppendChild(original);
        await Refused(edit, XmlDesk.WholeDocument, VerificationReason.XmlTransformNotAccepted);
    }

    [Fact]
    public async Task Forged_element_before_the_signed_one_is_refused()
    {
        DocumentEditor edit = Detached();
        XmlElement forged = edit.Forge();
        forged.SetAttribute("ID", "forged");
        edit.Root.InsertBefore(forged, edit.Composition);
        await Refused(edit, XmlDesk.CompositionOnly, VerificationReason.XmlCoverageMismatch);
    }

    [Fact]
    public async Task Forged_element_around_the_signed_one_is_refused()
    {
        DocumentEditor edit = Detached();
        XmlElement signed = edit.Composition, forged = edit.Forge();
        forged.SetAttribute("ID", "forged");
        edit.Root.ReplaceChild(forged, signed);
        forged.AppendChild(signed);
        await Refused(edit, XmlDesk.CompositionOnly, VerificationReason.XmlCoverageMismatch);
    }

    [Fact]
    public async Task Forged_element_with_the_same_identifier_is_refused()
    {
        DocumentEditor edit = Detached();
        XmlElement signed = edit.Composition, forged = edit.Forge();
        edit.Root.ReplaceChild(forged, signed);
        edit.Of("その他", "urn:example:application").AppendChild(signed);
        await Refused(edit, XmlDesk.CompositionOnly, VerificationReason.XmlIdRepeated);
    }

    [Theory]
    [InlineData("in capitals", "ID")]
    [InlineData("in small letters", "id")]
    [InlineData("with a capital", "Id")]
    [InlineData("of the xml namespace", "xml:id")]
    public async Task Identifier_repeated_by_an_attribute_of_any_kind_is_refused(string description, string attribute)
    {
        DocumentEditor edit = Detached();
        edit.Of("署名情報", "urn:example:application").SetAttribute(attribute, "構成情報");
        await Refused(edit, XmlDesk.CompositionOnly, VerificationReason.XmlIdRepeated, description);
    }

    [Theory]
    [InlineData("in an object of the signature", true)]
    [InlineData("in an element of the signature that is unknown", false)]
    public async Task Signed_element_moved_into_the_signature_is_refused(string description, bool inObject)
    {
        DocumentEditor edit = Detached();
        XmlElement signed = edit.Composition, forged = edit.Forge();
        forged.RemoveAttribute("ID");
        edit.Root.ReplaceChild(forged, signed);
        edit.Signature.AppendChild(inObject ? edit.New("Object", DocumentEditor.SignatureSpace) : edit.New("Object"))!.AppendChild(signed);
        await Refused(edit, XmlDesk.CompositionOnly, inObject ? VerificationReason.XmlCoverageMismatch : VerificationReason.XmlSignatureMalformed, description);
    }

    [Fact]
    public async Task Signed_element_moved_into_an_extension_is_refused()
    {
        DocumentEditor edit = Detached();
        XmlElement signed = edit.Composition;
        edit.Root.ReplaceChild(edit.New("構成情報", "urn:example:application"), signed);
        edit.Of("その他", "urn:example:application").AppendChild(edit.New("Extension"))!.AppendChild(signed);
        await Refused(edit, XmlDesk.CompositionOnly, VerificationReason.XmlCoverageMismatch);
    }

    [Fact]
    public async Task Signature_moved_into_the_forged_element_is_refused()
    {
        DocumentEditor edit = Detached();
        XmlElement signature = edit.Signature, forged = edit.Forge();
        forged.SetAttribute("ID", "forged");
        edit.Root.AppendChild(forged);
        forged.AppendChild(signature);
        await Refused(edit, XmlDesk.CompositionOnly, VerificationReason.XmlSignatureMisplaced);
    }

    [Fact]
    public async Task Second_place_of_the_same_name_for_the_signature_is_refused()
    {
        DocumentEditor edit = Detached();
        edit.Root.AppendChild(edit.New("署名情報", "urn:example:application"));
        await Refused(edit, XmlDesk.CompositionOnly, VerificationReason.XmlSignatureMisplaced);
    }

    [Fact]
    public async Task Two_signatures_are_refused_and_one_elsewhere_is_content_only_when_asked_for()
    {
        DocumentEditor edit = Detached();
        edit.Of("その他", "urn:example:application").AppendChild(edit.Signature.CloneNode(deep: true));
        await Refused(edit, XmlDesk.CompositionOnly, VerificationReason.XmlSignatureMisplaced);
        XmlDocumentVerifier lenient = new(_desk.Validator, new XmlVerificationOptions { TreatSignaturesElsewhereAsContent = true });
        (await lenient.VerifyAsync(edit.Save(), XmlDesk.CompositionOnly)).Reason.ShouldBe(VerificationReason.None);

        edit.Of("署名情報", "urn:example:application").AppendChild(edit.Signature.CloneNode(deep: true));
        (await lenient.VerifyAsync(edit.Save(), XmlDesk.CompositionOnly)).Reason.ShouldBe(VerificationReason.XmlSignatureMisplaced);
    }

    [Fact]
    public async Task Signature_over_another_element_is_refused()
    {
        byte[] signed = XmlDocumentSigner.SignDetached(_desk.Signer, XmlDesk.ApplicationBytes, XmlDesk.SignaturePlace, ["other"]);
        (await _desk.VerifyAsync(signed, XmlDesk.CompositionOnly)).Reason.ShouldBe(VerificationReason.XmlCoverageMismatch);
    }

    [Fact]
    public async Task Signature_over_one_part_is_not_enough_where_two_are_expected()
    {
        XmlExpectation both = XmlExpectation.Detached(XmlDesk.SignaturePlace, XmlDesk.Composition, XmlElementPath.Of(XmlDesk.Space + "DataRoot", XmlDesk.Space + "その他"));
        (await _desk.VerifyAsync(_desk.SignDetached(), both)).Reason.ShouldBe(VerificationReason.XmlCoverageMismatch);
        byte[] signed = XmlDocumentSigner.SignDetached(_desk.Signer, XmlDesk.ApplicationBytes, XmlDesk.SignaturePlace, ["other", "構成情報"]);
        XmlVerificationResult result = await _desk.VerifyAsync(signed, both);
        result.Reason.ShouldBe(VerificationReason.None);
        result.SignedParts.Select(part => part.LocalName).ShouldBe(["構成情報", "その他"]);
    }

    [Fact]
    public async Task Part_of_a_document_does_not_pass_for_the_whole()
    {
        byte[] signed = XmlDocumentSigner.SignDetached(_desk.Signer, XmlDesk.ApplicationBytes, XmlElementPath.Of(XmlDesk.Space + "DataRoot"), ["構成情報"]);
        (await _desk.VerifyAsync(signed, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.XmlCoverageMismatch);
    }

    [Fact]
    public async Task Another_root_element_than_expected_is_refused() =>
        (await _desk.VerifyAsync(_desk.SignEnveloped(), XmlExpectation.Enveloped("DataRoot"))).Reason.ShouldBe(VerificationReason.XmlSignatureMisplaced);

    [Fact]
    public async Task What_is_handed_out_is_what_was_signed_and_not_what_stands_elsewhere()
    {
        DocumentEditor edit = Detached();
        edit.Of("その他", "urn:example:application").InnerText = "added";
        XmlVerificationResult result = await _desk.VerifyAsync(edit.Save(), XmlDesk.CompositionOnly);
        result.Reason.ShouldBe(VerificationReason.None);
        Encoding.UTF8.GetString(result.SignedParts.Single().Canonical.Span).ShouldNotContain("added");
    }

    private static byte[] WithRootId() => Encoding.UTF8.GetBytes(XmlDesk.Application.Replace("<DataRoot ", "<DataRoot Id=\"root\" ", StringComparison.Ordinal));

    private DocumentEditor Detached() => new(_desk.SignDetached(XmlDesk.Exclusive));

    private async Task Refused(DocumentEditor edit, XmlExpectation expected, VerificationReason reason, string? description = null)
    {
        XmlVerificationResult result = await _desk.VerifyAsync(edit.Save(), expected);
        result.Reason.ShouldBe(reason, description);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.SignedParts.ShouldBeEmpty();
        _desk.Status.Asked.ShouldBe(0);
    }
}
