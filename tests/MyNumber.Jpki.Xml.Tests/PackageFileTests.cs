using System.Text;
using MyNumber.Jpki.Xml.Signing;

namespace MyNumber.Jpki.Xml.Tests;

/// <summary>A composition document signs itself and the files beside it, as e-Gov's does.</summary>
public sealed class PackageFileTests : IDisposable
{
    private readonly XmlDesk _desk = new();
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _files = new() { ["900A01_01.xml"] = "<form/>"u8.ToArray(), ["添付 1.pdf"] = "%PDF"u8.ToArray() };

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Files_that_are_given_and_signed_are_valid_and_handed_back()
    {
        XmlVerificationResult result = await VerifyAsync(Sign(), _files);
        result.Reason.ShouldBe(VerificationReason.None);
        result.SignedParts.Select(part => part.LocalName).ShouldBe(["構成情報", "900A01_01.xml", "添付 1.pdf"]);
    }

    [Fact]
    public async Task File_that_was_changed_is_refused()
    {
        _files["添付 1.pdf"] = "%PDX"u8.ToArray();
        byte[] signed = XmlDocumentSigner.SignDetached(_desk.Signer, XmlDesk.ApplicationBytes, XmlDesk.SignaturePlace, ["構成情報"], files: _files);
        _files["添付 1.pdf"] = "%PDF"u8.ToArray();
        (await VerifyAsync(signed, _files)).Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
    }

    [Fact]
    public async Task File_that_is_not_signed_is_refused()
    {
        byte[] signed = Sign();
        _files["more.xml"] = "<more/>"u8.ToArray();
        (await VerifyAsync(signed, _files)).Reason.ShouldBe(VerificationReason.XmlCoverageMismatch);
    }

    [Fact]
    public async Task File_that_is_not_given_is_refused_and_never_looked_for()
    {
        byte[] signed = Sign();
        _files.Remove("添付 1.pdf");
        (await VerifyAsync(signed, _files)).Reason.ShouldBe(VerificationReason.XmlReferenceNotAccepted);
        (await _desk.VerifyAsync(signed, XmlDesk.CompositionOnly)).Reason.ShouldBe(VerificationReason.XmlReferenceNotAccepted);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("an identifier", "#other")]
    public void Name_that_could_be_a_reference_into_the_document_is_refused(string description, string name)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = new() { [name] = Encoding.UTF8.GetBytes(description) };
        Should.Throw<ArgumentException>(() => XmlDesk.CompositionOnly.WithFiles(files));
        Should.Throw<ArgumentException>(() => XmlDocumentSigner.SignDetached(_desk.Signer, XmlDesk.ApplicationBytes, XmlDesk.SignaturePlace, ["構成情報"], files: files));
    }

    private byte[] Sign() => XmlDocumentSigner.SignDetached(_desk.Signer, XmlDesk.ApplicationBytes, XmlDesk.SignaturePlace, ["構成情報"], files: _files);

    private async Task<XmlVerificationResult> VerifyAsync(byte[] xml, Dictionary<string, ReadOnlyMemory<byte>> files) =>
        await _desk.VerifyAsync(xml, XmlDesk.CompositionOnly.WithFiles(files));
}
