using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Tests.Signatures.Cms;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Tests.Validation;

public sealed class VerificationLimitsTests : IDisposable
{
    private readonly SignerDesk _signers = new();

    private SigningDesk Desk => _signers.Desk;

    public void Dispose() => _signers.Dispose();

    [Fact]
    public async Task Certificate_over_the_limit_is_not_judged()
    {
        ValidationResult result = await With(new() { MaximumCertificateLength = Desk.SignatureDer.Length - 1 }).ValidateAsync(Desk.SignatureDer);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.WorkLimitExceeded));
        Desk.Status.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Certificate_at_the_limit_is_judged() =>
        (await With(new() { MaximumCertificateLength = Desk.SignatureDer.Length }).ValidateAsync(Desk.SignatureDer)).Outcome.ShouldBe(VerificationOutcome.Valid);

    [Fact]
    public async Task Document_over_the_limit_is_not_read()
    {
        byte[] cms = Desk.Cms.Encode();
        DocumentVerifier verifier = new(With(new() { MaximumDocumentLength = cms.Length - 1 }));
        DocumentVerificationResult one = await verifier.VerifyAsync(cms);
        (one.Outcome, one.Reason, one.Document).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.WorkLimitExceeded, null));
        SignersVerificationResult all = await verifier.VerifyEachAsync(cms);
        (all.Outcome, all.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.WorkLimitExceeded));
    }

    [Fact]
    public async Task More_signers_than_allowed_are_not_judged()
    {
        SignersVerificationResult result = await new DocumentVerifier(With(new() { MaximumSigners = 1 })).VerifyEachAsync(_signers.SignByBoth());
        (result.Outcome, result.Reason, result.Content).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.WorkLimitExceeded, null));
        Desk.Status.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Content_is_counted_once_for_each_signer()
    {
        VerificationLimits limits = new() { MaximumHashedLength = (2 * SigningDesk.Application.Length) - 1 };
        (await new DocumentVerifier(With(limits)).VerifyEachAsync(_signers.SignByBoth())).Reason.ShouldBe(VerificationReason.WorkLimitExceeded);
        (await new DocumentVerifier(With(limits)).VerifyAsync(_signers.SignByFirst())).Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task Detached_content_counts_too()
    {
        DocumentVerifier verifier = new(With(new() { MaximumHashedLength = 10 }));
        DocumentVerificationResult result = await verifier.VerifyAsync((Desk.Cms with { Detached = true }).Encode(), SigningDesk.Application);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.WorkLimitExceeded));
    }

    [Fact]
    public async Task Signers_certificate_over_the_limit_is_not_judged()
    {
        DocumentVerifier verifier = new(With(new() { MaximumCertificateLength = 100 }));
        (await verifier.VerifyAsync(Desk.Cms.Encode())).Reason.ShouldBe(VerificationReason.WorkLimitExceeded);
    }

    [Theory]
    [InlineData("no certificate at all", 0, 1, 1, 0)]
    [InlineData("a longer certificate than is ever read", 16385, 1, 1, 0)]
    [InlineData("no document", 1, 0, 1, 0)]
    [InlineData("a longer document than is ever read", 1, 16777217, 1, 0)]
    [InlineData("no signer", 1, 1, 0, 0)]
    [InlineData("more signers than are ever read", 1, 1, 17, 0)]
    [InlineData("less than no content", 1, 1, 1, -1)]
    public void Limit_out_of_its_range_is_misuse(string row, int certificate, int document, int signers, long hashed) =>
        Should.Throw<ArgumentOutOfRangeException>(
            () => With(new() { MaximumCertificateLength = certificate, MaximumDocumentLength = document, MaximumSigners = signers, MaximumHashedLength = hashed }), row);

    [Fact]
    public void Readers_ceilings_are_the_highest_values()
    {
        CmsSignedDocument.MaximumLength.ShouldBe(16 * 1024 * 1024);
        CmsSignedDocument.MaximumSigners.ShouldBe(16);
        (VerificationLimits.Strict.MaximumCertificateLength, VerificationLimits.Strict.MaximumHashedLength).ShouldBe((16384, 1073741824));
    }

    private CertificateValidator With(VerificationLimits limits) => new(ShapedAuthority.SignatureAnchors(Desk.SignatureAuthority), Desk.Status, Desk.Clock, limits);
}
