using System.Text;
using MyNumber.Jpki.Xml.Signing;

namespace MyNumber.Jpki.Xml.Tests;

public sealed class RoundTripTests : IDisposable
{
    private readonly XmlDesk _desk = new();

    public static TheoryData<XmlCanonicalization, XmlCanonicalization, string> Forms
    {
        get
        {
            TheoryData<XmlCanonicalization, XmlCanonicalization, string> forms = [];
            foreach (XmlCanonicalization info in Enum.GetValues<XmlCanonicalization>())
            {
                foreach (XmlCanonicalization part in Enum.GetValues<XmlCanonicalization>())
                {
                    forms.Add(info, part, info == part ? "ds" : string.Empty);
                }
            }

            return forms;
        }
    }

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_form_is_valid_and_gives_back_what_was_signed(XmlCanonicalization info, XmlCanonicalization part, string prefix)
    {
        XmlSigningOptions options = new() { Canonicalization = info, ReferenceCanonicalization = part, Prefix = prefix };
        XmlVerificationResult whole = await _desk.VerifyAsync(_desk.SignEnveloped(options), XmlDesk.WholeDocument);
        XmlVerificationResult element = await _desk.VerifyAsync(_desk.SignDetached(options), XmlDesk.CompositionOnly);
        XmlVerificationResult inside = await _desk.VerifyAsync(XmlDocumentSigner.SignEnveloping(_desk.Signer, XmlDesk.ApplicationBytes, options: options), XmlExpectation.Enveloping());

        (whole.Reason, element.Reason, inside.Reason).ShouldBe((VerificationReason.None, VerificationReason.None, VerificationReason.None));
        whole.Holder.ShouldNotBeNull().Attributes.Name.ShouldBe("見本　花子");
        Text(whole).ShouldContain("見本　花子");
        Text(whole).ShouldNotContain("SignatureValue");
        element.SignedParts.ShouldHaveSingleItem().LocalName.ShouldBe("構成情報");
        inside.SignedParts.ShouldHaveSingleItem().LocalName.ShouldBe("Object");
    }

    private static string Text(XmlVerificationResult result) => Encoding.UTF8.GetString(result.SignedParts[0].Canonical.Span);
}
