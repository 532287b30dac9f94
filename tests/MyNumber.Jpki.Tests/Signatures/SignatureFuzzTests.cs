using MyNumber.JpkiFuzz.Signatures;

namespace MyNumber.Jpki.Tests.Signatures;

public sealed class SignatureFuzzTests
{
    [Fact]
    public void Damaged_signatures_of_every_form_throw_nothing_and_hold_nothing_new()
    {
        SignatureTarget target = new();
        target.Run(seed: 20261121, count: 20_000);
        target.Judged.ShouldBe(20_000);
        string[] expected =
        [
            "answer: None", "answer: TimestampMalformed", "document: DocumentMalformed", "document: read", "jws: JwsMalformed", "jws: read",
            "token: None", "token: TimestampMalformed", "token: TimestampSignatureInvalid",
        ];
        expected.Except(target.Seen.Keys).ShouldBeEmpty();
    }
}
