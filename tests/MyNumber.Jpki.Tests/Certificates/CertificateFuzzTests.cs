using MyNumber.JpkiFuzz.Certificates;

namespace MyNumber.Jpki.Tests.Certificates;

public sealed class CertificateFuzzTests
{
    [Fact]
    public void Damaged_certificates_lists_and_answers_throw_nothing_and_verify_nothing_new()
    {
        CertificateTarget target = new();
        target.Run(seed: 20261121, count: 20_000);
        target.Judged.ShouldBe(20_000);
        string[] expected =
        [
            "answer: acceptable", "answer: errors", "certificate: Envelope", "certificate: HolderAttributes", "certificate: PublicKey", "certificate: acceptable", "certificate: read",
            "list: acceptable", "list: errors",
        ];
        expected.Except(target.Seen.Keys).ShouldBeEmpty();
    }
}
