using MyNumber.Jpki.Chains;

namespace MyNumber.Jpki.Tests.Chains;

/// <summary>NIST PKITS at 2011-01-01. The suite is SHA-1 and RSA-1024, so the long-named option is on; the last test shows that the default refuses it.</summary>
public sealed class PkitsTests
{
    private const int Cases = 248;

    [SkippableTheory]
    [InlineData("names as DER", false)]
    [InlineData("names by RFC 5280 section 7.1", true)]
    public void Every_case_comes_out_as_stated(string description, bool foldsNames)
    {
        int judged = 0;
        foreach (PkitsCase item in PkitsVectors.Require().Cases)
        {
            ChainResult answer = ChainVerifier.Verify(Weakened(item.Request, foldsNames));
            (VerificationOutcome outcome, VerificationReason reason) = Expected(item, foldsNames);
            (answer.Outcome, answer.Reason).ShouldBe((outcome, reason), $"{item.Id}, {description}");
            judged++;
        }

        judged.ShouldBe(Cases);
    }

    [SkippableFact]
    public void No_case_that_the_suite_calls_invalid_is_accepted() =>
        PkitsVectors.Require().Cases.Where(item => !item.IsValid)
            .Where(item => ChainVerifier.Verify(Weakened(item.Request, foldsNames: true)).Outcome == VerificationOutcome.Valid)
            .Select(item => item.Id).ShouldBeEmpty();

    [SkippableFact]
    public void The_order_in_which_certificates_and_lists_are_given_does_not_matter()
    {
        foreach (PkitsCase item in PkitsVectors.Require().Cases)
        {
            ChainRequest request = Weakened(item.Request, foldsNames: false);
            ChainRequest reversed = request with { Intermediates = [.. request.Intermediates.Reverse()], Crls = [.. request.Crls.Reverse()] };
            ChainVerifier.Verify(reversed).Reasons.ShouldBe(ChainVerifier.Verify(request).Reasons, item.Id);
        }
    }

    [SkippableFact]
    public void Certificates_and_lists_of_all_other_cases_beside_change_no_answer_to_valid()
    {
        PkitsCase[] all = [.. PkitsVectors.Require().Cases];
        PkitsCase[] some = [.. all.Where(item => item.Id.StartsWith("4.4.", StringComparison.Ordinal) || item.Id.StartsWith("4.6.", StringComparison.Ordinal))];
        ReadOnlyMemory<byte>[] certificates = [.. some.SelectMany(item => item.Request.Intermediates).DistinctBy(der => Convert.ToHexString(der.Span))];
        ReadOnlyMemory<byte>[] lists = [.. some.SelectMany(item => item.Request.Crls).DistinctBy(der => Convert.ToHexString(der.Span))];
        foreach (PkitsCase item in some)
        {
            ChainRequest request = Weakened(item.Request, foldsNames: false);
            ChainResult answer = ChainVerifier.Verify(request with { Intermediates = certificates, Crls = lists });
            (answer.Outcome == VerificationOutcome.Valid).ShouldBe(item.IsValid, $"{item.Id}: {answer.Reason}");
        }
    }

    [SkippableFact]
    public void The_strict_default_refuses_all_of_them()
    {
        int judged = 0;
        foreach (PkitsCase item in PkitsVectors.Require().Cases)
        {
            ChainResult answer = ChainVerifier.Verify(item.Request);
            answer.Outcome.ShouldNotBe(VerificationOutcome.Valid, item.Id);
            answer.Path.ShouldBeEmpty(item.Id);
            judged++;
        }

        judged.ShouldBe(Cases);
        ChainVerifier.Verify(PkitsVectors.Require().Cases.First().Request).Reasons.ShouldBe([VerificationReason.AlgorithmNotAccepted]);
    }

    private static (VerificationOutcome Outcome, VerificationReason Reason) Expected(PkitsCase item, bool foldsNames)
    {
        if (PkitsExpectations.Undetermined.TryGetValue(item.Id, out VerificationReason doubt))
        {
            return (VerificationOutcome.Undetermined, doubt);
        }

        if (!foldsNames && PkitsExpectations.NamesInForm.Contains(item.Id))
        {
            return (VerificationOutcome.Undetermined, VerificationReason.ChainNamesDifferInForm);
        }

        return item.IsValid ? (VerificationOutcome.Valid, VerificationReason.None) : (VerificationOutcome.Invalid, PkitsExpectations.WhyRefused(item.Id));
    }

    private static ChainRequest Weakened(ChainRequest request, bool foldsNames) => request with
    {
        Options = request.Options with
        {
            AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors = true,
            CompareNamesIgnoringCaseWhiteSpaceAndStringType = foldsNames,
            MaximumCertificates = 512,
            MaximumCrls = 512,
            MaximumSignatureChecks = 1024,
        },
    };
}
