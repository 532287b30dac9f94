using MyNumber.JpkiFuzz.Xml;

namespace MyNumber.Jpki.Xml.Tests;

public sealed class XmlFuzzTests
{
    [Fact]
    public void Damaged_documents_throw_nothing_and_hand_out_only_what_was_signed()
    {
        XmlTarget target = new();
        target.Run(seed: 20261121, count: 20_000);
        target.Judged.ShouldBe(20_000);
        string[] expected =
        [
            "accepted", "accepted (signed again)", "AlgorithmNotAccepted", "CertificateMalformed", "ContentDigestMismatch", "IssuerSignatureInvalid", "SignatureInvalid", "XmlKeyInfoNotAccepted", "XmlMalformed",
            "XmlCoverageMismatch", "XmlIdRepeated", "XmlReferenceNotAccepted", "XmlReferenceNotFound", "XmlSignatureMalformed", "XmlSignatureMisplaced", "XmlTransformNotAccepted",
        ];
        expected.Except(target.Seen.Keys).ShouldBeEmpty();
        target.Seen["XmlCoverageMismatch"].ShouldBeGreaterThan(100);
    }
}
