using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

public sealed class PdfFuzzTests
{
    [Fact]
    public void Damaged_files_throw_nothing_and_hold_only_over_what_was_signed()
    {
        PdfTarget target = new();
        target.Run(seed: 20261121, count: 10_000);
        target.Judged.ShouldBe(10_000);
        string[] expected =
        [
            "accepted", "ContentDigestMismatch", "PdfByteRangeNotAccepted", "PdfChangedAfterSigning", "PdfMalformed", "PdfSignatureMalformed", "SignatureInvalid",
            "harmless update", "harmless signature", "harmful update PdfChangedAfterSigning", "harmful update PdfMalformed",
        ];
        expected.Except(target.Seen.Keys).ShouldBeEmpty(target.Summary());
    }
}
