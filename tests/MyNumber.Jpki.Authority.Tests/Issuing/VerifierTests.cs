using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Authority.Tests.Issuing;

/// <summary>The verifier's own reader, which shares no code with the issuer, reads what the issuer wrote.</summary>
public sealed class VerifierTests
{
    [Theory]
    [InlineData("signature, current", CertificatePurpose.Signature, KeyGeneration.Current)]
    [InlineData("signature, previous", CertificatePurpose.Signature, KeyGeneration.Previous)]
    [InlineData("user authentication, current", CertificatePurpose.UserAuthentication, KeyGeneration.Current)]
    [InlineData("user authentication, previous", CertificatePurpose.UserAuthentication, KeyGeneration.Previous)]
    public void Path_leads_to_the_generation_that_issued(string description, CertificatePurpose purpose, KeyGeneration generation)
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = lab.Issue(TestLab.Request(lab, generation: generation));
        IssuedCertificate issued = purpose == CertificatePurpose.Signature ? card.Signature! : card.UserAuthentication;
        JpkiCertificate.TryParse(issued.Encoded.Span, out JpkiCertificate? certificate, out CertificatePart flaw).ShouldBeTrue(description + flaw);
        certificate!.Identity.ShouldBe(issued.Identity);
        certificate.NotAfter.ShouldBe(issued.NotAfter);

        PathVerifier verifier = new(Anchors(lab, purpose));
        verifier.Verify(certificate, TestLab.Fixed, out VerifiedPath? path).ShouldBe(VerificationReason.None, description);
        path!.Issuer.KeyIdentifier.ToArray().ShouldBe(lab.Of(purpose).Of(generation).KeyIdentifier.ToArray());
    }

    [Fact]
    public void Signature_certificate_has_no_path_to_the_other_authority()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        JpkiCertificate.TryParse(TestLab.Issue(lab).Signature!.Encoded.Span, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        new PathVerifier(Anchors(lab, CertificatePurpose.UserAuthentication)).Verify(certificate!, TestLab.Fixed, out _).ShouldNotBe(VerificationReason.None);
    }

    [Fact]
    public void Holder_and_address_of_the_responder_are_read_back()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        JpkiCertificate.TryParse(card.Signature!.Encoded.Span, out JpkiCertificate? signature, out _).ShouldBeTrue();
        JpkiCertificate.TryParse(card.UserAuthentication.Encoded.Span, out JpkiCertificate? authentication, out _).ShouldBeTrue();
        signature!.Holder!.Attributes.Name.ShouldBe("架空　花子");
        signature.Holder.Attributes.BirthDate.ToCertificateForm().ShouldBe("319800217");
        signature.Holder.NameSubstitutes.ShouldBe("00000");
        signature.OcspAddress.ShouldBeNull();
        authentication!.Holder.ShouldBeNull();
        authentication.OcspAddress.ShouldBe("http://ocsp.mynumber-lab.invalid/ocsp");
    }

    private static TrustAnchorSet Anchors(LabAuthority lab, CertificatePurpose purpose)
    {
        CertificateProfile profile = purpose == CertificatePurpose.Signature ? CertificateProfiles.CardSignature : CertificateProfiles.CardUserAuthentication;
        return new TrustAnchorSet(purpose, JpkiEnvironment.Lab, lab.Anchors(purpose).Select(der => TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor) ? anchor : null!), [profile]);
    }
}
