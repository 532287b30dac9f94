using MyNumber.JpkiFuzz.Crl;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

/// <summary>A short seeded run of the target; the long ones are run by hand.</summary>
public sealed class CrlFuzzTests
{
    [Fact]
    public void Damaged_lists_have_one_answer_on_every_road()
    {
        CrlTarget target = new();
        target.Run(seed: 20261121, count: 4000);
        target.Judged.ShouldBe(4000);
        foreach (string kind in (string[])["damaged: StatusMalformed", "damaged: StatusSignatureInvalid", "damaged: IssuerUnknown", "signed: None", "signed: StatusMalformed"])
        {
            target.Seen.GetValueOrDefault(kind).ShouldBePositive(kind);
        }
    }
}
